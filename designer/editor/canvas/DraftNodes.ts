import type { Process } from '../../../model/process.ts';
import { kindOf } from '../../../model/steps/index.ts';
import type { Text } from '../../../model/text.ts';
import { drawnStep } from '../../canvas/diagramOf.ts';
import type { Drawing } from '../../canvas/drawing.ts';
import type { Layer, StepState } from '../../canvas/layer.ts';
import { nameLines, roomForSummary } from '../../canvas/placeLabels.ts';
import type { StepData } from '../../canvas/stepData.ts';
import type { Faults } from '../problems/faultsByPlace.ts';

/** What is written and drawn of a step of a draft. */
export interface DraftData extends StepData {
  faults: Faults | undefined;
  /** A case stands here, in what lies on top. */
  disc: boolean;
}

/** What React Flow carries for a step of a draft. */
export interface DraftNode {
  id: string;
  type: 'draft';
  position: { x: number; y: number };
  width: number;
  height: number;
  measured: { width: number; height: number };
  handles: never[];
  zIndex: number;
  selected: boolean;
  data: DraftData;
}

/** Everything a node is made of besides its step. */
export interface NodeContext {
  drawing: Drawing;
  language: keyof Text;
  selected: ReadonlySet<string>;
  faults: ReadonlyMap<string, Faults>;
  layer: Layer | undefined;
  stateWord(state: StepState): string;
}

/** The nodes of a draft: as long as nothing about a step changes its node is the same object, so that React looks at what an edit touched and at nothing else. */
export class DraftNodes {
  #known = new Map<string, { of: readonly unknown[]; node: DraftNode }>();

  of(process: Process, { drawing, language, selected, faults, layer, stateWord }: NodeContext): DraftNode[] {
    const hosts = new Set(process.steps.map((step) => drawnStep(step).host));
    const discs = new Set(layer?.discs.map((disc) => disc.step));
    const known = new Map<string, { of: readonly unknown[]; node: DraftNode }>();
    const nodes = process.steps.map((step) => {
      const box = drawing.boxes.get(step.id)!; // every step has a box
      const label = drawing.stepLabels.get(step.id);
      const mark = layer?.marks.get(step.id);
      const made = [step, box, label, language, selected.has(step.id), faults.get(step.id), mark, hosts.has(step.id), discs.has(step.id), layer !== undefined] as const;
      const old = this.#known.get(step.id);
      if (old?.of.every((part, i) => part === made[i])) {
        known.set(step.id, old);
        return old.node;
      }
      const kind = kindOf(step);
      const title = step.name[language];
      const summary = kind.look.summary(step)?.[language];
      const stateName = mark ? stateWord(mark.state) : layer && stateWord('waiting');
      const size = { width: box.width, height: box.height };
      const data = sameData(old?.node.data, {
        step: drawnStep(step),
        title,
        summary: roomForSummary(title, summary, made[7]) ? summary : undefined,
        hosts: made[7],
        long: nameLines(title) > 2,
        label: label && { ...label, x: label.x - box.x, y: label.y - box.y },
        state: mark?.state,
        stateName,
        hover: [title, stateName, mark?.note?.[language]].filter(Boolean).join('\n'),
        faults: made[5],
        disc: made[8],
      });
      const node: DraftNode = {
        id: step.id,
        type: 'draft',
        position: { x: box.x, y: box.y },
        ...size,
        measured: size,
        handles: [], // flows are drawn by us: React Flow has nothing to measure
        zIndex: kind.contains ? 0 : 3,
        selected: made[4],
        data,
      };
      known.set(step.id, { of: made, node });
      return node;
    });
    this.#known = known;
    return nodes;
  }
}

const alike = (a: object, b: object, left: string): boolean => Object.entries(b).every(([name, value]) => name === left || a[name as keyof typeof a] === value);

/** The former data where a step only stands elsewhere, so that it is moved and not drawn anew. */
function sameData(before: DraftData | undefined, now: DraftData): DraftData {
  if (!before || !alike(before.step, now.step, 'position')) return now;
  const label = before.label === now.label || (before.label !== undefined && now.label !== undefined && alike(before.label, now.label, ''));
  return label && alike({ ...before, step: now.step, label: now.label }, now, '') ? before : now;
}

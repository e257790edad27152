import { MarkerType, ReactFlow, ReactFlowProvider, useReactFlow, useStoreApi, ViewportPortal } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Process } from '../../model/process.ts';
import type { StageId } from '../../model/steps/defineStep.ts';
import { kindOf } from '../../model/steps/index.ts';
import { useText } from '../language/useText.ts';
import { BandOnCanvas, type BandNode } from './BandOnCanvas.tsx';
import './canvas.css';
import { CanvasTools } from './CanvasTools.tsx';
import { carryOver, type CarriedDisc } from './carryOver.ts';
import { diagramOf } from './diagramOf.ts';
import { drawingOf } from './drawing.ts';
import { FlowOnCanvas, type FlowEdge } from './FlowOnCanvas.tsx';
import type { Layer } from './layer.ts';
import { Overview } from './Overview.tsx';
import { nameLines, roomForSummary } from './placeLabels.ts';
import { processMarks } from './processMarks.ts';
import { StageTitles } from './StageTitles.tsx';
import { closeView, inSight, stageView, wholeView } from './viewOf.ts';
import { StepOnCanvas, type StepNode } from './StepOnCanvas.tsx';

const nodeTypes = { step: StepOnCanvas, band: BandOnCanvas };
const edgeTypes = { flow: FlowOnCanvas };
const marker = { type: MarkerType.ArrowClosed, color: 'var(--line)', width: 16, height: 16 };
// The size of an arrowhead grows with its line.
const takenMarker = { type: MarkerType.ArrowClosed, color: 'var(--ink)', width: 9, height: 9 };

/** What the canvas shows and tells. */
export interface ProcessCanvasProps {
  process: Process;
  /** What is shown on top: a case, a rehearsal, a moment of the past. */
  layer?: Layer;
  selected?: string | undefined;
  onSelect?: (step: string | undefined) => void;
  /** The stage to look at first where the layer names no steps; the whole process where not said. */
  firstLook?: StageId | undefined;
  height: number | string;
}

/** A process drawn large: stage bands, BPMN shapes, routed flows, and a layer on top. */
export function ProcessCanvas(props: ProcessCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ process, layer, selected, onSelect, firstLook, height }: ProcessCanvasProps) {
  const { t } = useTranslation();
  const { text, list, language } = useText();
  const flow = useReactFlow();
  const diagram = useMemo(() => diagramOf(process), [process]);
  const drawing = useMemo(() => drawingOf(diagram, language), [diagram, language]);

  const nodes = useMemo(() => {
    const bands = drawing.bands.map((band): BandNode => ({
      id: `band ${band.stage}`,
      type: 'band',
      position: { x: band.x, y: band.y },
      width: band.width,
      height: band.height,
      zIndex: -10,
      selectable: false,
      focusable: false,
      draggable: false,
      data: { stage: band.stage },
    }));
    const marks = layer?.marks ?? processMarks(process);
    const hosts = new Set(diagram.steps.map((step) => step.host));
    const steps = process.steps.map((step, index): StepNode => {
      const box = drawing.boxes.get(step.id)!; // every step has a box
      const label = drawing.stepLabels.get(step.id);
      const mark = marks.get(step.id);
      const kind = kindOf(step);
      const stateName = mark ? t(`state.${mark.state}`) : layer && !layer.flows ? t('state.waiting') : undefined;
      const title = text(step.name);
      const summary = text(kind.look.summary(step)) || undefined;
      return {
        id: step.id,
        type: 'step',
        position: { x: box.x, y: box.y },
        width: box.width,
        height: box.height,
        zIndex: kind.contains ? 0 : 3,
        draggable: false,
        // A hundred steps would be a hundred presses of the tab key: the outline lists them all, the canvas stops where the case stands.
        focusable: layer?.focus.includes(step.id) ?? false,
        selected: selected === step.id,
        ariaLabel: list([text(kind.title), title, stateName ?? ''].filter(Boolean)),
        data: {
          step: diagram.steps[index]!, // the diagram keeps the order of the process
          title,
          summary: roomForSummary(title, summary, hosts.has(step.id)) ? summary : undefined,
          hosts: hosts.has(step.id),
          long: nameLines(title) > 2,
          label: label && { ...label, x: label.x - box.x, y: label.y - box.y },
          state: mark?.state,
          stateName,
          hover: [title, stateName, text(mark?.note)].filter(Boolean).join('\n'),
        },
      };
    });
    return [...bands, ...steps];
  }, [drawing, diagram, process, layer, selected, text, list, t]);

  const edges = useMemo(() => {
    const stageOf = new Map(process.steps.map((step) => [step.id, step]));
    return process.flows.map((item): FlowEdge => {
      const source = stageOf.get(item.from);
      const inside = source?.parent !== undefined;
      const taken = layer?.taken.has(item.id) ?? false;
      const change = layer?.flows?.get(item.id);
      return {
        id: item.id,
        source: item.from,
        target: item.to,
        type: 'flow',
        zIndex: taken ? 2 : 1,
        focusable: false,
        markerEnd: taken ? takenMarker : marker,
        data: {
          points: drawing.routes.get(item.id) ?? [],
          label: drawing.flowLabels.get(item.id),
          hover: item.condition,
          isDefault: item.isDefault ?? false,
          taken,
          change,
          changeName: change && t(`state.${change}`),
          tint: inside ? 'var(--canvas)' : `var(--${source?.stage ?? 'declaration'}-tint)`,
        },
      };
    });
  }, [drawing, process, layer, t]);

  const store = useStoreApi();
  const look = (stage: StageId | undefined, duration: number) => {
    const screen = store.getState();
    const here = (layer?.discs ?? []).filter((disc) => process.steps.some((step) => step.id === disc.step && step.stage === stage)).flatMap((disc) => drawing.boxes.get(disc.step) ?? []);
    void flow.setViewport(stage ? stageView(stage, diagram.steps, drawing, screen, here) : wholeView(drawing, screen), { duration });
  };
  const focus = useMemo(() => (layer?.focus ?? []).flatMap((step) => drawing.boxes.get(step) ?? []), [layer, drawing]);
  const lookHere = (duration: number) => void flow.setViewport(closeView(focus, drawing, store.getState()), { duration });
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;

  // What was chosen elsewhere, in the outline, is brought into sight.
  useEffect(() => {
    const box = selected === undefined ? undefined : drawing.boxes.get(selected);
    const { width, height: screenHeight, transform: [x, y, zoom] } = store.getState();
    if (!box || width === 0) return;
    const left = box.x * zoom + x;
    const top = box.y * zoom + y;
    const seen = zoom > 0.5 && left >= 0 && top >= 28 && left + Math.min(box.width, 140) * zoom <= width && top + Math.min(box.height, 64) * zoom <= screenHeight;
    if (!seen) void flow.setCenter(box.x + Math.min(box.width, 400) / 2, box.y + Math.min(box.height, 300) / 2, { zoom: Math.max(zoom, 0.85), duration: still });
  }, [selected, drawing, flow, store, still]);

  // When the case goes on, the canvas goes with it, unless the person has been looking elsewhere.
  const before = useRef(focus);
  useEffect(() => {
    const left = before.current;
    before.current = focus;
    const screen = store.getState();
    const view = flow.getViewport();
    if (screen.width > 0 && inSight(left, view, screen) && !inSight(focus, view, screen)) void flow.setViewport(closeView(focus, drawing, screen), { duration: still });
  }, [focus, drawing, flow, store, still]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const pan = { ArrowLeft: [80, 0], ArrowRight: [-80, 0], ArrowUp: [0, 80], ArrowDown: [0, -80] }[event.key];
    const viewport = flow.getViewport();
    if (pan) void flow.setViewport({ ...viewport, x: viewport.x + (pan[0] ?? 0), y: viewport.y + (pan[1] ?? 0) });
    else if (event.key === '+' || event.key === '=') void flow.zoomIn();
    else if (event.key === '-') void flow.zoomOut();
    else if (event.key === '0') look(undefined, still);
    else if (event.key === 'Enter' || event.key === ' ') {
      const id = event.target instanceof Element ? event.target.closest('.react-flow__node')?.getAttribute('data-id') : undefined;
      if (!id) return;
      onSelect?.(id);
    } else return;
    event.preventDefault();
  };

  return (
    <div>
      <CanvasTools stages={process.stages.filter((stage) => drawing.bands.some((band) => band.stage === stage.id))} here={layer && !layer.flows ? t(layer.discs.length ? 'canvas.here' : 'canvas.end') : undefined} onHere={() => lookHere(still)} onLook={(stage) => look(stage, still)} onZoom={(closer) => void (closer ? flow.zoomIn({ duration: still }) : flow.zoomOut({ duration: still }))} />
      <Overview diagram={diagram} drawing={drawing} language={language} layer={layer} duration={still} />
      <div className={layer ? (layer.flows ? 'canvas is-compared' : 'canvas has-layer') : 'canvas'} style={{ height }} onKeyDown={onKeyDown} tabIndex={0} role="group" aria-label={t('canvas.label', { name: text(process.name) })}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onInit={() => (layer?.focus.length ? lookHere(0) : look(firstLook, 0))}
          onNodeClick={(_event, node) => onSelect?.(node.type === 'step' ? node.id : undefined)}
          onPaneClick={() => onSelect?.(undefined)}
          nodesDraggable={false}
          nodesConnectable={false}
          minZoom={0.1}
          maxZoom={2}
          zoomOnScroll={false}
          preventScrolling={false}
          zoomOnDoubleClick={false}
          proOptions={{ hideAttribution: true }}
          deleteKeyCode={null}
          elevateNodesOnSelect={false}
        >
          <StageTitles bands={drawing.bands} stages={process.stages} text={text} />
          {layer && (
            <ViewportPortal>
              <Discs layer={layer} drawing={drawing} />
            </ViewportPortal>
          )}
        </ReactFlow>
      </div>
    </div>
  );
}

function Discs({ layer, drawing }: { layer: Layer; drawing: ReturnType<typeof drawingOf> }) {
  const shown = useRef<CarriedDisc[]>([]);
  const [carried, setCarried] = useState<CarriedDisc[]>([]);
  useEffect(() => {
    shown.current = carryOver(shown.current, layer.discs);
    setCarried(shown.current);
  }, [layer.discs]);
  return carried.map((disc) => {
    const box = drawing.boxes.get(disc.step);
    const rank = layer.discs.filter((other) => other.step === disc.step).findIndex((other) => other.id === disc.id);
    return box ? <div key={disc.key} className="disc" style={{ transform: `translate(${box.x + 12 + Math.max(rank, 0) * 14}px, ${box.y}px)`, zIndex: 5 }} /> : null;
  });
}

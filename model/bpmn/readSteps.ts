import type { Box } from '../diagram/box.ts';
import { nameSchema, stageIds, type StageId } from '../steps/defineStep.ts';
import { fieldLabels } from '../steps/fieldLabels.ts';
import { stepKinds, stepSchema, type Step } from '../steps/index.ts';
import type { Eye } from './defineMapping.ts';
import { elementsIn, idOf, textIn, type Element } from './element.ts';
import { noteUnread } from './leftovers.ts';
import { camelCase, Names } from './names.ts';
import { calledInFile, nameOfFile, type Notebook } from './notebook.ts';
import { settle, type Fields } from './ownPart.ts';
import type { Unplaced } from './placeSteps.ts';
import { plainName } from './plainText.ts';
import type { FileElements, StepElement } from './readElements.ts';
import type { FileNames } from './readNames.ts';
import { scratchEye, scratchPen } from './scratch.ts';

/** A step as it was read, still without a place where the file has none, and without a stage where the file does not say. */
export interface ReadStep extends Unplaced {
  element: Element;
  staged: boolean;
}

/** The identifiers of steps and flows: as they are in the file where they can be, else new; each change is noted. */
export function readIds({ steps, flows }: FileElements, keptOf: (element: Element) => Fields | undefined, own: boolean, notebook: Notebook): Map<Element, string> {
  const ids = new Map<Element, string>();
  const names = own ? new Names([]) : new Names(); // what we wrote keeps even a name that should not have been given
  const all = [...steps.map(({ element }) => element), ...flows];
  for (const element of all) {
    const kept = keptOf(element);
    const own = kept?.['id'];
    if (typeof own === 'string' && idOf(element).startsWith(`${own}_`) && nameSchema.safeParse(own).success) ids.set(element, own);
    else if (nameSchema.safeParse(idOf(element)).success && (kept || names.isFree(idOf(element)))) ids.set(element, idOf(element));
    const taken = ids.get(element);
    if (taken !== undefined) names.keep(taken);
  }
  for (const element of all) {
    if (ids.has(element)) continue;
    const id = names.fresh(camelCase(idOf(element), flows.includes(element) ? 'flow' : 'step'));
    ids.set(element, id);
    notebook.say('changed', element, `“${calledInFile(element)}”的标识“${idOf(element)}”改为“${id}”。`, `The identifier “${idOf(element)}” of “${calledInFile(element)}” became “${id}”.`, flows.includes(element) ? { flow: id } : { step: id });
  }
  return ids;
}

function stageIn(element: Element): StageId | undefined {
  return elementsIn(element, 'categoryValueRef').flatMap((value) => stageIds.find((stage) => idOf(value) === `Stage_${stage}`) ?? [])[0];
}

/** What the shape in the file says of a step's place, as its fields. */
function drawnFields(box: Box | undefined, outer: Box | undefined, container: Element | undefined): Fields {
  if (!box || (container && !outer)) return {};
  return { position: { x: box.x - (outer?.x ?? 0), y: box.y - (outer?.y ?? 0) }, size: { width: box.width, height: box.height } };
}

/** The fields that another tool has not touched since we wrote them, and those that the standard part now says. */
function settled({ element, mapping, container }: StepElement, kept: Fields, boxes: Map<string, Box>, eye: Eye): { fields: Fields; taken: string[] } {
  const box = boxes.get(idOf(element));
  const { drawn, id: _id, ...rest } = kept;
  const asWritten = Array.isArray(drawn) && box !== undefined && drawn.join() === [box.x, box.y, box.width, box.height].join();
  const place = drawnFields(box, container && boxes.get(idOf(container)), container);
  const attribute = textIn(element, 'name') ?? '';
  const name = nameOfFile(attribute);
  const read: Fields = { ...mapping.read(element, eye), ...(name ? { name } : {}) };
  const candidate = { ...read, ...rest } as unknown as Step; // as far as a file can be trusted: what comes of it is parsed by the schema
  const written: Fields = {};
  const keptName = nameFrom(rest['name']);
  if (keptName) written['name'] = { zh: plainName(keptName), en: plainName(keptName) };
  else if (name) written['name'] = name;
  const scratch = scratchPen.make(element.$type);
  try {
    for (const [property, value] of Object.entries(mapping.write(candidate, scratchPen))) if (value !== undefined) scratch[property] = value;
  } catch {
    return { fields: { ...place, ...read }, taken: Object.keys(rest) }; // a damaged part of ours: only the standard part counts
  }
  Object.assign(written, mapping.read(scratch, scratchEye));
  const kept2 = asWritten ? rest : Object.fromEntries(Object.entries(rest).filter(([field]) => field !== 'position' && field !== 'size'));
  // Where the drawing was changed, it says where things stand.
  const placeWritten = { position: read['position'], size: read['size'] };
  const result = settle(kept2, read, { ...written, ...placeWritten });
  return { ...result, fields: { ...place, ...result.fields } };
}

function nameFrom(value: unknown): string | undefined {
  return typeof value === 'object' && value !== null && 'zh' in value && typeof value.zh === 'string' ? value.zh : undefined;
}

function parsed(fields: Fields, kind: Step['kind']): Step | undefined {
  const { size: _size, ...rest } = fields;
  const result = stepSchema.safeParse({ ...(stepKinds[kind].contains ? fields : rest), kind });
  return result.success ? result.data : undefined;
}

/** Reads the steps of a file: those we wrote come back as they were, those of other tools with what can be known of them. */
export function readSteps(found: FileElements, ids: Map<Element, string>, boxes: Map<string, Box>, names: FileNames, notebook: Notebook): ReadStep[] {
  const eye: Eye = {
    ...names,
    stepId: (element) => (element ? ids.get(element) : undefined),
    changed: (element, zh, en) => notebook.say('changed', element, zh, en, { step: ids.get(element) ?? '' }),
  };
  return found.steps.map((each) => {
    const { element, container, mapping, kept } = each;
    const id = ids.get(element) ?? idOf(element);
    const parent = eye.stepId(container);
    const stage = stageIn(element);
    const always: Fields = { id, ...(parent === undefined ? {} : { parent }), stage: stage ?? 'declaration' };
    const box = boxes.get(idOf(element));
    noteUnread(element, mapping.reads, notebook);
    if (kept) {
      const { fields, taken } = settled(each, kept, boxes, eye);
      const step = parsed({ ...fields, ...always }, mapping.kind);
      if (step) {
        const labels = fieldLabels(step);
        for (const field of taken) {
          const label = labels.get(field) ?? { zh: field, en: field };
          notebook.say('changed', element, `“${calledInFile(element)}”的“${label.zh}”在别的工具中改过，以文件为准。`, `“${label.en}” of “${calledInFile(element)}” was changed in another tool; the file counts.`, { step: id, field });
        }
        return { element, step, drawn: box, settled: box !== undefined, staged: stage !== undefined };
      }
      notebook.say('leftOut', element, `“${calledInFile(element)}”的扩展数据已损坏，只导入标准部分。`, `The data kept beside “${calledInFile(element)}” are damaged; only the standard part was imported.`, { step: id });
    }
    const also = mapping.also?.[element.$type];
    if (also) eye.changed(element, `“${calledInFile(element)}”：${also.zh}`, `“${calledInFile(element)}”: ${also.en}`);
    const said = mapping.read(element, eye);
    const name = nameOfFile(textIn(element, 'name')?.trim() ?? '') ?? stepKinds[mapping.kind].title;
    const fields = { position: { x: 0, y: 0 }, name, ...always, ...mapping.supply(element, eye, said) };
    return { element, step: { ...fields, kind: mapping.kind } as unknown as Step, drawn: box, settled: false, staged: stage !== undefined }; // supply gives what the kind has of its own; the whole is parsed at the end
  });
}

import type { Box } from '../diagram/box.ts';
import { processSchema, type Flow, type Process } from '../process.ts';
import type { StageId } from '../steps/defineStep.ts';
import type { Step } from '../steps/index.ts';
import { elementIn, elementsIn, idOf, isA, textIn, type Element } from './element.ts';
import { guessStages, inFrames, stageNamed } from './guessStages.ts';
import { noteUnread } from './leftovers.ts';
import { calledInFile, Notebook } from './notebook.ts';
import type { ImportNote } from './note.ts';
import { parse, type Parsed } from './parse.ts';
import { placeSteps } from './placeSteps.ts';
import { readDrawing } from './readDrawing.ts';
import { groupText, readElements, type FileElements } from './readElements.ts';
import { keptFlow, readFlows } from './readFlows.ts';
import { readNames } from './readNames.ts';
import { readFrame, type ProcessFrame } from './readProcess.ts';
import { readIds, readSteps, type ReadStep } from './readSteps.ts';

/** What came of an import: the process, where the file was not refused, and everything a reader has to know of it. */
export interface Imported {
  process?: Process;
  notes: ImportNote[];
}

/** Things in their kept order; what is new stands behind. */
function ordered<T>(drawn: readonly { id: string; thing: T }[], beside: readonly T[], order: readonly string[]): T[] {
  if (order.length === 0) return [...drawn.map(({ thing }) => thing), ...beside];
  const left = new Map<string, T>([...drawn.map(({ id, thing }) => [id, thing] as const), ...beside.map((thing, index) => [`#${index}`, thing] as const)]);
  const inOrder = order.flatMap((id) => {
    const thing = left.get(id);
    left.delete(id);
    return thing === undefined ? [] : [thing];
  });
  return [...inOrder, ...left.values()];
}

/** Says what stands at the top of the file and has no place here: pools, messages between them, signals, data stores … */
function noteTop({ definitions, process }: Parsed, notebook: Notebook): void {
  const quiet = ['bpmn:Process', 'bpmn:Category', 'bpmn:Message', 'bpmn:Error', 'bpmn:Resource'];
  for (const element of elementsIn(definitions, 'rootElements')) {
    if (quiet.some((type) => isA(element, type))) continue;
    if (isA(element, 'bpmn:Collaboration')) {
      // The pool around the process says nothing but its name.
      const parts = ['participants', 'messageFlows', 'artifacts', 'conversations'].flatMap((part) => elementsIn(element, part));
      for (const part of parts.filter((each) => elementIn(each, 'processRef') !== process)) {
        notebook.say('leftOut', part, `“${calledInFile(part)}”（${part.$type}）在流程之外，未导入。`, `“${calledInFile(part)}” (${part.$type}) is outside the process and was left out.`);
      }
    } else {
      notebook.say('leftOut', element, `“${calledInFile(element)}”（${element.$type}）未导入。`, `“${calledInFile(element)}” (${element.$type}) was left out.`);
    }
  }
  noteUnread(definitions, ['targetNamespace', 'expressionLanguage', 'typeLanguage', 'exporter', 'exporterVersion', 'rootElements', 'diagrams', 'relationships'], notebook);
  noteUnread(process, ['flowElements', 'artifacts', 'laneSets', 'isExecutable', 'isClosed', 'processType'], notebook);
}

/** The stages that frames and lanes of the file speak of, by the step they are around. */
function stagesAround(found: FileElements, frame: ProcessFrame, process: Element, boxes: Map<string, Box>, ids: Map<Element, string>, notebook: Notebook): Map<string, StageId> {
  const frames = found.groups.flatMap((group) => {
    const { id, text } = groupText(group);
    const stage = stageNamed(id, frame.rest.stages) ?? stageNamed(text, frame.rest.stages);
    const box = boxes.get(idOf(group));
    if (stage === undefined) notebook.say('leftOut', group, `分组“${text || idOf(group)}”未导入。`, `The group “${text || idOf(group)}” was left out.`);
    return stage !== undefined && box ? [{ stage, box }] : [];
  });
  const drawn = new Map(found.steps.flatMap(({ element }) => {
    const box = boxes.get(idOf(element));
    return box ? [[ids.get(element) ?? '', box] as const] : [];
  }));
  const known = inFrames(frames, drawn);
  for (const lane of elementsIn(process, 'laneSets').flatMap((set) => elementsIn(set, 'lanes'))) {
    const stage = stageNamed(textIn(lane, 'name') ?? '', frame.rest.stages);
    for (const element of stage === undefined ? [] : elementsIn(lane, 'flowNodeRef')) known.set(ids.get(element) ?? '', stage ?? 'declaration');
  }
  return known;
}

/** Puts steps where they stand and into their stages; says how much of that is a guess. */
function settleSteps(read: readonly ReadStep[], flows: readonly Flow[], known: ReadonlyMap<string, StageId>, process: Element, notebook: Notebook): Step[] {
  const { steps, missing } = placeSteps(read, flows);
  if (missing > 0) {
    notebook.say('assumed', process, `有 ${missing} 个步骤在文件中没有画出位置，已自动从左到右排列；请核对。`, `${missing} steps have no place in the drawing of the file and were laid out from left to right; check them.`);
  }
  const staged = new Set(read.filter((each) => each.staged).map(({ step }) => step.id));
  if (read.every((each) => each.staged)) return steps;
  const unsaid = read.filter((each) => !each.staged && !known.has(each.step.id)).length;
  const zh = unsaid > 0 ? `文件没有说明 ${unsaid} 个步骤的阶段，按位置从左到右推定；请核对。` : '步骤的阶段按文件中的分组或泳道推定；请核对。';
  const en = unsaid > 0 ? `The file does not say the stage of ${unsaid} steps; it was guessed from left to right: check it.` : 'The stages were guessed by the groups or lanes of the file; check them.';
  notebook.say('assumed', process, zh, en, { field: 'stages' });
  const guessed = guessStages(steps, staged, known);
  return steps.map((step, index) => (read[index]?.staged ? step : (guessed[index] ?? step)));
}

/**
 * Reads BPMN 2.0 XML of any tool. Our own export comes back as the very process that it was; from other tools we take what we can run, and list
 * with its place everything that was left out, changed or assumed: nothing is dropped in silence. `into` is the process that the drawing comes
 * into; its measure, forms, roles and separation are kept. A refused file gives a note and no process. Never throws for a bad file.
 */
export async function importBpmn(xml: string, into?: Process): Promise<Imported> {
  const file = await parse(xml);
  if ('refused' in file) {
    const { message, line } = file.refused;
    return { notes: [{ weight: 'refused', message, where: line === undefined ? {} : { line } }] };
  }
  const notebook = new Notebook(file.lines);
  notebook.notes.push(...file.notes);
  noteTop(file, notebook);
  const frame = readFrame(file.process, into, notebook);
  const found = readElements(file.process, notebook);
  const keptSteps = new Map(found.steps.flatMap(({ element, kept }) => (kept ? [[element, kept] as const] : [])));
  const ids = readIds(found, (element) => keptSteps.get(element) ?? keptFlow(element), frame.own, notebook);
  const boxes = readDrawing(file.definitions, file.process);
  const names = readNames(file.process, frame.rest.roles, notebook);
  const read = readSteps(found, ids, boxes, names, notebook);
  const flows = readFlows(found, ids, notebook);
  const known = stagesAround(found, frame, file.process, boxes, ids, notebook);
  const steps = settleSteps(read, flows.map(({ flow }) => flow), known, file.process, notebook);
  const process = processSchema.safeParse({
    ...frame.rest,
    roles: [...frame.rest.roles, ...names.found()],
    steps: ordered(steps.map((thing, index) => ({ id: idOf(read[index]?.element), thing })), frame.beside.steps, frame.order.steps),
    flows: ordered(flows.map(({ flow, element }) => ({ id: idOf(element), thing: flow })), frame.beside.flows, frame.order.flows),
  });
  if (process.success) return { process: process.data, notes: notebook.notes };
  const [issue] = process.error.issues;
  const where = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 200);
  return { notes: [...notebook.notes, { weight: 'refused', message: { zh: `文件导入后不成为合格的流程（${where}）；请更正文件。`, en: `The file does not make a well-formed process (${where}); correct the file.` }, where: {} }] };
}

import type { Geometry } from '../diagram/box.ts';
import { plainGeometry } from '../diagram/plainGeometry.ts';
import type { Flow, Process } from '../process.ts';
import { stageIds, type StageId } from '../steps/defineStep.ts';
import { kindOf, type Step } from '../steps/index.ts';
import { drawable, type Drawable } from './drawable.ts';
import { moddle, ownNamespace, type Element } from './element.ts';
import { mappingOf } from './kinds/index.ts';
import { ownPart, untold, writeOwn, type Fields } from './ownPart.ts';
import { feelLanguage } from './parts/feel.ts';
import { plainName, plainText } from './plainText.ts';
import { scratchEye } from './scratch.ts';
import type { Pen } from './defineMapping.ts';
import { writeDiagram } from './writeDiagram.ts';

/** Everything of one file while it is written. */
interface Sheet {
  process: Process;
  geometry: Geometry;
  drawing: Drawable;
  pen: Pen;
  /** Elements of steps and flows, and those at the top of the file. */
  elements: Map<Step | Flow, Element>;
  top: Map<string, Element>;
  stages: Map<StageId, Element>;
  fresh(id: string): string;
}

function freshIds(): (id: string) => string {
  const used = new Set<string>();
  return (id) => {
    let free = id;
    for (let count = 2; used.has(free); count += 1) free = `${id}_${count}`;
    used.add(free);
    return free;
  };
}

function sheetOf(process: Process, geometry: Geometry): Sheet {
  const elements = new Map<Step | Flow, Element>();
  const top = new Map<string, Element>();
  const byId = new Map<string, Element>();
  const fresh = freshIds();
  const once = (key: string, make: () => Element): Element => {
    const element = top.get(key) ?? make();
    top.set(key, element);
    return element;
  };
  const roleNames = new Map(process.roles.map((role) => [role.id, role.name.zh]));
  const drawing = drawable(process);
  const stages = new Map(stageIds.map((stage) => {
    const name = process.stages.find((candidate) => candidate.id === stage)?.name.zh ?? stage;
    return [stage, moddle.create('bpmn:CategoryValue', { id: `Stage_${stage}`, value: plainName(name) })];
  }));
  const pen: Pen = {
    make: (type, properties) => moddle.create(type, properties),
    stepElement: (id) => byId.get(id),
    message: (name) => once(`Message_${name}`, () => moddle.create('bpmn:Message', { id: `Message_${name}`, name })),
    error: (code) => once(`Error_${code}`, () => moddle.create('bpmn:Error', { id: `Error_${code}`, name: code, errorCode: code })),
    role: (id) => once(`Role_${id}`, () => moddle.create('bpmn:Resource', { id: `Role_${id}`, name: plainName(roleNames.get(id) ?? id) })),
  };
  for (const { step } of drawing.steps) {
    const element = moddle.create(kindOf(step).bpmn, { id: fresh(step.id), name: plainName(step.name.zh), categoryValueRef: [stages.get(step.stage)] });
    elements.set(step, element);
    if (!byId.has(step.id)) byId.set(step.id, element);
  }
  for (const { flow } of drawing.flows) elements.set(flow, moddle.create('bpmn:SequenceFlow', { id: fresh(flow.id) }));
  return { process, geometry, drawing, pen, elements, top, stages, fresh };
}

const asName = (attribute: unknown): Fields => (typeof attribute === 'string' && attribute !== '' ? { name: { zh: attribute, en: attribute } } : {});

/** What the drawing says of a step's place: relative to its container, and its size. */
function toldPlace(sheet: Sheet, step: Step, container: Step | undefined): Fields {
  const box = sheet.geometry.boxes.get(step.id);
  const outer = container ? sheet.geometry.boxes.get(container.id) : { x: 0, y: 0 };
  if (!box || !outer) return {};
  return { position: { x: box.x - outer.x, y: box.y - outer.y }, size: { width: box.width, height: box.height } };
}

function writeStep(sheet: Sheet, step: Step, container: Step | undefined): void {
  const element = sheet.elements.get(step);
  if (!element) return;
  for (const [property, value] of Object.entries(mappingOf(step).write(step, sheet.pen))) if (value !== undefined) element[property] = value;
  const told = { ...toldPlace(sheet, step, container), ...asName(element['name']), ...mappingOf(step).read(element, scratchEye) };
  const { kind, ...rest } = untold({ ...step }, { ...told, id: element['id'], stage: step.stage, parent: step.parent });
  const box = sheet.geometry.boxes.get(step.id);
  const drawn = box && ('position' in rest || 'size' in rest) ? { drawn: [box.x, box.y, box.width, box.height] } : {};
  writeOwn(element, [ownPart('shenpi:Step', String(kind), { ...rest, ...drawn })]);
}

function writeFlow(sheet: Sheet, flow: Flow, from: Step, to: Step): void {
  const element = sheet.elements.get(flow);
  const source = sheet.elements.get(from);
  const target = sheet.elements.get(to);
  if (!element || !source || !target) return;
  if (flow.name) element['name'] = plainName(flow.name.zh);
  element['sourceRef'] = source;
  element['targetRef'] = target;
  if (flow.condition !== undefined) element['conditionExpression'] = moddle.create('bpmn:FormalExpression', { language: feelLanguage, body: plainText(flow.condition) });
  source['outgoing'] = [...((source['outgoing'] as Element[] | undefined) ?? []), element]; // set here alone
  target['incoming'] = [...((target['incoming'] as Element[] | undefined) ?? []), element]; // set here alone
  const mayDefault = source.$descriptor.properties?.some((property) => property.name === 'default') === true;
  const isDefault = flow.isDefault === true && mayDefault && source['default'] === undefined;
  if (isDefault) source['default'] = element;
  const told = { id: element['id'], from: flow.from, to: flow.to, ...asName(element['name']), condition: flow.condition?.trim() ? plainText(flow.condition) : undefined, isDefault: isDefault ? true : undefined };
  const rest = untold({ ...flow }, told);
  if (Object.keys(rest).length > 0) writeOwn(element, [ownPart('shenpi:Flow', undefined, rest)]);
}

/** Elements by the container they are in, in the order of the file: what it contains, then the flows that leave there. */
function fill(sheet: Sheet, processElement: Element): { steps: string[]; flows: string[] } {
  const order = { steps: [] as string[], flows: [] as string[] };
  const place = (container: Step | undefined, into: Element): void => {
    const here = sheet.drawing.steps.filter((each) => each.container === container);
    const inside = new Set(here.map(({ step }) => step));
    const flows = sheet.drawing.flows.filter(({ from }) => inside.has(from));
    for (const { step } of here) {
      const element = sheet.elements.get(step);
      if (!element) continue;
      order.steps.push(String(element['id']));
      if (kindOf(step).contains) place(step, element);
    }
    order.flows.push(...flows.map(({ flow }) => String(sheet.elements.get(flow)?.['id'])));
    const elements = [...here.map(({ step }) => step), ...flows.map(({ flow }) => flow)].flatMap((each) => sheet.elements.get(each) ?? []);
    if (elements.length > 0) into['flowElements'] = elements;
  };
  place(undefined, processElement);
  return order;
}

/** The order of the process, by identifiers of the file and `#0`, `#1` … for what stands beside; absent where the file has it anyway. */
function orderOf<T extends Step | Flow>(sheet: Sheet, all: readonly T[], beside: readonly T[], inFile: string[]): string[] | undefined {
  const besides = new Map(beside.map((each, index) => [each, `#${index}`]));
  const order = all.map((each) => besides.get(each) ?? String(sheet.elements.get(each)?.['id']));
  return order.join() === inFile.join() ? undefined : order;
}

function writeProcess(sheet: Sheet): Element {
  const { process, drawing } = sheet;
  const element = moddle.create('bpmn:Process', { id: sheet.fresh(process.id), name: plainName(process.name.zh), isExecutable: true });
  for (const { step, container } of drawing.steps) writeStep(sheet, step, container);
  for (const { flow, from, to } of drawing.flows) writeFlow(sheet, flow, from, to);
  const inFile = fill(sheet, element);
  const { steps: _steps, flows: _flows, forms, measure, ...rest } = process;
  const order = { steps: orderOf(sheet, process.steps, drawing.beside.steps, inFile.steps), flows: orderOf(sheet, process.flows, drawing.beside.flows, inFile.flows) };
  const beside = drawing.beside.steps.length + drawing.beside.flows.length > 0 ? { beside: drawing.beside } : {};
  writeOwn(element, [
    ownPart('shenpi:Process', undefined, { ...untold(rest, { id: element['id'], ...asName(element['name']) }), ...(order.steps || order.flows ? { order } : {}), ...beside }),
    ownPart('shenpi:Measure', measure.number, measure),
    ...forms.map((form) => ownPart('shenpi:Form', form.id, form)),
  ]);
  return element;
}

/**
 * A process as BPMN 2.0 XML with its drawing, for any BPMN tool: what BPMN can say in its own elements, everything else as JSON in extension elements
 * of one namespace, so that {@link importBpmn} gives back the same process. Any well-formed process can be written, however unfinished; the same
 * process gives the same text. `geometry` is where everything stands, in canvas units; without it flows run straight.
 */
export async function exportBpmn(process: Process, geometry: Geometry = plainGeometry(process)): Promise<string> {
  const sheet = sheetOf(process, geometry);
  for (const role of process.roles) sheet.pen.role(role.id);
  const element = writeProcess(sheet);
  const groups = stageIds.flatMap((stage) => {
    const boxes = sheet.drawing.steps.flatMap(({ step, container }) => (step.stage === stage && container === undefined ? (geometry.boxes.get(step.id) ?? []) : []));
    return boxes.length > 0 ? [{ group: moddle.create('bpmn:Group', { id: `Band_${stage}`, categoryValueRef: sheet.stages.get(stage) }), boxes }] : [];
  });
  if (groups.length > 0) element['artifacts'] = groups.map(({ group }) => group);
  const stages = moddle.create('bpmn:Category', { id: 'Stages', name: '阶段', categoryValue: [...sheet.stages.values()] });
  const definitions = moddle.create('bpmn:Definitions', {
    id: 'Definitions_1',
    name: plainName(process.name.zh),
    targetNamespace: ownNamespace,
    expressionLanguage: feelLanguage,
    exporter: 'Shenpi',
    rootElements: [stages, ...sheet.top.values(), element],
    diagrams: [writeDiagram(sheet, element, groups)],
  });
  return (await moddle.toXML(definitions, { format: true })).xml;
}

import type { Flow } from '../process.ts';
import { feelSchema, nameSchema } from '../steps/defineStep.ts';
import { textSchema } from '../text.ts';
import { parseCondition } from '../condition.ts';
import { elementIn, textIn, type Element } from './element.ts';
import { noteUnread } from './leftovers.ts';
import { calledInFile, nameOfFile, type Notebook } from './notebook.ts';
import { ownFields, ownPartsIn, settle, type Fields } from './ownPart.ts';
import { readExpression } from './parts/feel.ts';
import { plainName, plainText } from './plainText.ts';
import type { FileElements } from './readElements.ts';

/** What we kept beside a flow. */
export function keptFlow(element: Element): Fields | undefined {
  const [part] = ownPartsIn(element, 'shenpi:Flow');
  return part && ownFields(part);
}

/** Where each flow leads once steps that are left out and have one way on are passed over. */
function passing({ flows, leftOut }: FileElements): { way: Map<Element, Element>; passed: Set<Element> } {
  const gone = new Set(leftOut);
  const leaving = new Map<Element, Element[]>();
  const entered = new Set<Element>();
  for (const flow of flows) {
    const from = elementIn(flow, 'sourceRef');
    const to = elementIn(flow, 'targetRef');
    if (from) leaving.set(from, [...(leaving.get(from) ?? []), flow]);
    if (to) entered.add(to);
  }
  const onward = new Map<Element, Element>();
  const passed = new Set<Element>();
  for (const element of gone) {
    const [way, another] = leaving.get(element) ?? [];
    const to = elementIn(way, 'targetRef');
    if (!way || another || !to || !entered.has(element)) continue;
    onward.set(element, to);
    passed.add(way);
  }
  const way = new Map<Element, Element>();
  for (const flow of flows) {
    let to = elementIn(flow, 'targetRef');
    const seen = new Set<Element>();
    while (to && gone.has(to) && !seen.has(to)) {
      seen.add(to);
      to = onward.get(to);
    }
    if (to && !gone.has(to)) way.set(flow, to);
  }
  return { way, passed };
}

function conditionIn(flow: Element, id: string, notebook: Notebook, own: boolean): string | undefined {
  const said = readExpression(elementIn(flow, 'conditionExpression'));
  if (!said) return undefined;
  const readable = said.language === 'feel' || (said.language === 'unsaid' && parseCondition(said.text).length === 0);
  if (!readable || !feelSchema.safeParse(said.text).success) {
    notebook.say('leftOut', flow, `连线“${calledInFile(flow)}”的条件“${said.text.slice(0, 300)}”不是 FEEL，未导入；请改写为 FEEL。`, `The condition “${said.text.slice(0, 300)}” of flow “${calledInFile(flow)}” is not FEEL and was left out; write it in FEEL.`, { flow: id, field: 'condition' });
    return undefined;
  }
  if (!own && said.language === 'unsaid') {
    notebook.say('assumed', flow, `连线“${calledInFile(flow)}”的条件没有说明语言，按 FEEL 导入：“${said.text.slice(0, 300)}”。`, `The condition of flow “${calledInFile(flow)}” does not name its language and was taken as FEEL: “${said.text.slice(0, 300)}”.`, { flow: id, field: 'condition' });
  }
  return said.text;
}

function flowFields(flow: Element, id: string, from: string, to: string, notebook: Notebook): Flow {
  const kept = keptFlow(flow);
  const condition = conditionIn(flow, id, notebook, kept !== undefined);
  const name = nameOfFile(textIn(flow, 'name') ?? '');
  const isDefault = elementIn(elementIn(flow, 'sourceRef'), 'default') === flow;
  const read: Fields = { ...(name ? { name } : {}), ...(condition === undefined ? {} : { condition }), ...(isDefault ? { isDefault } : {}) };
  const plain: Flow = { id, from, to, ...(name ? { name } : {}), ...(condition === undefined ? {} : { condition }), ...(isDefault ? { isDefault } : {}) };
  if (!kept) return plain;
  const { name: keptName, condition: keptCondition, isDefault: keptDefault } = kept;
  const text = textSchema.safeParse(keptName);
  const rest: Fields = { ...(text.success ? { name: text.data } : {}), ...(typeof keptCondition === 'string' ? { condition: keptCondition } : {}) };
  const written: Fields = {
    ...read,
    ...(text.success ? { name: nameOfFile(plainName(text.data.zh)) } : {}),
    ...(typeof keptCondition === 'string' ? { condition: keptCondition.trim() ? plainText(keptCondition) : undefined } : {}),
  };
  const { fields, taken } = settle(rest, read, written);
  for (const field of taken) {
    notebook.say('changed', flow, `连线“${calledInFile(flow)}”在别的工具中改过，以文件为准。`, `Flow “${calledInFile(flow)}” was changed in another tool; the file counts.`, { flow: id, field });
  }
  const final = { ...plain, ...fields, ...(typeof keptDefault === 'boolean' && !isDefault ? { isDefault: keptDefault } : {}) };
  return Object.fromEntries(Object.entries(final).filter(([, value]) => value !== undefined)) as unknown as Flow; // only absent fields are taken away
}

/** Reads the flows of a file; a flow into a step that is left out leads on where that has one way on, else it is left out and noted. */
export function readFlows(found: FileElements, ids: Map<Element, string>, notebook: Notebook): { flow: Flow; element: Element }[] {
  const { way, passed } = passing(found);
  const steps = new Set(found.steps.map(({ element }) => element));
  return found.flows.flatMap((element) => {
    const source = elementIn(element, 'sourceRef');
    const target = way.get(element);
    const id = ids.get(element) ?? '';
    noteUnread(element, ['sourceRef', 'targetRef', 'conditionExpression'], notebook);
    const from = source && steps.has(source) ? ids.get(source) : undefined;
    const to = target && steps.has(target) ? ids.get(target) : undefined;
    if (from === undefined || to === undefined || !nameSchema.safeParse(id).success) {
      if (passed.has(element)) notebook.say('changed', element, `连线“${calledInFile(element)}”并入绕过未导入步骤的连线。`, `Flow “${calledInFile(element)}” became part of the flow past a step that was left out.`);
      else notebook.say('leftOut', element, `连线“${calledInFile(element)}”有一端没有导入，未导入。`, `Flow “${calledInFile(element)}” was left out, because one of its ends was.`);
      return [];
    }
    if (target !== elementIn(element, 'targetRef')) {
      notebook.say('changed', element, `连线“${calledInFile(element)}”越过未导入的步骤，直接通向“${calledInFile(target ?? element)}”。`, `Flow “${calledInFile(element)}” now leads past a step that was left out, to “${calledInFile(target ?? element)}”.`, { flow: id });
    }
    return [{ flow: flowFields(element, id, from, to, notebook), element }];
  });
}

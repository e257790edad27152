import type { Role } from '../process.ts';
import { nameSchema } from '../steps/defineStep.ts';
import type { Eye } from './defineMapping.ts';
import { elementsIn, idOf, isA, textIn, type Element } from './element.ts';
import { camelCase, Names } from './names.ts';
import { calledInFile, nameOfFile, type Notebook } from './notebook.ts';

/** Roles, messages and errors of a file under our own kind of names. */
export interface FileNames extends Pick<Eye, 'message' | 'error' | 'role' | 'roleByPlace'> {
  /** The roles that the steps of the file named, beside those that were known before. */
  found(): Role[];
}

const staff: Role = { id: 'staff', name: { zh: '经办人', en: 'Staff' } };

function lanesOf(process: Element): { lane: Element; steps: Element[] }[] {
  const lanesIn = (set: Element): { lane: Element; steps: Element[] }[] =>
    elementsIn(set, 'lanes').flatMap((lane) => {
      const inner = lane['childLaneSet'];
      // An inner lane says more exactly whose work it is, so it comes first.
      return [...(typeof inner === 'object' && inner !== null ? lanesIn(inner as Element) : []), { lane, steps: elementsIn(lane, 'flowNodeRef') }]; // the parser's own type for this property
    });
  return elementsIn(process, 'laneSets').flatMap(lanesIn);
}

/** Whom another tool names as candidates: the first group, else the assignee. */
function candidateOf(element: Element): string | undefined {
  for (const ending of [':candidateGroups', ':assignee', ':candidateUsers']) {
    const said = Object.entries(element.$attrs).find(([name]) => name.endsWith(ending))?.[1];
    if (typeof said === 'string' && /^[\p{L}\p{N}]/u.test(said)) return said.split(',')[0]?.trim();
  }
  return undefined;
}

/** Finds names for what the file names; `known` are the roles of the process it comes into. */
export function readNames(process: Element, known: readonly Role[], notebook: Notebook): FileNames {
  const roles = [...known];
  const names = new Names(known.map((role) => role.id));
  const byText = new Map(known.flatMap((role) => [role.id, role.name.zh, role.name.en].map((text) => [text, role.id] as const)));
  const laneOf = new Map<string, Element>();
  for (const { lane, steps } of lanesOf(process)) for (const step of steps) if (!laneOf.has(idOf(step))) laneOf.set(idOf(step), lane);

  const roleNamed = (text: string, name: string | undefined, from: Element): string => {
    const before = byText.get(name ?? text) ?? byText.get(text);
    if (before !== undefined) return before;
    const id = names.fresh(camelCase(/[A-Za-z]/.test(name ?? '') ? (name ?? text) : text, 'role'));
    const role = { id, name: nameOfFile(name ?? text) ?? { zh: id, en: id } };
    roles.push(role);
    for (const key of [text, name ?? text]) byText.set(key, id);
    notebook.say('assumed', from, `“${(name ?? text).slice(0, 80)}”导入为角色“${id}”。`, `“${(name ?? text).slice(0, 80)}” was imported as the role “${id}”.`, { field: `roles.${roles.length - 1}` });
    return id;
  };
  const ownName = (element: Element | undefined, property: string, otherwise: string): string | undefined => {
    if (!element) return undefined;
    const said = textIn(element, property)?.trim() || textIn(element, 'name')?.trim() || idOf(element);
    return nameSchema.safeParse(said).success ? said : camelCase(said, otherwise);
  };
  return {
    message: (element) => ownName(element, 'name', 'message'),
    error: (element) => ownName(element, 'errorCode', 'error'),
    role(element) {
      if (!element || !isA(element, 'bpmn:Resource')) return undefined;
      const own = /^Role_(.+)$/.exec(idOf(element))?.[1];
      return own !== undefined && nameSchema.safeParse(own).success ? own : roleNamed(idOf(element), textIn(element, 'name'), element);
    },
    roleByPlace(element) {
      const lane = laneOf.get(idOf(element));
      if (lane) return roleNamed(calledInFile(lane), textIn(lane, 'name'), lane);
      const candidate = candidateOf(element);
      if (candidate !== undefined) return roleNamed(candidate, undefined, element);
      notebook.say('assumed', element, `文件没有说明“${calledInFile(element)}”由谁办理，暂定为“经办人”；请选择角色。`, `The file does not say who does “${calledInFile(element)}”; it stands as “Staff”: choose a role.`);
      if (!roles.some((role) => role.id === staff.id)) roles.push(staff);
      return staff.id;
    },
    found: () => roles.slice(known.length),
  };
}

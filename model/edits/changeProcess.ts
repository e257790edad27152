import { z } from 'zod';
import { roleSchema, stageSchema, type Process } from '../process.ts';
import { nameSchema } from '../steps/defineStep.ts';
import { kindOf } from '../steps/index.ts';
import { textSchema, type Text } from '../text.ts';
import { defineEdit } from './defineEdit.ts';
import { malformed } from './malformed.ts';
import { named, unknownStep } from './whyNot.ts';
import { withoutAbsent } from './withoutAbsent.ts';

/** The process itself with other settings; only the members that change are named, and `awardedBy: undefined` takes it away. */
export interface ChangeProcess {
  edit: 'changeProcess';
  to: Partial<Pick<Process, 'name' | 'roles' | 'separation' | 'firstDayCounts' | 'awardedBy' | 'declarationForm' | 'stages'>>;
}

const settings = z.strictObject({
  name: textSchema.optional(),
  roles: z.array(roleSchema).max(50).optional(),
  separation: z.array(z.array(nameSchema).min(2)).max(20).optional(),
  firstDayCounts: z.boolean().optional(),
  awardedBy: nameSchema.optional(),
  declarationForm: nameSchema.optional(),
  stages: z.array(stageSchema).max(5).optional(),
});

/** What the settings of a process are called. */
export const processLabels: ReadonlyMap<string, Text> = new Map([
  ['name', { zh: '名称', en: 'Name' }],
  ['roles', { zh: '角色', en: 'Roles' }],
  ['separation', { zh: '职责分离', en: 'Separation of duties' }],
  ['firstDayCounts', { zh: '首日计入期限', en: 'First day counts' }],
  ['awardedBy', { zh: '下达资助的步骤', en: 'Awarding step' }],
  ['declarationForm', { zh: '申报表单', en: 'Declaration form' }],
  ['stages', { zh: '阶段', en: 'Stages' }],
]);

/** Changes what belongs to the process as a whole. A role under another identifier, at the place of the former, is that role renamed. */
export const changeProcess = defineEdit<ChangeProcess>({
  edit: 'changeProcess',
  title: { zh: '修改流程设置', en: 'Change the process' },
  fields: z.strictObject({ edit: z.literal('changeProcess'), to: settings }) as unknown as z.ZodType<ChangeProcess>, // optional members read as the type says
  name(process, { to }) {
    if (to.name && Object.keys(to).length === 1) return { zh: `流程改名为“${to.name.zh}”`, en: `Rename the process to “${to.name.en}”` };
    const changed = [...processLabels].filter(([member]) => Object.hasOwn(to, member)).map(([, label]) => label);
    return { zh: `修改${changed.map(({ zh }) => zh).join('、') || '流程设置'}`, en: `Change ${changed.map(({ en }) => en.toLowerCase()).join(', ') || 'the process'}` };
  },
  allowed(process, { to }) {
    const reason = malformed(settings, to, { zh: '流程设置', en: 'The process' }, processLabels);
    if (reason) return reason;
    if (to.awardedBy !== undefined && unknownStep(process, to.awardedBy)) return unknownStep(process, to.awardedBy);
    if (to.declarationForm !== undefined && !process.forms.some(({ id }) => id === to.declarationForm)) {
      return { zh: `没有表单“${to.declarationForm}”。`, en: `There is no form “${to.declarationForm}”.` };
    }
    return to.roles && roleStillNeeded(process, to.roles);
  },
  apply(process, { to }) {
    const same = Object.entries(to).every(([member, value]) => JSON.stringify(value) === JSON.stringify(process[member as keyof Process])); // members of the process, by the type
    return same ? process : withoutAbsent({ ...process, ...to });
  },
  renames: (process, { to }) => (to.roles ? { roles: renamedRoles(process.roles, to.roles) } : {}),
});

function renamedRoles(before: Process['roles'], after: Process['roles']): Map<string, string> {
  if (before.length !== after.length) return new Map();
  const [were, are] = [new Set(before.map(({ id }) => id)), new Set(after.map(({ id }) => id))];
  const pairs = before.map(({ id }, place): [string, string] => [id, after[place]?.id ?? id]);
  return new Map(pairs.filter(([from, to]) => !are.has(from) && !were.has(to)));
}

function roleStillNeeded(process: Process, roles: Process['roles']): Text | undefined {
  const renamed = renamedRoles(process.roles, roles);
  const gone = process.roles.filter(({ id }) => !renamed.has(id) && !roles.some((role) => role.id === id));
  for (const role of gone) {
    const step = process.steps.find((candidate) => kindOf(candidate).roles(candidate).includes(role.id));
    if (!step) continue;
    const name = named(process, step.id);
    return { zh: `“${name.zh}”交给角色“${role.name.zh}”办理；请先为它另选角色。`, en: `“${name.en}” is for the role “${role.name.en}”; choose another role there first.` };
  }
  return undefined;
}

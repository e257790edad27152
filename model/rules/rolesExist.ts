import { kindOf } from '../steps/index.ts';
import { defineRule } from './defineRule.ts';

/** Who works at a step is a role of the process. */
export const rolesExist = defineRule({
  rule: 'rolesExist',
  title: { zh: '角色存在', en: 'Roles exist' },
  severity: 'error',
  why: {
    zh: '交给不存在的角色的任务，谁也看不到。',
    en: 'A task for a role that does not exist is seen by nobody.',
  },
  faults(process) {
    const roles = new Set(process.roles.map((role) => role.id));
    return process.steps.flatMap((step) =>
      kindOf(step)
        .roles(step)
        .filter((role) => !roles.has(role))
        .map((role) => ({
          message: {
            zh: `“${step.name.zh}”交给角色“${role}”，但流程没有这一角色；请另选或先添加角色。`,
            en: `“${step.name.en}” is for the role “${role}”, which the process does not have; choose another or add the role.`,
          },
          where: { step: step.id, field: 'role' },
        })),
    );
  },
});

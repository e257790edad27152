import { kindOf } from '../../steps/index.ts';
import { renamedStep, renamingOf } from '../renamed.ts';
import { defineFix } from './defineFix.ts';
import { mostAlike } from './nearest.ts';

/** The role most like the one named is chosen, or the role is added. */
export const rolesExist = defineFix({
  rule: 'rolesExist',
  offers(process, { where }, { steps }) {
    const step = steps.get(where.step ?? '');
    const role = step && kindOf(step).roles(step).find((id) => !process.roles.some((known) => known.id === id));
    if (!step || role === undefined) return [];
    const alike = mostAlike(process.roles, role);
    const choose = alike ? [{ edit: { edit: 'changeStep' as const, step: step.id, to: renamedStep(step, renamingOf({ roles: new Map([[role, alike.id]]) })) } }] : [];
    const add = { edit: 'changeProcess' as const, to: { roles: [...process.roles, { id: role, name: { zh: role, en: role } }] } };
    return [...choose, { name: { zh: `添加角色“${role}”`, en: `Add the role “${role}”` }, edit: add }];
  },
});

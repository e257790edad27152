import type { Process } from '../process.ts';
import { kindOf } from '../steps/index.ts';
import { defineRule, type Fault } from './defineRule.ts';

/** What the steps of a duty ask for. */
interface DutyDemand {
  roles: Set<string>;
  /** People whom the largest of its tasks needs at once. */
  persons: number;
}

/** Duties that one person may not combine are duties of steps, and where one role has to exercise several of them, it is said how many people that takes. */
export const separationCanBeMet = defineRule({
  rule: 'separationCanBeMet',
  title: { zh: '职责分离可以做到', en: 'Separation of duties can be met' },
  severity: 'error',
  why: {
    zh: '要求分离的职责没有步骤，分离就是空话；同一角色人手不够，案件会无人可办。',
    en: 'A separated duty that no step has separates nothing; a role with too few people leaves a case that nobody may work on.',
  },
  faults(process) {
    const faults: Fault[] = [];
    const demands = demandsOf(process);
    for (const [position, set] of process.separation.entries()) {
      const field = `separation.${position}`;
      const personsByRole = new Map<string, { duties: string[]; persons: number }>();
      if (new Set(set).size < set.length) {
        faults.push({
          message: { zh: `职责分离组（${set.join('、')}）重复列出同一职责；请去掉重复。`, en: `The separation of ${set.join(', ')} lists a duty twice; remove one.` },
          where: { field },
        });
      }
      for (const duty of new Set(set)) {
        const demand = demands.get(duty);
        if (!demand) {
          faults.push({
            message: {
              zh: `职责分离中的“${duty}”没有任何步骤承担；请在步骤上填写该职责，或从分离组中去掉。`,
              en: `The separated duty “${duty}” is exercised by no step; give it to a step, or take it out of the set.`,
            },
            where: { field },
          });
          continue;
        }
        const [role, another] = demand.roles;
        if (role === undefined || another !== undefined) continue;
        const sharing = personsByRole.get(role) ?? { duties: [], persons: 0 };
        personsByRole.set(role, { duties: [...sharing.duties, duty], persons: sharing.persons + demand.persons });
      }
      for (const [role, { duties, persons }] of personsByRole) {
        if (duties.length < 2) continue;
        const name = process.roles.find((candidate) => candidate.id === role)?.name ?? { zh: role, en: role };
        faults.push({
          severity: 'warning',
          message: {
            zh: `须由不同的人承担的职责（${duties.join('、')}）都只有角色“${name.zh}”可办；该角色至少需要 ${persons} 人。`,
            en: `The duties ${duties.join(', ')} must be exercised by different people and all belong to the role “${name.en}” alone; it needs at least ${persons} people.`,
          },
          where: { field },
        });
      }
    }
    return faults;
  },
});

function demandsOf(process: Process): Map<string, DutyDemand> {
  const demands = new Map<string, DutyDemand>();
  for (const step of process.steps) {
    const task = kindOf(step).task?.(step);
    if (task?.duty === undefined) continue;
    const demand = demands.get(task.duty) ?? { roles: new Set(), persons: 0 };
    demand.roles.add(task.role);
    demand.persons = Math.max(demand.persons, task.persons ?? 1);
    demands.set(task.duty, demand);
  }
  return demands;
}

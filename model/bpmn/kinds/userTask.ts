import type { UserTask } from '../../steps/userTask.ts';
import { defineMapping } from '../defineMapping.ts';
import { elementIn } from '../element.ts';
import { plainOutcome, readRole, writeRole } from '../parts/person.ts';

/** A task for one person is a user task whose potential owner is the role; tasks without a performer of their own become one. */
export const userTask = defineMapping<UserTask>({
  kind: 'userTask',
  also: {
    'bpmn:Task': { zh: '没有类型的任务按人工任务导入。', en: 'A task without a type was imported as a user task.' },
    'bpmn:ManualTask': { zh: '手工任务按人工任务导入：由经办人在系统中办结。', en: 'A manual task was imported as a user task: a person says that it is done.' },
    'bpmn:CallActivity': { zh: '调用其他流程的步骤不能自动运行，暂按人工任务导入；请核对。', en: 'A call of another process cannot be run and stands as a user task for now; check it.' },
  },
  reads: ['resources', 'default'],
  claims: (element) => elementIn(element, 'loopCharacteristics') === undefined,
  write: (step, pen) => writeRole(step.role, pen),
  read: (element, eye) => readRole(element, eye),
  supply: (element, eye, said) => ({ ...said, role: said.role ?? eye.roleByPlace(element), outcomes: said.outcomes ?? [plainOutcome('done', '办结', 'Done')] }),
});

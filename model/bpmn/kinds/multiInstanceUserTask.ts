import type { MultiInstanceUserTask } from '../../steps/multiInstanceUserTask.ts';
import { defineMapping } from '../defineMapping.ts';
import { elementIn, textIn, type Element } from '../element.ts';
import { feelLanguage } from '../parts/feel.ts';
import { plainOutcome, readRole, writeRole } from '../parts/person.ts';

type Completion = MultiInstanceUserTask['completion'];

/** The number that must agree, read back from the condition that {@link multiInstanceUserTask} writes. */
function completionIn(condition: string | undefined, instances: number | undefined): Completion | undefined {
  const needed = /^agreed >= (\d{1,3}) or /.exec(condition?.trim() ?? '')?.[1];
  if (needed === undefined) return undefined;
  const k = Number(needed);
  return k === instances ? { rule: 'all' } : k === 1 ? { rule: 'any' } : { rule: 'kOfN', k };
}

function loopOf(element: Element): Element | undefined {
  return elementIn(element, 'loopCharacteristics');
}

/** A task for several persons is a user task with the multi-instance marker; how the answers become one is also its completion condition. */
export const multiInstanceUserTask = defineMapping<MultiInstanceUserTask>({
  kind: 'multiInstanceUserTask',
  reads: ['resources', 'loopCharacteristics', 'default'],
  claims: (element) => loopOf(element)?.$type === 'bpmn:MultiInstanceLoopCharacteristics',
  write(step, pen) {
    const needed = { all: step.instances, any: 1, kOfN: step.completion.k ?? step.instances }[step.completion.rule];
    const loopCharacteristics = pen.make('bpmn:MultiInstanceLoopCharacteristics', {
      isSequential: step.mode === 'sequential',
      loopCardinality: pen.make('bpmn:FormalExpression', { body: String(step.instances) }),
      completionCondition: pen.make('bpmn:FormalExpression', { language: feelLanguage, body: `agreed >= ${needed} or agreed + numberOfActiveInstances < ${needed}` }),
    });
    return { ...writeRole(step.role, pen), loopCharacteristics };
  },
  read(element, eye) {
    const loop = loopOf(element);
    const cardinality = Number(textIn(elementIn(loop, 'loopCardinality'), 'body')?.trim().replace(/^=/, ''));
    const instances = Number.isInteger(cardinality) && cardinality >= 1 && cardinality <= 50 ? cardinality : undefined;
    const completion = completionIn(textIn(elementIn(loop, 'completionCondition'), 'body'), instances);
    const mode = loop?.['isSequential'] === true ? 'sequential' : 'parallel';
    return { ...readRole(element, eye), ...(instances === undefined ? {} : { instances }), ...(completion === undefined ? {} : { completion }), mode };
  },
  supply(element, eye, said) {
    const condition = textIn(elementIn(loopOf(element), 'completionCondition'), 'body');
    if (said.completion === undefined && condition !== undefined) {
      eye.changed(element, `完成条件“${condition}”未导入，按全体同意处理；请核对。`, `The completion condition “${condition}” was left out: all must agree; check it.`);
    }
    if (said.instances === undefined) eye.changed(element, '人数无法读出，暂定为 2 人；请填写人数。', 'How many persons do it could not be read and stands as 2; fill it in.');
    return {
      ...said,
      role: said.role ?? eye.roleByPlace(element),
      outcomes: said.outcomes ?? [plainOutcome('agree', '同意', 'Agree'), plainOutcome('disagree', '不同意', 'Disagree')],
      instances: said.instances ?? 2,
      mode: said.mode ?? 'parallel',
      completion: said.completion ?? { rule: 'all' },
      agree: said.agree ?? 'agree',
    };
  },
});

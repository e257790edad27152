import type { Flow, Process } from '../../../model/process.ts';
import { stageIds } from '../../../model/steps/defineStep.ts';
import type { Step } from '../../../model/steps/index.ts';
import { make, outcome, processOf, way } from './processes.ts';

const perUnit = 8;

/**
 * A sound process of about `size` steps as offices would draw it: review after review, each with a reminder, a choice by its
 * outcome, a correction that leads back, a refusal, and now and then a table or a subprocess. The same for the same size.
 */
export function largeProcess(size: number): Process {
  const units = Math.max(stageIds.length, Math.floor(size / perUnit));
  const steps: Step[] = [make.start('start', { stage: 'declaration' })];
  const flows: Flow[][] = [];
  let last = 'start';
  for (let unit = 0; unit < units; unit += 1) {
    const stage = stageIds[Math.floor((unit * stageIds.length) / units)] ?? 'declaration';
    const [review, choice, correction, refused, reminder, reminded] = ['review', 'choice', 'correction', 'refused', 'reminder', 'reminded'].map((name) => `${name}${unit}`) as [string, string, string, string, string, string];
    const place = { stage, position: { x: unit * 400, y: 0 } };
    steps.push(
      make.task(review, { ...place, outcomes: [outcome('approve'), outcome('return'), outcome('reject')], due: { workingDays: 5 } }),
      make.exclusive(choice, place),
      make.task(correction, { ...place, outcomes: [outcome('submit')] }),
      make.end(refused, { ...place, outcome: 'refused' }),
      make.onTime(reminder, review, { ...place, interrupting: false }),
      make.end(reminded, place),
    );
    flows.push(
      way(`${last} > ${review} > ${choice} > ${correction}`, { condition: `${review}.outcome = "return" and visits.${review} <= 2` }),
      way(`${correction} > ${review}`),
      way(`${choice} > ${refused}`, { isDefault: true }),
      way(`${reminder} > ${reminded}`),
    );
    const inner = [`inner${unit}`, `begin${unit}`, `close${unit}`, `table${unit}`, `check${unit}`] as const;
    if (unit % 2 === 0) {
      steps.push(
        make.sub(inner[0], place),
        make.start(inner[1], { ...place, parent: inner[0] }),
        make.end(inner[2], { ...place, parent: inner[0] }),
      );
      flows.push(way(`${inner[1]} > ${inner[2]}`), way(`${choice} > ${inner[0]}`, { condition: `${review}.outcome = "approve"` }));
      last = inner[0];
    } else {
      steps.push({
        ...make.exclusive(inner[3], place),
        kind: 'businessRuleTask',
        table: {
          hitPolicy: 'first',
          inputs: [{ id: 'cost', label: { zh: '费用', en: 'Cost' }, expression: 'declaration.cost' }, { id: 'said', label: { zh: '结果', en: 'Outcome' }, expression: `${review}.outcome` }],
          outputs: [{ id: 'level', label: { zh: '级别', en: 'Level' }, type: 'string' }],
          rules: [{ id: 'high', when: ['> 100000', '"approve"'], then: ['high'] }, { id: 'low', when: ['-', '-'], then: ['low'] }],
        },
      });
      flows.push(way(`${choice} > ${inner[3]}`, { condition: `${review}.outcome = "approve"` }));
      last = inner[3];
    }
  }
  steps.push(make.end('done', { stage: 'disbursement' }));
  flows.push(way(`${last} > done`));
  return processOf(steps, flows);
}

import type { Process } from '../../../model/process.ts';
import { make, outcome, processOf, way } from '../rules/processes.ts';

const at = (x: number, y: number) => ({ position: { x, y } });

/** A small process to edit: a review with a reminder on its border, a choice by its outcome, a correction that leads back. */
export const drawn: Process = processOf(
  [
    make.start('start', { stage: 'declaration', ...at(0, 14) }),
    make.task('review', { ...at(100, 0), outcomes: [outcome('approve'), outcome('return'), outcome('reject')], due: { workingDays: 3 } }),
    make.exclusive('choice', at(300, 7)),
    make.task('correction', { ...at(300, 120), form: 'declaration', writes: 'declaration' }),
    make.task('decision', { ...at(400, 0), role: 'decisionMaker', required: { when: 'review.outcome = "approve"', rule: 'r', reason: { zh: '审查通过', en: 'Approved' } } }),
    make.end('end', { stage: 'disbursement', ...at(600, 14) }),
    make.end('refused', at(300, 240)),
    make.onTime('reminder', 'review', { ...at(150, 50), interrupting: false }),
    make.end('reminded', at(150, 140)),
  ],
  [
    way('start > review > choice > decision', { condition: 'review.outcome = "approve"' }),
    way('decision > end'),
    way('choice > correction', { condition: 'review.outcome = "return" and visits.review <= 2' }),
    way('correction > review'),
    way('choice > refused', { isDefault: true }),
    way('reminder > reminded'),
  ],
  { awardedBy: 'decision' },
);

/** The same with a subprocess before the end, in which somebody pays. */
export const nested: Process = {
  ...drawn,
  steps: [
    ...drawn.steps,
    make.sub('payment', { stage: 'disbursement', ...at(700, 0), size: { width: 300, height: 200 } }),
    make.start('payStart', { stage: 'disbursement', parent: 'payment', ...at(20, 82) }),
    make.task('pay', { stage: 'disbursement', parent: 'payment', ...at(80, 60) }),
    make.end('payEnd', { stage: 'disbursement', parent: 'payment', ...at(250, 82) }),
    make.onError('payFailed', 'payment', { stage: 'disbursement', ...at(750, 180) }),
  ],
  flows: [...drawn.flows.map((flow) => (flow.id === 'decisionToEnd' ? { ...flow, to: 'payment' } : flow)), ...way('payStart > pay > payEnd'), ...way('payment > end'), ...way('payFailed > refused')],
};

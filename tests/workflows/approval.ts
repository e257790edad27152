import type { Process } from '../../model/process.ts';
import type { Step } from '../../model/steps/index.ts';

const both = (name: string) => ({ zh: name, en: name });
const done = [{ id: 'done', name: both('done'), needsForm: false, needsReason: false }];

/** A small approval path: three checks, three tasks of one clerk, and a clock between the second and the third. */
export function approval(): Process {
  const base = { stage: 'declaration' as const, position: { x: 0, y: 0 } };
  const order: Step[] = [
    { ...base, id: 'start', kind: 'startEvent', name: both('start') },
    { ...base, id: 'documents', kind: 'serviceTask', name: both('documents'), check: 'documentsComplete' },
    { ...base, id: 'funding', kind: 'serviceTask', name: both('funding'), check: 'noDoubleFunding' },
    { ...base, id: 'supportRule', kind: 'serviceTask', name: both('support'), check: 'supportRule' },
    { ...base, id: 'first', kind: 'userTask', name: both('first'), role: 'clerk', outcomes: done },
    { ...base, id: 'second', kind: 'userTask', name: both('second'), role: 'clerk', outcomes: done },
    { ...base, id: 'third', kind: 'userTask', name: both('third'), role: 'clerk', outcomes: done },
    { ...base, id: 'period', kind: 'timerCatchEvent', name: both('period'), wait: { workingDays: 1 } },
    { ...base, id: 'end', kind: 'endEvent', name: both('end'), end: 'plain', outcome: 'granted' },
  ];
  return {
    id: 'approval',
    name: both('approval'),
    stages: [{ id: 'declaration', name: both('declaration') }],
    roles: [{ id: 'clerk', name: both('clerk') }],
    steps: order,
    flows: order.slice(1).map((step, place) => ({ id: `flow${place + 1}`, from: order[place]?.id ?? '', to: step.id })),
    forms: [{ id: 'declarationForm', name: both('form'), schema: { type: 'object', properties: { amount: { type: 'integer' } } } }],
    declarationForm: 'declarationForm',
    separation: [],
    firstDayCounts: true,
    measure: {
      number: 'M02',
      aspect: 1,
      aspectName: both('aspect'),
      summary: both('summary'),
      opinions: [],
      onSite: 'required',
      expertReview: 'none',
      specialAudit: 'none',
      documents: [],
      claim: { once: 'year', origin: 'assumed', sources: [] },
      support: { type: 'percentage', base: 'declaration.amount', rateBp: 5_000, capFen: 200_000_000, capPeriod: 'case', roundingFen: 10_000, instalmentsBp: [10_000], origin: 'assumed', sources: [] },
      figures: [],
      enabled: true,
    },
  };
}

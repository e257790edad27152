import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import type { Flow, Process } from '../../../model/process.ts';
import { stageIds, type StageId } from '../../../model/steps/defineStep.ts';
import type { Step } from '../../../model/steps/index.ts';
import type { SupportRule } from '../../../model/support.ts';
import type { Text } from '../../../model/text.ts';

const named = (id: string): Text => ({ zh: `步骤 ${id}`, en: `Step ${id}` });
const at = { x: 0, y: 0 };

/** What a table may say of a step beside its identifier. */
type More<K extends Step['kind']> = Partial<Omit<Extract<Step, { kind: K }>, 'id' | 'kind'>>;

const base = (id: string): { id: string; name: Text; stage: StageId; position: { x: number; y: number } } => ({
  id,
  name: named(id),
  stage: 'preliminaryReview',
  position: at,
});

/** An outcome without form or reason. */
export const outcome = (id: string, needsForm = false) => ({ id, name: named(id), needsForm, needsReason: false });

/** Steps in as few words as a table needs. */
export const make = {
  start: (id = 'start', more: More<'startEvent'> = {}): Step => ({ ...base(id), kind: 'startEvent', ...more }),
  end: (id = 'end', more: More<'endEvent'> = {}): Step => ({ ...base(id), kind: 'endEvent', end: 'plain', ...more }),
  task: (id: string, more: More<'userTask'> = {}): Step => ({
    ...base(id),
    kind: 'userTask',
    role: 'reviewer',
    outcomes: [outcome('approve'), outcome('reject')],
    ...more,
  }),
  several: (id: string, more: More<'multiInstanceUserTask'> = {}): Step => ({
    ...base(id),
    kind: 'multiInstanceUserTask',
    role: 'reviewer',
    outcomes: [outcome('approve'), outcome('reject')],
    instances: 3,
    mode: 'parallel',
    completion: { rule: 'all' },
    agree: 'approve',
    ...more,
  }),
  service: (id: string, more: More<'serviceTask'> = {}): Step => ({ ...base(id), kind: 'serviceTask', check: 'budgetReserve', ...more }),
  exclusive: (id: string, more: More<'exclusiveGateway'> = {}): Step => ({ ...base(id), kind: 'exclusiveGateway', ...more }),
  inclusive: (id: string, more: More<'inclusiveGateway'> = {}): Step => ({ ...base(id), kind: 'inclusiveGateway', ...more }),
  parallel: (id: string, more: More<'parallelGateway'> = {}): Step => ({ ...base(id), kind: 'parallelGateway', ...more }),
  timer: (id: string, more: More<'timerCatchEvent'> = {}): Step => ({ ...base(id), kind: 'timerCatchEvent', wait: { workingDays: 5 }, ...more }),
  message: (id: string, more: More<'messageCatchEvent'> = {}): Step => ({ ...base(id), kind: 'messageCatchEvent', message: 'objection', ...more }),
  sub: (id: string, more: More<'subProcess'> = {}): Step => ({ ...base(id), kind: 'subProcess', size: { width: 100, height: 80 }, ...more }),
  onTime: (id: string, host: string, more: More<'boundaryTimer'> = {}): Step => ({
    ...base(id),
    kind: 'boundaryTimer',
    host,
    interrupting: true,
    wait: { workingDays: 5 },
    ...more,
  }),
  onMessage: (id: string, host: string, more: More<'boundaryMessage'> = {}): Step => ({
    ...base(id),
    kind: 'boundaryMessage',
    host,
    interrupting: false,
    message: 'objection',
    ...more,
  }),
  onError: (id: string, host: string, more: More<'boundaryError'> = {}): Step => ({ ...base(id), kind: 'boundaryError', host, ...more }),
};

/** Flows along a way: `'a > b > c'` gives the flows `aToB` and `bToC`; what stands behind concerns the last of them. */
export function way(path: string, last: Partial<Omit<Flow, 'from' | 'to'>> = {}): Flow[] {
  const steps = path.split(' > ');
  return steps.slice(1).map((to, position) => {
    const from = steps[position] ?? '';
    const flow: Flow = { id: `${from}To${to.charAt(0).toUpperCase()}${to.slice(1)}`, from, to };
    return position === steps.length - 2 ? { ...flow, ...last } : flow;
  });
}

/** A closed form with labelled fields. */
export function form(properties: { [name: string]: JsonSchema }): JsonSchema {
  const labelled = Object.entries(properties).map(([name, schema]): [string, JsonSchema] => [name, { 'x-zh': `字段 ${name}`, 'x-en': name, ...schema }]);
  return { type: 'object', properties: Object.fromEntries(labelled), required: [], additionalProperties: false };
}

/** Half of the declared cost, at most 1,000 yuan. */
export const support: SupportRule = {
  type: 'percentage',
  base: 'cost',
  rateBp: 5_000,
  capFen: 100_000,
  capPeriod: 'case',
  roundingFen: 1,
  instalmentsBp: [10_000],
  origin: 'assumed',
  sources: [],
};

/** A process around the steps and flows that a table is about: five stages, two roles, one declaration form, one support rule. */
export function processOf(steps: Step[], flows: Flow[][], more: Partial<Process> = {}): Process {
  return {
    id: 'M00',
    name: { zh: '试验流程', en: 'Trial process' },
    stages: stageIds.map((id) => ({ id, name: { zh: `阶段 ${id}`, en: id } })),
    roles: [
      { id: 'reviewer', name: { zh: '初审员', en: 'Reviewer' } },
      { id: 'decisionMaker', name: { zh: '审定人', en: 'Decision maker' } },
    ],
    steps,
    flows: flows.flat(),
    forms: [
      {
        id: 'declaration',
        name: { zh: '申报表', en: 'Declaration' },
        schema: form({ cost: { type: 'integer' }, level: { type: 'string', enum: ['a', 'b', 'c'] }, first: { type: 'boolean' }, title: { type: 'string' } }),
      },
    ],
    declarationForm: 'declaration',
    separation: [],
    firstDayCounts: true,
    measure: {
      number: 'M01',
      aspect: 1,
      aspectName: { zh: '方面', en: 'Aspect' },
      summary: { zh: '概要', en: 'Summary' },
      opinions: [],
      onSite: 'required',
      expertReview: 'none',
      specialAudit: 'none',
      documents: [],
      claim: { once: 'year', origin: 'assumed', sources: [] },
      support,
      figures: [],
      enabled: true,
    },
    ...more,
  };
}

/** Five stages with one task each, from start to end: a process without any problem. */
export function soundProcess(more: Partial<Process> = {}): Process {
  return processOf(
    [
      make.start('start', { stage: 'declaration' }),
      ...stageIds.map((stage) => make.task(`${stage}Task`, { stage })),
      make.end('end', { stage: 'disbursement' }),
    ],
    [way(`start > ${stageIds.map((stage) => `${stage}Task`).join(' > ')} > end`)],
    more,
  );
}

import type { Flow, Process } from '../../model/process.ts';
import type { Outcome } from '../../model/steps/outcome.ts';
import type { Step } from '../../model/steps/index.ts';
import { stageIds } from '../../model/steps/defineStep.ts';

const named = (id: string) => ({ zh: id, en: id });

type Own<K extends Step['kind']> = Omit<Extract<Step, { kind: K }>, 'id' | 'kind' | 'name' | 'stage' | 'position'>;

/** A step of a small process; only what matters to the story is told. */
export function step<K extends Step['kind']>(kind: K, id: string, own: Own<K>): Step {
  return { id, kind, name: named(id), stage: 'declaration', position: { x: 0, y: 0 }, ...own } as unknown as Step; // `own` is what the kind K adds to the rest
}

/** A button; a trailing `!` asks for a reason. */
export const outcome = (id: string): Outcome => ({ id: id.replace('!', ''), name: named(id.replace('!', '')), needsForm: false, needsReason: id.endsWith('!') });

type TaskOwn = Partial<Own<'userTask'>> & { choices?: string[] };

export const begin = (id = 'begin', own: Own<'startEvent'> = {}): Step => step('startEvent', id, own);
export const end = (id = 'done', own: Partial<Own<'endEvent'>> = {}): Step => step('endEvent', id, { end: 'plain', ...own });
export const task = (id: string, { choices = ['done'], ...own }: TaskOwn = {}): Step => step('userTask', id, { role: 'clerk', outcomes: choices.map(outcome), ...own });
export const several = (id: string, own: Partial<Own<'multiInstanceUserTask'>>): Step =>
  step('multiInstanceUserTask', id, { role: 'officer', outcomes: ['agree', 'disagree'].map(outcome), instances: 3, mode: 'parallel', completion: { rule: 'all' }, agree: 'agree', ...own });
export const check = (id: string, name = id, own: Omit<Own<'serviceTask'>, 'check'> = {}): Step => step('serviceTask', id, { check: name, ...own });
export const exclusive = (id: string, own: Own<'exclusiveGateway'> = {}): Step => step('exclusiveGateway', id, own);
export const parallel = (id: string, own: Own<'parallelGateway'> = {}): Step => step('parallelGateway', id, own);
export const inclusive = (id: string, own: Own<'inclusiveGateway'> = {}): Step => step('inclusiveGateway', id, own);
export const wait = (id: string, period: Own<'timerCatchEvent'>['wait'], own: Omit<Own<'timerCatchEvent'>, 'wait'> = {}): Step => step('timerCatchEvent', id, { wait: period, ...own });
export const listen = (id: string, message: string, own: Omit<Own<'messageCatchEvent'>, 'message'> = {}): Step => step('messageCatchEvent', id, { message, ...own });
export const onTime = (id: string, host: string, period: Own<'boundaryTimer'>['wait'], own: Partial<Own<'boundaryTimer'>> = {}): Step =>
  step('boundaryTimer', id, { host, wait: period, interrupting: true, ...own });
export const onMessage = (id: string, host: string, message: string, own: Partial<Own<'boundaryMessage'>> = {}): Step =>
  step('boundaryMessage', id, { host, message, interrupting: false, ...own });
export const onError = (id: string, host: string, error?: string, own: Partial<Own<'boundaryError'>> = {}): Step =>
  step('boundaryError', id, { host, ...(error === undefined ? {} : { error }), ...own });
export const scope = (id: string, own: Partial<Own<'subProcess'>> = {}): Step => step('subProcess', id, { size: { width: 400, height: 200 }, ...own });

/** Puts steps into a subprocess. */
export const inside = (parent: string, ...steps: Step[]): Step[] => steps.map((each) => ({ ...each, parent }));

/** Flows as text: `a > b > c`, `gate > b if a.outcome = "yes"`, `gate > c else`. */
function flowsOf(lines: string[]): Flow[] {
  const flows: Flow[] = [];
  for (const line of lines) {
    const [path = '', condition] = line.split(' if ');
    const isDefault = path.endsWith(' else');
    const stops = path.replace(/ else$/, '').split(' > ');
    for (const [index, to] of stops.entries()) {
      const from = stops[index - 1];
      if (from === undefined) continue;
      const last = index === stops.length - 1;
      flows.push({ id: `f${flows.length + 1}`, from, to, ...(last && condition !== undefined ? { condition } : {}), ...(last && isDefault ? { isDefault } : {}) });
    }
  }
  return flows;
}

/** A process as small as what it shows. */
export function smallProcess(steps: (Step | Step[])[], flows: string[], more: Partial<Pick<Process, 'separation' | 'awardedBy' | 'firstDayCounts'>> = {}): Process {
  return {
    id: 'Small',
    name: named('small'),
    stages: stageIds.map((id) => ({ id, name: named(id) })),
    roles: ['applicant', 'clerk', 'officer', 'reviewer'].map((id) => ({ id, name: named(id) })),
    steps: steps.flat(),
    flows: flowsOf(flows),
    forms: [{ id: 'declaration', name: named('declaration'), schema: { type: 'object', properties: {} } }],
    declarationForm: 'declaration',
    separation: [],
    firstDayCounts: true,
    measure: {
      number: 'X15',
      aspect: 1,
      aspectName: named('aspect'),
      summary: named('summary'),
      opinions: [],
      onSite: 'replaced',
      expertReview: 'none',
      specialAudit: 'none',
      documents: [],
      claim: { once: 'year', origin: 'assumed', sources: [] },
      support: { type: 'lumpSum', base: 'amountFen', lumpSumFen: 100_000, capFen: 100_000, capPeriod: 'case', roundingFen: 100, instalmentsBp: [10_000], origin: 'assumed', sources: [] },
      figures: [],
      enabled: true,
    },
    ...more,
  };
}

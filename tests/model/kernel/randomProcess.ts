import fc from 'fast-check';
import type { Process } from '../../../model/process.ts';
import type { Step } from '../../../model/steps/index.ts';
import { begin, check, end, exclusive, inclusive, listen, onError, onMessage, onTime, parallel, scope, several, smallProcess, step, task, wait } from '../../scenarios/smallProcess.ts';

/** A piece of a process with one way in and one way out, so that whatever is put together from such pieces can end. */
export type Block =
  | { block: 'task'; border: 'none' | 'reminder' | 'lapse' | 'message' | 'objection'; required: boolean }
  | { block: 'several'; mode: 'parallel' | 'sequential'; rule: 'all' | 'any' | 'kOfN' }
  | { block: 'check'; caught: boolean; goesOn: boolean }
  | { block: 'wait'; days: number }
  | { block: 'listen'; suspends: boolean }
  | { block: 'table' }
  | { block: 'sequence'; parts: Block[] }
  | { block: 'choice' | 'all' | 'some'; parts: Block[] }
  | { block: 'loop'; part: Block }
  | { block: 'scope'; part: Block; way: 'plain' | 'error' | 'terminate'; beside: Block };

const leaf: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ block: fc.constant('task' as const), border: fc.constantFrom('none', 'reminder', 'lapse', 'message', 'objection'), required: fc.boolean() }),
  fc.record({ block: fc.constant('several' as const), mode: fc.constantFrom('parallel', 'sequential'), rule: fc.constantFrom('all', 'any', 'kOfN') }),
  fc.record({ block: fc.constant('check' as const), caught: fc.boolean(), goesOn: fc.boolean() }),
  fc.record({ block: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ block: fc.constant('listen' as const), suspends: fc.boolean() }),
  fc.constant({ block: 'table' as const }),
);

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    leaf,
    fc.record({ block: fc.constant('sequence' as const), parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ block: fc.constantFrom('choice', 'all', 'some'), parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }) }),
    fc.record({ block: fc.constant('loop' as const), part: tie('block') }),
    fc.record({ block: fc.constant('scope' as const), part: tie('block'), way: fc.constantFrom('plain', 'error', 'terminate'), beside: tie('block') }),
  ),
}));

/** Writes blocks down as steps and flows. */
class Draft {
  readonly steps: Step[] = [];
  readonly flows: string[] = [];

  private name(kind: string): string {
    return `${kind}${this.steps.length}`;
  }

  add(made: Step, parent: string): string {
    this.steps.push(parent === '' ? made : { ...made, parent });
    return made.id;
  }

  flow(from: string, to: string, more = ''): void {
    this.flows.push(`${from} > ${to}${more}`);
  }

  /** Steps of a block, entered at `from` and left at the step returned; `more` is the condition of the flow that enters. */
  write(given: Block, parent: string, from: string, more = ''): string {
    switch (given.block) {
      case 'task':
        return this.task(given, parent, from, more);
      case 'several': {
        const id = this.add(several(this.name('several'), { mode: given.mode, completion: { rule: given.rule, ...(given.rule === 'kOfN' ? { k: 2 } : {}) } }), parent);
        this.flow(from, id, more);
        return id;
      }
      case 'check': {
        const id = this.add(check(this.name('check'), 'creditDefault', given.goesOn ? { whileSuspended: true } : {}), parent);
        this.flow(from, id, more);
        return given.caught ? this.around(id, this.add(onError(this.name('caught'), id), parent), parent) : id;
      }
      case 'wait': {
        const id = this.add(wait(this.name('wait'), { workingDays: given.days }), parent);
        this.flow(from, id, more);
        return id;
      }
      case 'listen': {
        const id = this.add(listen(this.name('listen'), 'payment', given.suspends ? { suspends: true } : {}), parent);
        this.flow(from, id, more);
        if (!given.suspends) return id;
        const answers = this.add(task(this.name('answer'), { whileSuspended: true, resumes: 'payment' }), parent);
        this.flow(id, answers);
        return answers;
      }
      case 'table': {
        const rules = [{ id: 'one', when: ['< 5'], then: [1] }, { id: 'two', when: ['[3..8]'], then: [2] }];
        const table = { hitPolicy: 'first' as const, inputs: [{ id: 'n', label: { zh: '数', en: 'n' }, expression: 'declaration.n' }], outputs: [{ id: 'level', label: { zh: '级', en: 'level' }, type: 'integer' as const }], rules };
        const id = this.add(step('businessRuleTask', this.name('table'), { table }), parent);
        this.flow(from, id, more);
        return id;
      }
      case 'sequence':
        return given.parts.reduce((last, part, index) => this.write(part, parent, last, index === 0 ? more : ''), from);
      case 'choice':
      case 'all':
      case 'some':
        return this.branches(given, parent, from, more);
      case 'loop': {
        const merge = this.add(exclusive(this.name('merge')), parent);
        this.flow(from, merge, more);
        const look = this.add(task(this.name('look'), { choices: ['again', 'fine'] }), parent);
        this.flow(this.write(given.part, parent, merge), look);
        const gate = this.add(exclusive(this.name('gate')), parent);
        this.flow(look, gate);
        this.flow(gate, merge, ` if ${look}.outcome = "again"`);
        const out = this.add(exclusive(this.name('out')), parent);
        this.flow(gate, out, ' else');
        return out;
      }
      case 'scope':
        return this.scope(given, parent, from, more);
    }
  }

  /** Where the way from a border meets the way from its host again. */
  private around(host: string, border: string, parent: string): string {
    const out = this.add(exclusive(this.name('out')), parent);
    this.flow(host, out);
    this.flow(border, out);
    return out;
  }

  private task(given: Block & { block: 'task' }, parent: string, from: string, more: string): string {
    const required = given.required ? { required: { when: 'declaration.n > 4', rule: 'A-1', reason: { zh: '不需要', en: 'Not needed.' } } } : {};
    const id = this.add(task(this.name('task'), { due: { workingDays: 5 }, duty: `duty${this.steps.length % 3}`, choices: ['fine', 'wrong!'], ...required }), parent);
    this.flow(from, id, more);
    switch (given.border) {
      case 'none':
        return id;
      case 'reminder': {
        const clock = this.add(onTime(this.name('late'), id, { workingDays: 3 }, { interrupting: false }), parent);
        this.flow(clock, this.add(end(this.name('reminded')), parent));
        return id;
      }
      case 'lapse':
        return this.around(id, this.add(onTime(this.name('late'), id, { duration: 'P2D' }), parent), parent);
      case 'message':
        return this.around(id, this.add(onMessage(this.name('heard'), id, 'payment', { interrupting: true }), parent), parent);
      case 'objection': {
        const heard = this.add(onMessage(this.name('heard'), id, 'objection', { suspends: true }), parent);
        const answers = this.add(task(this.name('answer'), { whileSuspended: true, resumes: 'objection' }), parent);
        this.flow(heard, answers);
        this.flow(answers, this.add(end(this.name('answered')), parent));
        return id;
      }
    }
  }

  private branches(given: Block & { block: 'choice' | 'all' | 'some' }, parent: string, from: string, more: string): string {
    const [split, join] = given.block === 'choice' ? [exclusive, exclusive] : given.block === 'all' ? [parallel, parallel] : [inclusive, inclusive];
    const opens = this.add(split(this.name('split')), parent);
    this.flow(from, opens, more);
    const last = given.parts.length - 1;
    const ways = given.parts.map((part, index) => this.write(part, parent, opens, given.block === 'all' ? '' : index === last ? ' else' : ` if declaration.n > ${index * 4}`));
    const closes = this.add(join(this.name('join')), parent);
    for (const way of ways) this.flow(way, closes);
    return closes;
  }

  private scope(given: Block & { block: 'scope' }, parent: string, from: string, more: string): string {
    const id = this.add(scope(this.name('scope')), parent);
    this.flow(from, id, more);
    const split = this.add(parallel(this.name('split')), id);
    this.flow(this.add(begin(this.name('begin')), id), split);
    this.flow(this.write(given.beside, id, split), this.add(end(this.name('end')), id));
    const last = this.write(given.part, id, split);
    if (given.way === 'plain') {
      this.flow(last, this.add(end(this.name('end')), id));
      return id;
    }
    const gate = this.add(exclusive(this.name('gate')), id);
    this.flow(last, gate);
    this.flow(gate, this.add(end(this.name('stop'), given.way === 'error' ? { end: 'error', error: 'breach' } : { end: 'terminate' }), id), ' if declaration.a');
    this.flow(gate, this.add(end(this.name('end')), id), ' else');
    return given.way === 'error' ? this.around(id, this.add(onError(this.name('caught'), id, 'breach'), parent), parent) : id;
  }
}

/** Processes that can always end, of every kind of step, nested and looped. */
export const randomProcess: fc.Arbitrary<Process> = block.map((given) => {
  const draft = new Draft();
  draft.add(begin('begin'), '');
  const last = draft.write(given, '', 'begin');
  draft.add(end('done', { outcome: 'disbursed' }), '');
  draft.flow(last, 'done');
  return smallProcess(draft.steps, draft.flows, { separation: [['duty0', 'duty1']] });
});

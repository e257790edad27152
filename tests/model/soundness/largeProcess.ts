import type { Process } from '../../../model/process.ts';
import type { Step } from '../../../model/steps/index.ts';
import { begin, check, end, exclusive, inclusive, inside, onError, onMessage, onTime, parallel, scope, smallProcess, task, wait } from '../../scenarios/smallProcess.ts';

/** A sound process of about `size` steps: stretches of `branches` parallel ways, of inclusive ways and of publicity, one after the other. */
export function largeProcess(size: number, branches: number): Process {
  const steps: Step[] = [begin()];
  const flows: string[] = [];
  let last = 'begin';
  const put = (step: Step): string => {
    steps.push(step);
    return step.id;
  };
  /** A way of ten steps: a task with a reminder, a choice that may come back, a check that may fail. */
  const way = (name: string, from: string, more = ''): string => {
    const [work, late, look, gate, again, ask, failed, out] = ['Work', 'Late', 'Look', 'Gate', 'Again', 'Ask', 'Failed', 'Out'].map((part) => `${name}${part}`) as [string, string, string, string, string, string, string, string]; // as many as are named
    put(task(work));
    put(onTime(late, work, { workingDays: 3 }, { interrupting: false }));
    flows.push(`${late} > ${put(check(`${name}Remind`, 'reminder'))} > ${put(end(`${name}Reminded`))}`);
    put(exclusive(again));
    put(task(look));
    put(exclusive(gate));
    put(check(ask, 'creditDefault'));
    put(onError(failed, ask));
    put(exclusive(out));
    flows.push(`${from} > ${again}${more}`, `${again} > ${work} > ${look} > ${gate}`, `${gate} > ${again} if ${look}.outcome = "again"`, `${gate} > ${ask} else`, `${ask} > ${out}`, `${failed} > ${out}`);
    return out;
  };
  const publicity = (name: string): void => {
    const around = put(scope(name));
    const [start, period, heard, answer, gate, upheld, rejected, over] = ['Start', 'Period', 'Heard', 'Answer', 'Gate', 'Upheld', 'Rejected', 'Over'].map((part) => `${name}${part}`) as [string, string, string, string, string, string, string, string]; // as many as are named
    steps.push(
      ...inside(
        around, begin(start), wait(period, { workingDays: 5 }), onMessage(heard, period, 'objection', { suspends: true }), task(answer, { whileSuspended: true, resumes: 'objection' }),
        exclusive(gate), end(upheld, { end: 'error', error: 'upheld' }), end(rejected), end(over),
      ),
    );
    const caught = put(onError(`${name}Caught`, around, 'upheld'));
    const out = put(exclusive(`${name}Out`));
    flows.push(`${last} > ${around} > ${out}`, `${start} > ${period} > ${over}`, `${heard} > ${answer} > ${gate}`, `${gate} > ${upheld} if ${answer}.outcome = "upheld"`, `${gate} > ${rejected} else`, `${caught} > ${out}`);
    last = out;
  };
  for (let round = 0; steps.length < size - branches * 8; round += 1) {
    const split = put(parallel(`split${round}`));
    flows.push(`${last} > ${split}`);
    const ways = Array.from({ length: branches }, (_, place) => way(`p${round}w${place}`, split));
    const join = put(parallel(`join${round}`));
    for (const each of ways) flows.push(`${each} > ${join}`);
    last = join;
    publicity(`publicity${round}`);
    const opens = put(inclusive(`opens${round}`));
    flows.push(`${last} > ${opens}`);
    const some = [0, 1, 2].map((place) => way(`o${round}w${place}`, opens, place === 2 ? ' else' : ` if declaration.n > ${place}`));
    const closes = put(inclusive(`closes${round}`));
    for (const each of some) flows.push(`${each} > ${closes}`);
    last = closes;
  }
  flows.push(`${last} > ${put(end('done', { outcome: 'disbursed' }))}`);
  return smallProcess(steps, flows);
}

import { describe, expect, test } from 'vitest';
import { candidatesFor } from '../../designer/pages/design/rehearsal/persons.ts';
import { answerForm } from '../../designer/pages/design/rehearsal/answerForm.ts';
import { linesBefore } from '../../designer/pages/design/rehearsal/playLines.ts';
import { rehearsalLayer } from '../../designer/pages/design/rehearsal/rehearsalLayer.ts';
import { sampleDeclaration } from '../../designer/pages/design/rehearsal/sampleStart.ts';
import { createRehearsalStore, type RehearsalStore } from '../../designer/pages/design/rehearsal/rehearsalStore.ts';
import { applicants } from '../../measures/applicants.ts';
import { calendars } from '../../measures/calendars.ts';
import { measures, processOf } from '../../measures/index.ts';
import { sampleAnswers } from '../../measures/sampleAnswers.ts';
import type { SampleApplicant } from '../../measures/sampleApplicant.ts';
import { checks } from '../../model/checks/index.ts';
import { validateForm } from '../../model/form/validateForm.ts';
import type { Process } from '../../model/process.ts';
import { openQuestions } from '../../model/rehearsal/openQuestions.ts';
import { toScenario, type Rehearsal } from '../../model/rehearsal/rehearsal.ts';
import { playScenario } from '../../model/scenario/playScenario.ts';

const m02 = applicants[1]!; // the programme has fourteen

function begun(applicant: SampleApplicant, process: Process): RehearsalStore {
  const store = createRehearsalStore();
  const { name, creditCode, declaration } = applicant;
  store.getState().play(process, { day: '2026-03-02', applicant: { name, creditCode }, declaration, years: calendars.map(({ year }) => year) }, [], calendars);
  return store;
}

const latest = (store: RehearsalStore): Rehearsal => store.getState().past.at(-1)!; // it was begun

/** One thing more that can be done: a check as the world usually answers, a task as people usually do it, else time. */
function goOn(store: RehearsalStore, applicant: SampleApplicant): boolean {
  const rehearsal = latest(store);
  const { checks: asked, tasks, clocks } = openQuestions(rehearsal);
  const [check] = asked;
  const [task] = tasks;
  if (check) {
    const said = applicant.offices[check.check.check as keyof SampleApplicant['offices']]; // most offices are not named there
    return store.getState().act({ line: 'answer', check: check.check.check, answer: { succeeds: said ?? check.check.usual(rehearsal.process, rehearsal.state) } });
  }
  if (task) {
    const { outcome, data } = sampleAnswers(applicant)[task.step.id]!; // every task of the straight way has one
    return store.getState().act({ line: 'complete', step: task.step.id, task: task.task.task, outcome, data });
  }
  return clocks.length > 0 && store.getState().act({ line: 'passToNextClock' });
}

function played(applicant: SampleApplicant, until: (rehearsal: Rehearsal) => boolean = () => false): RehearsalStore {
  const store = begun(applicant, processOf(applicant.measure)!); // every applicant has a measure
  while (!latest(store).state.closed && !until(latest(store))) if (!goOn(store, applicant)) break;
  return store;
}

test.each(measures)('the sample with which a rehearsal of $id begins is a declaration that its form takes', (process) => {
  const schema = process.forms.find(({ id }) => id === process.declarationForm)!.schema; // every measure has one
  expect(validateForm(schema, sampleDeclaration(process, '2026-03-02'))).toEqual([]);
});

test.each(applicants)('a rehearsal of $measure by what the world usually answers goes to payment', (applicant) => {
  const { told } = played(applicant).getState();
  const { state } = latest(played(applicant));
  expect({ told, closed: state.closed?.outcome }).toEqual({ told: undefined, closed: 'disbursed' });
});

describe('a rehearsal', () => {
  const store = played(m02, ({ state }) => state.tasks.some(({ step }) => step === 'review'));
  const process = latest(store).process;

  test('goes back step by step and to its beginning', () => {
    const before = store.getState().past;
    goOn(store, m02);
    expect(store.getState().past.length).toBe(before.length + 1);
    store.getState().back();
    expect(store.getState().past).toEqual(before);
    expect(latest(store)).toBe(before.at(-1));
    const other = played(m02, ({ state }) => state.tasks.some(({ step }) => step === 'review'));
    other.getState().restart();
    expect(other.getState().past).toHaveLength(1);
    other.getState().back();
    expect(other.getState().past).toHaveLength(1);
  });

  test('shows on the canvas where it stands, what it passed and what is overdue', () => {
    const layer = rehearsalLayer(latest(store));
    expect(layer.discs.map(({ step }) => step)).toContain('review');
    expect(layer.marks.get('review')?.state).toBe('active');
    expect(layer.marks.get('formCheck')?.state).toBe('done');
    store.getState().act({ line: 'passWorkingDays', days: 100 });
    expect(rehearsalLayer(latest(store)).marks.get('review')?.state).toBe('overdue');
    store.getState().back();
  });

  test('a refused act changes nothing and says why', () => {
    const before = store.getState().past;
    expect(store.getState().act({ line: 'resume', reason: '演练' })).toBe(false);
    expect(store.getState().past).toBe(before);
    expect(store.getState().told?.zh).toMatch(/没有被管理员中止/);
  });

  test('is played again on a changed draft, as far as that goes', () => {
    const longer: Process = { ...process, steps: process.steps.map((step) => (step.id === 'review' ? { ...step, name: { zh: '新初审', en: 'New review' } } : step)) };
    const acted = latest(store).lines.length;
    store.getState().again(longer);
    expect(latest(store).process).toBe(longer);
    expect(latest(store).lines).toHaveLength(acted);
    const shorter: Process = { ...process, steps: process.steps.filter(({ id }) => id !== 'formCheck') };
    store.getState().again(shorter);
    expect(latest(store).lines.length).toBeLessThan(acted);
    expect(store.getState().told?.en).toMatch(/lines? left/);
    store.getState().again(process);
  });

  test('lets nobody do two duties that are kept apart, and says who may', () => {
    const decided = played(m02, ({ state }) => state.tasks.some(({ step }) => step === 'issueAward' || step === 'jointDecision' || step === 'decision'));
    const task = openQuestions(latest(decided)).tasks[0]!; // it stands at a decision
    const candidates = candidatesFor(latest(decided), task);
    const reviewer = candidates.find(({ actor }) => actor.roles.includes('reviewer'));
    expect(reviewer?.actor.roles).toContain(task.task.role);
    expect(reviewer?.refusal).toMatchObject({ code: 'separationOfDuties' });
    expect(candidates[0]).not.toHaveProperty('refusal');
  });

  test('kept as a scenario it holds on its draft, and what it plays can be shown up to any line', () => {
    const whole = latest(played(m02));
    const scenario = toScenario(whole, { zh: '直通', en: 'Straight' });
    expect(playScenario(whole.process, scenario, calendars).faults).toEqual([]);
    expect(linesBefore(scenario)).toEqual(whole.lines);
    expect(linesBefore(scenario, 3)).toEqual(whole.lines.slice(0, 3));
    expect(linesBefore(scenario, -1)).toEqual([]);
  });
});

test('the answer of a check is a form of its plain fields, under its own titles; what is no plain field stays as it is', () => {
  expect(answerForm(checks['higherAwards']!, { receivedFen: 0, awardDocument: '', recalled: false })).toMatchObject({
    type: 'object',
    properties: { receivedFen: { type: 'integer', 'x-format': 'fen' }, awardDocument: { type: 'string' }, recalled: { type: 'boolean' } },
  });
  expect(answerForm(checks['noDoubleFunding']!, { cases: [] }).properties).toEqual({});
});

import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { followUps } from '../../../model/edits/followUps/index.ts';
import { apply, type Edit } from '../../../model/edits/index.ts';
import type { Process } from '../../../model/process.ts';
import type { Step } from '../../../model/steps/index.ts';
import { textSchema } from '../../../model/text.ts';
import { make, way } from '../rules/processes.ts';
import { drawn, nested } from './drawn.ts';
import { frozen } from './frozen.ts';
import { flowsOf } from './verifyEdit.ts';

const folder = new URL('../../../model/edits/followUps/', import.meta.url);
const files = readdirSync(folder).filter((file) => !['defineFollowUp.ts', 'index.ts'].includes(file));

interface Case {
  process: Process;
  edit: Edit;
  shows: (after: Process) => unknown;
  expected: unknown;
}

const ids = ({ steps }: Process) => steps.map(({ id }) => id);
const step = (id: string, process: Process = nested): Step => process.steps.find((candidate) => candidate.id === id) as Step; // the tables name steps there are
const change = (id: string, more: object, process: Process = nested): Edit => ({ edit: 'changeStep', step: id, to: { ...step(id, process), ...more } as Step });
const flow = (id: string, more: object): Edit => ({ edit: 'changeFlow', flow: id, to: { ...drawn.flows.find((candidate) => candidate.id === id)!, ...more } });
const remove = (steps: string[], flows: string[] = []): Edit => ({ edit: 'removeElements', steps, flows });
const at = (...names: string[]) => (process: Process) => names.map((id) => process.steps.find((candidate) => candidate.id === id)).map((found) => found && [found.position.x, found.position.y]);
const without = (...flows: string[]): Process => ({ ...nested, flows: nested.flows.filter(({ id }) => !flows.includes(id)) });
const gateway = (id: string) => (process: Process) => flowsOf(process).filter((text) => text.includes(`: ${id} `)).map((text) => text.split(': ')[1]);

const cases: { [followUp: string]: { happens: { [sentence: string]: Case }; not: { [sentence: string]: Case } } } = {
  namesFollow: {
    happens: {
      'in a table, a wait, a condition and what a task writes': {
        process: {
          ...drawn,
          steps: [
            ...drawn.steps,
            make.timer('wait', { wait: { date: 'review.at' } }),
            make.task('again', { writes: 'review' }),
            { ...make.exclusive('table'), kind: 'businessRuleTask', table: { hitPolicy: 'first', inputs: [{ id: 'said', label: { zh: '结果', en: 'Said' }, expression: 'review.outcome' }], outputs: [], rules: [{ id: 'row', when: ['"review.outcome", review.outcome'], then: [] }] } },
          ],
        },
        edit: change('review', { id: 'check' }),
        shows: ({ steps }) => steps.slice(-3).map((last) => ('wait' in last ? last.wait : 'writes' in last ? last.writes : 'table' in last ? [last.table.inputs[0]?.expression, last.table.rules[0]?.when] : last)),
        expected: [{ date: 'check.at' }, 'check', ['check.outcome', ['"review.outcome", check.outcome']]],
      },
      'for the awarding step and what is inside': { process: nested, edit: change('payment', { id: 'paying' }), shows: ({ steps }) => steps.filter((inner) => inner.parent === 'paying' || ('host' in inner && inner.host === 'paying')).map(({ id }) => id), expected: ['payStart', 'pay', 'payEnd', 'payFailed'] },
      'for the award': { process: drawn, edit: change('decision', { id: 'ruling' }), shows: ({ awardedBy }) => awardedBy, expected: 'ruling' },
    },
    not: {
      'within texts, comments and behind dots': {
        process: { ...drawn, flows: drawn.flows.map((each) => (each.id === 'choiceToDecision' ? { ...each, condition: 'declaration.title = "review.outcome" /* review */' } : each)) },
        edit: change('review', { id: 'check' }),
        shows: ({ flows }) => flows[2]?.condition,
        expected: 'declaration.title = "review.outcome" /* review */',
      },
      'where another field changes': { process: drawn, edit: change('review', { whileSuspended: true }), shows: ({ flows }) => flows, expected: drawn.flows },
    },
  },
  containedStepsGo: {
    happens: { 'with a removed subprocess, however deep': { process: { ...nested, steps: [...nested.steps, make.sub('deep', { parent: 'payment' }), make.task('deepest', { parent: 'deep' })] }, edit: remove(['payment']), shows: ids, expected: ids(drawn) } },
    not: { 'with one that is dissolved': { process: { ...nested, steps: nested.steps.filter(({ id }) => id !== 'payFailed') }, edit: { edit: 'ungroup', step: 'payment' }, shows: (after) => ids(after).includes('pay'), expected: true } },
  },
  bordersGo: {
    happens: { 'with their host': { process: drawn, edit: remove(['review']), shows: (after) => ids(after).includes('reminder'), expected: false } },
    not: {
      'with another step': { process: drawn, edit: remove(['decision']), shows: (after) => ids(after).includes('reminder'), expected: true },
      'where the host was missing before': { process: { ...drawn, steps: drawn.steps.filter(({ id }) => id !== 'review') }, edit: remove(['decision']), shows: (after) => ids(after).includes('reminder'), expected: true },
    },
  },
  flowsGo: {
    happens: { 'with either end': { process: drawn, edit: remove(['decision']), shows: ({ flows }) => flows.filter(({ from, to }) => from === 'decision' || to === 'decision'), expected: [] } },
    not: { 'that led nowhere before': { process: { ...drawn, flows: [...drawn.flows, ...way('review > nowhere')] }, edit: remove(['decision']), shows: ({ flows }) => flows.at(-1)?.to, expected: 'nowhere' } },
  },
  awardGoes: {
    happens: { 'with its step': { process: drawn, edit: remove(['decision']), shows: (after) => 'awardedBy' in after, expected: false } },
    not: { 'with another step': { process: drawn, edit: remove(['review']), shows: ({ awardedBy }) => awardedBy, expected: 'decision' } },
  },
  bordersComeAlong: {
    happens: {
      'with a moved host': { process: drawn, edit: { edit: 'moveSteps', moves: [{ step: 'review', x: 150, y: -20 }] }, shows: at('reminder'), expected: [[200, 30]] },
      'into another stage and subprocess': {
        process: { ...nested, flows: [] },
        edit: { edit: 'moveSteps', moves: [{ step: 'review', x: 20, y: 20, parent: 'payment', stage: 'disbursement' }] },
        shows: ({ steps }) => steps.filter(({ id }) => id === 'reminder').map(({ parent, stage, position }) => [parent, stage, position.x, position.y]),
        expected: [['payment', 'disbursement', 70, 70]],
      },
    },
    not: {
      'that are moved themselves, not even to where they are': { process: drawn, edit: { edit: 'moveSteps', moves: [{ step: 'review', x: 150, y: -20 }, { step: 'reminder', x: 150, y: 50 }] }, shows: at('reminder'), expected: [[150, 50]] },
      'with another step': { process: drawn, edit: { edit: 'moveSteps', moves: [{ step: 'decision', x: 0, y: 0 }] }, shows: at('reminder'), expected: [[150, 50]] },
    },
  },
  oneDefault: {
    happens: {
      'where another flow becomes it': { process: drawn, edit: flow('choiceToDecision', { isDefault: true, condition: undefined }), shows: gateway('choice'), expected: ['choice > decision else', 'choice > correction if review.outcome = "return" and visits.review <= 2', 'choice > refused'] },
      'where a new flow is it': { process: drawn, edit: { edit: 'connect', from: 'choice', to: 'end', isDefault: true }, shows: gateway('choice'), expected: ['choice > decision if review.outcome = "approve"', 'choice > correction if review.outcome = "return" and visits.review <= 2', 'choice > refused', 'choice > end else'] },
    },
    not: { 'where two stood before and something else changes': { process: { ...drawn, flows: [...drawn.flows, ...way('choice > end', { isDefault: true })] }, edit: flow('decisionToEnd', { name: { zh: '完', en: 'Done' } }), shows: ({ flows }) => flows.filter(({ isDefault }) => isDefault).length, expected: 2 } },
  },
  defaultIsUnconditional: {
    happens: {
      'where a flow becomes the default': { process: drawn, edit: flow('choiceToDecision', { isDefault: true }), shows: (after) => gateway('choice')(after)[0], expected: 'choice > decision else' },
      'where the default is given a condition': { process: drawn, edit: flow('choiceToRefused', { condition: 'review.outcome = "reject"' }), shows: (after) => gateway('choice')(after)[2], expected: 'choice > refused if review.outcome = "reject"' },
    },
    not: { 'where a flow had both before': { process: { ...drawn, flows: drawn.flows.map((each) => (each.id === 'choiceToRefused' ? { ...each, condition: 'visits.review > 2' } : each)) }, edit: flow('decisionToEnd', { name: { zh: '完', en: 'Done' } }), shows: (after) => gateway('choice')(after)[2], expected: 'choice > refused if visits.review > 2 else' } },
  },
  conditionsGo: {
    happens: {
      'from the last way left': { process: drawn, edit: remove(['refused', 'correction']), shows: gateway('choice'), expected: ['choice > decision'] },
      'from the ways of a step that becomes one that takes all': { process: drawn, edit: { edit: 'changeStep', step: 'choice', to: make.parallel('choice') }, shows: gateway('choice'), expected: ['choice > decision', 'choice > correction', 'choice > refused'] },
      'from a flow that is drawn out of another step': { process: drawn, edit: flow('choiceToCorrection', { from: 'decision' }), shows: (after) => gateway('decision')(after)[1], expected: 'decision > correction' },
    },
    not: {
      'while two ways are left': { process: drawn, edit: remove(['refused']), shows: gateway('choice'), expected: ['choice > decision if review.outcome = "approve"', 'choice > correction if review.outcome = "return" and visits.review <= 2'] },
      'where nothing was chosen before': { process: { ...drawn, flows: [...drawn.flows, ...way('decision > refused', { condition: 'visits.review > 1' })] }, edit: remove(['correction']), shows: (after) => gateway('decision')(after)[1], expected: 'decision > refused if visits.review > 1' },
    },
  },
  subProcessBegins: {
    happens: {
      'in a new subprocess': {
        process: drawn,
        edit: { edit: 'addStep', step: make.sub('inner', { size: { width: 420, height: 240 } }) },
        shows: ({ steps, flows }) => [steps.slice(-2).map(({ id, parent, position }) => [id, parent, position.x, position.y]), flows.at(-1)],
        expected: [[['startEvent', 'inner', 32, 102], ['endEvent', 'inner', 352, 102]], { id: 'startEventToEndEvent', from: 'startEvent', to: 'endEvent' }],
      },
    },
    not: {
      'in one that brings its steps': { process: drawn, edit: { edit: 'group', steps: ['decision'], name: { zh: '组', en: 'Group' } }, shows: ({ steps }) => steps.filter(({ kind }) => kind === 'startEvent').length, expected: 2 },
      'in one that is renamed': { process: { ...drawn, steps: [...drawn.steps, make.sub('inner')] }, edit: change('inner', { id: 'outer' }, { ...drawn, steps: [make.sub('inner')] }), shows: ({ steps }) => steps.length, expected: drawn.steps.length + 1 },
    },
  },
  subProcessGrows: {
    happens: {
      'to the right and down': { process: without(), edit: { edit: 'moveSteps', moves: [{ step: 'pay', x: 280, y: 190 }] }, shows: ({ steps }) => steps.flatMap((each) => ('size' in each ? [each.size] : [])), expected: [{ width: 440, height: 274 }] },
      'to the left and up, while what it contains stays where it is on the canvas': {
        process: nested,
        edit: { edit: 'moveSteps', moves: [{ step: 'pay', x: -30, y: -10 }] },
        shows: (after) => [at('payment', 'pay', 'payEnd')(after), after.steps.flatMap((each) => ('size' in each ? [each.size] : []))],
        expected: [[[650, -30], [20, 20], [300, 112]], [{ width: 350, height: 230 }]],
      },
    },
    not: {
      'where there is room': { process: nested, edit: { edit: 'moveSteps', moves: [{ step: 'pay', x: 100, y: 70 }] }, shows: ({ steps }) => steps.flatMap((each) => ('size' in each ? [each.size] : [])), expected: [{ width: 300, height: 200 }] },
      'where it was too small before': { process: { ...nested, steps: nested.steps.map((each) => ('size' in each ? { ...each, size: { width: 50, height: 50 } } : each)) }, edit: { edit: 'moveSteps', moves: [{ step: 'decision', x: 0, y: 0 }] }, shows: ({ steps }) => steps.flatMap((each) => ('size' in each ? [each.size] : [])), expected: [{ width: 50, height: 50 }] },
    },
  },
};

describe('what follows from an edit', () => {
  it('is one file of its name each, registered once, with cases where it happens and where it does not', () => {
    expect(followUps.map(({ followUp }) => `${followUp}.ts`).toSorted()).toEqual(files.toSorted());
    expect(Object.keys(cases).toSorted()).toEqual(followUps.map(({ followUp }) => followUp).toSorted());
    for (const { title } of followUps) expect(textSchema.safeParse(title).success).toBe(true);
  });

  for (const [followUp, { happens, not }] of Object.entries(cases)) {
    for (const [word, table] of [['happens', happens], ['does not happen', not]] as const) {
      it.each(Object.entries(table))(`${followUp} ${word}: %s`, (_sentence, { process, edit, shows, expected }) => {
        const after = apply(frozen(process), frozen(edit));
        expect(after).not.toBe(process);
        expect(shows(after)).toEqual(expected);
      });
    }
  }
});

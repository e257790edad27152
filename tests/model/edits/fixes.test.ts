import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixesFor, fixKinds } from '../../../model/edits/fixes/index.ts';
import { allowed, apply } from '../../../model/edits/index.ts';
import { processSchema, type Process } from '../../../model/process.ts';
import { findProblems, rules } from '../../../model/rules/index.ts';
import { textSchema } from '../../../model/text.ts';
import { make, soundProcess, way } from '../rules/processes.ts';
import { drawn, nested } from './drawn.ts';
import { frozen } from './frozen.ts';

const folder = new URL('../../../model/edits/fixes/', import.meta.url);
const files = readdirSync(folder).filter((file) => !['defineFix.ts', 'index.ts', 'nearest.ts'].includes(file));
const sound = soundProcess();
const withSteps = (...steps: Process['steps']): Process => ({ ...drawn, steps: [...drawn.steps, ...steps] });
const changed = (id: string, more: object): Process => ({ ...drawn, steps: drawn.steps.map((step) => (step.id === id ? ({ ...step, ...more } as typeof step) : step)) });
const flows = (...lines: Process['flows'][]): Process => ({ ...drawn, flows: [...drawn.flows, ...lines.flat()] });
const withoutDefault: Process = { ...drawn, flows: drawn.flows.map(({ isDefault: _default, ...flow }) => flow) };

/** Drafts with a problem of a rule, and what is offered for it, in English, the first first. */
const table: { [rule: string]: { [sentence: string]: { process: Process; offers: string[] } } } = {
  uniqueIds: {
    'a step twice': { process: withSteps(make.task('review')), offers: ['Give the second “review” the identifier “review2”'] },
    'a flow of a step’s name': { process: flows(way('decision > refused', { id: 'review' })), offers: ['Give the second “review” the identifier “review2”'] },
    'a name of the case’s own data': { process: withSteps(make.task('visits')), offers: ['Identifier of “Step visits”: visitsStep'] },
    'a role twice': { process: { ...drawn, roles: [...drawn.roles, { id: 'reviewer', name: { zh: '另一位', en: 'Another' } }] }, offers: ['Give the second “reviewer” the identifier “reviewer2”'] },
  },
  scopes: { 'a step in nothing': { process: withSteps(make.task('lost', { parent: 'gone' })), offers: ['Move “Step lost” to the top level'] } },
  oneStart: {
    'two starts': { process: withSteps(make.start('again')), offers: ['Remove “Step again”'] },
    'no start': { process: { ...drawn, steps: drawn.steps.filter(({ id }) => id !== 'start'), flows: drawn.flows.filter(({ from }) => from !== 'start') }, offers: ['Add “Start”'] },
    'no start in a subprocess': { process: { ...nested, steps: nested.steps.filter(({ id }) => id !== 'payStart'), flows: nested.flows.filter(({ from }) => from !== 'payStart') }, offers: ['Add “Start”'] },
  },
  flowEnds: { 'a flow to nowhere': { process: flows(way('review > gone')), offers: ['Disconnect “Step review” from “gone”'] } },
  boundaryHosts: {
    'a border on nothing': { process: withSteps(make.onTime('late', 'gone', { position: { x: 410, y: 50 } })), offers: ['Attach to “Step decision”', 'Remove “Step late”'] },
    'a border where nothing waits': { process: withSteps(make.onTime('late', 'choice', { position: { x: 110, y: 10 } })), offers: ['Attach to “Step review”', 'Remove “Step late”'] },
  },
  reachable: { 'a step that nothing leads to': { process: withSteps(make.task('lost')), offers: ['Remove “Step lost”'] } },
  wayToEnd: {
    'a step that leads nowhere': { process: { ...drawn, flows: drawn.flows.filter(({ id }) => id !== 'decisionToEnd') }, offers: ['Connect “Step decision” to “Step end”', 'Add “End” after “Step decision”'] },
    'no end at all': {
      process: { ...sound, steps: sound.steps.filter(({ id }) => id !== 'end'), flows: sound.flows.filter(({ to }) => to !== 'end') },
      offers: ['Add “End” after “Step disbursementTask”'],
    },
    'a subprocess without an end': { process: { ...nested, steps: nested.steps.filter(({ id }) => id !== 'payEnd'), flows: nested.flows.filter(({ to }) => to !== 'payEnd') }, offers: ['Add “End” after “Step pay”'] },
  },
  gatewayCovers: {
    'no default': { process: withoutDefault, offers: ['Make “Step choice → Step refused” the default', 'Disconnect “Step choice” from “Step refused”'] },
    'a flow never taken': { process: flows(way('choice > end')), offers: ['Disconnect “Step choice” from “Step end”'] },
  },
  conditionPlace: {
    'a condition where nothing is chosen': { process: { ...drawn, flows: drawn.flows.map((flow) => (flow.id === 'decisionToEnd' ? { ...flow, condition: 'visits.review > 1' } : flow)) }, offers: ['Remove the condition'] },
    'a default where nothing is chosen': { process: { ...drawn, flows: drawn.flows.map((flow) => (flow.id === 'decisionToEnd' ? { ...flow, isDefault: true } : flow)) }, offers: ['Remove the default mark'] },
    'a default with a condition': { process: { ...drawn, flows: drawn.flows.map((flow) => (flow.isDefault ? { ...flow, condition: 'visits.review > 1' } : flow)) }, offers: ['Remove the condition'] },
  },
  requiredPlace: { 'on a gateway': { process: changed('choice', { required: { when: 'visits.review > 1', rule: 'r', reason: { zh: '原因', en: 'Reason' } } }), offers: ['Remove “required when”'] } },
  rolesExist: {
    'a slip of the pen': { process: changed('decision', { role: 'decisionMakr' }), offers: ['Role of “Step decision”: Decision maker', 'Add the role “decisionMakr”'] },
    'a role nobody knows': { process: changed('decision', { role: 'mayor' }), offers: ['Add the role “mayor”'] },
  },
  formsExist: {
    'a slip of the pen': { process: changed('correction', { form: 'declaraton' }), offers: ['Use the form “Declaration”', 'Add the form “declaraton”'] },
    'a declaration form that is none': { process: { ...drawn, declarationForm: 'papers' }, offers: ['Add the form “papers”'] },
    'an outcome that needs one': { process: changed('decision', { outcomes: [{ id: 'yes', name: { zh: '是', en: 'Yes' }, needsForm: true, needsReason: false }] }), offers: ['No outcome of “Step decision” needs a form'] },
  },
  separationCanBeMet: { 'a duty of nobody': { process: { ...drawn, separation: [['review', 'decide']] }, offers: ['Take duties that nobody has, or that stand twice, out of the separation'] } },
  errorsCaught: { 'an error that never happens': { process: withSteps(make.onError('failed', 'review'), make.end('failedEnd')), offers: ['Remove “Step failed”'] } },
  messagesKnown: { 'a message nobody sends': { process: withSteps(make.message('wait', { message: 'smoke' })), offers: ['Message of “Step wait”: objection', 'Message of “Step wait”: report'] } },
  writesKnown: { 'data that are none': { process: changed('correction', { writes: 'gone' }), offers: ['Also writes of “Step correction”: declaration', 'Also writes of “Step correction”: none'] } },
  awardedByExists: {
    'a slip of the pen': { process: { ...drawn, awardedBy: 'decisin' }, offers: ['“Step decision” issues the award', 'Name no awarding step'] },
    'a step where nothing waits': { process: { ...drawn, awardedBy: 'choice' }, offers: ['Name no awarding step'] },
  },
};

describe('fixes', () => {
  it('are one file for each rule that has one, registered once, each with cases', () => {
    expect(fixKinds.map(({ rule }) => `${rule}.ts`).toSorted()).toEqual(files.toSorted());
    expect(Object.keys(table).toSorted()).toEqual(fixKinds.map(({ rule }) => rule).toSorted());
    expect(rules.map(({ rule }) => rule)).toEqual(expect.arrayContaining(fixKinds.map(({ rule }) => rule)));
  });

  for (const [rule, cases] of Object.entries(table)) {
    it.each(Object.entries(cases))(`${rule}: %s`, (_sentence, { process, offers }) => {
      frozen(process);
      const problem = findProblems(process).find((found) => found.rule === rule);
      if (!problem) throw new Error('the draft of this case has no such problem');
      const fixes = fixesFor(process, problem);
      expect(fixes.map(({ name }) => name.en)).toEqual(offers);
      for (const { name, edit } of fixes) {
        expect(textSchema.safeParse(name).success).toBe(true);
        expect(allowed(process, edit)).toBeUndefined();
        const after = apply(process, edit);
        expect(processSchema.safeParse(after).error).toBeUndefined();
        expect(findProblems(after).map(({ rule: found, where }) => JSON.stringify([found, where]))).not.toContain(JSON.stringify([problem.rule, problem.where]));
      }
    });
  }

  it('are not offered where only the owner can tell', () => {
    expect(fixesFor(drawn, { rule: 'cycleWaits', severity: 'error', message: { zh: '循环', en: 'Loop' }, where: { step: 'review' } })).toEqual([]);
    expect(fixesFor(drawn, { rule: 'reachable', severity: 'error', message: { zh: '旧', en: 'Old' }, where: { step: 'gone' } })).toEqual([]);
  });
});

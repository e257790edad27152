import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { StepBase, StepKind } from '../../../model/steps/defineStep.ts';
import { stepKinds, stepSchema, type Step } from '../../../model/steps/index.ts';
import { textSchema } from '../../../model/text.ts';
import { make, outcome, processOf } from '../rules/processes.ts';

const folder = new URL('../../../model/steps/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && readFileSync(new URL(file, folder), 'utf8').includes('= defineStep<'));
const kinds = Object.entries(stepKinds).map(([name, kind]) => [name, kind as unknown as StepKind<Step>] as const); // each kind is asked only about its own example

const base = { name: { zh: '步骤', en: 'Step' }, stage: 'declaration', position: { x: 0, y: 0 } };
const table = {
  hitPolicy: 'first',
  inputs: [],
  outputs: [{ id: 'level', label: base.name, type: 'string' }],
  rules: [{ id: 'row', when: [], then: ['deputy'] }],
};

/** The least that each kind needs beside what every step has. */
const least: { [kind in keyof typeof stepKinds]: object } = {
  startEvent: {},
  endEvent: { end: 'plain' },
  userTask: { role: 'reviewer', outcomes: [outcome('approve')] },
  multiInstanceUserTask: { role: 'expert', outcomes: [outcome('agree')], instances: 3, mode: 'parallel', completion: { rule: 'all' }, agree: 'agree' },
  serviceTask: { check: 'creditDefault' },
  businessRuleTask: { table },
  exclusiveGateway: {},
  parallelGateway: {},
  inclusiveGateway: {},
  timerCatchEvent: { wait: { workingDays: 7 } },
  messageCatchEvent: { message: 'objection' },
  boundaryTimer: { host: 'review', interrupting: false, wait: { duration: 'P1D' } },
  boundaryMessage: { host: 'publicity', message: 'objection', interrupting: false },
  boundaryError: { host: 'payment' },
  subProcess: { size: { width: 400, height: 200 } },
};
const example = (kind: keyof typeof stepKinds) => ({ ...base, kind, id: 'example', ...least[kind] });
const names = Object.keys(stepKinds) as (keyof typeof stepKinds)[]; // Object.keys forgets what the record knows

describe('every step kind', () => {
  it('is one file of its name, registered once', () => {
    expect(files.toSorted()).toEqual(names.map((name) => `${name}.ts`).toSorted());
  });

  it.each(names)('%s: file, export, registry and `kind` are the same word', async (name) => {
    const module = (await import(new URL(`${name}.ts`, folder).href)) as Record<string, unknown>; // the folder is read at run time
    expect(module[name]).toBe(stepKinds[name]);
    expect(stepKinds[name].kind).toBe(name);
  });

  it.each(kinds)('%s has a title in both languages, a look and a BPMN element', (_name, kind) => {
    expect(textSchema.safeParse(kind.title).success).toBe(true);
    expect(kind.title.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(['event', 'task', 'gateway', 'subProcess']).toContain(kind.look.shape);
    expect(kind.look.ring !== undefined).toBe(kind.look.shape === 'event');
    expect(kind.look.icon).toMatch(/^[a-z][A-Za-z]*$/);
    expect(kind.bpmn).toMatch(/^bpmn:[A-Z][A-Za-z]+$/);
  });

  it.each(names)('%s is read from the least it needs, and not with a field it does not know', (name) => {
    expect(stepSchema.parse(example(name))).toEqual(example(name));
    expect(stepKinds[name].fields.safeParse({ ...example(name), colour: 'red' }).error?.issues).toContainEqual(expect.objectContaining({ code: 'unrecognized_keys', keys: ['colour'] }));
    expect(stepSchema.safeParse({ ...example(name), colour: 'red' }).success).toBe(false);
  });

  it.each(names)('%s is read by no other kind', (name) => {
    const readers = names.filter((other) => stepKinds[other].fields.safeParse(example(name)).success);
    expect(readers).toEqual([name]);
  });

  it.each(names)('%s labels each of its fields in both languages', (name) => {
    const fields: unknown = stepKinds[name].fields;
    expect(fields).toBeInstanceOf(z.ZodObject);
    if (!(fields instanceof z.ZodObject)) return;
    for (const [field, schema] of Object.entries(fields.shape)) {
      if (field === 'kind') continue;
      const label = textSchema.safeParse((schema as z.ZodType).meta()?.['label']); // zod keeps the shape's members as its core type
      expect(label.success, `${name}.${field}`).toBe(true);
    }
  });

  it.each(kinds)('%s answers everything about its least example, and a sound draft with it survives its own check', (name, kind) => {
    const step = stepSchema.parse(example(stepKinds[kind.kind].kind));
    const process = processOf([step], []);
    const summary = kind.look.summary(step);
    if (summary) expect(textSchema.safeParse(summary).success).toBe(true);
    expect(typeof kind.waits(step)).toBe('boolean');
    const { on, ends } = kind.moves(step);
    expect(on !== undefined, 'a proof lets something happen where, and only where, a token waits').toBe(kind.waits(step) || kind.attachedTo !== undefined);
    expect(ends !== undefined, 'a proof lets a token end where a scope ends').toBe(kind.ends);
    expect(on === 'task').toBe(kind.task !== undefined);
    expect(on === 'answer').toBe(kind.asks !== undefined);
    expect(on === 'message').toBe(kind.hears?.(step) !== undefined);
    expect(on === 'error').toBe(kind.catches !== undefined);
    for (const role of kind.roles(step)) expect(role).toMatch(/^[a-z]/);
    for (const { field, feel } of kind.expressions(step)) expect(`${field}${feel}`.length).toBeGreaterThan(1);
    for (const code of kind.raises?.(step) ?? []) expect(code).toMatch(/^[a-z]/);
    expect(['object', undefined]).toContain(kind.contributes(step, process)?.type);
    expect(kind.check(process, step)).toEqual([]);
    expect(name).toBe(step.kind);
  });

  it.each(kinds)('%s makes the least step of itself, and speaks of what it names under new names, leaving the rest alone', (name, kind) => {
    const blank = kind.blank({ ...base, stage: 'declaration', id: 'example' }, { role: 'reviewer', host: 'review' });
    expect(stepSchema.parse(blank)).toStrictEqual(blank);
    expect(blank).toMatchObject({ id: 'example', kind: name });
    const step = stepSchema.parse(example(stepKinds[kind.kind].kind));
    const same = { step: String, form: String, role: String, feel: String, tests: String };
    const members = new Map(Object.entries(step));
    for (const [field, value] of Object.entries(kind.renamed(step, same))) expect(value).toEqual(members.get(field));
    const renamed = { ...step, ...kind.renamed(step, { ...same, role: (id) => `${id}2`, step: (id) => `${id}2` }) };
    expect(kind.roles(renamed as Step)).toEqual(kind.roles(step).map((role) => `${role}2`));
    expect(kind.attachedTo?.(renamed as Step)).toEqual(kind.attachedTo && `${kind.attachedTo(step)}2`);
  });

  it('tells where tokens begin, end, rest, meet and part', () => {
    const which = (holds: (kind: StepKind<Step>) => boolean) => kinds.filter(([, kind]) => holds(kind)).map(([name]) => name);
    const withLeast = (kind: StepKind<Step>): StepBase & Step => stepSchema.parse(example(kind.kind));
    expect(which((kind) => kind.begins)).toEqual(['startEvent']);
    expect(which((kind) => kind.ends)).toEqual(['endEvent']);
    expect(which((kind) => kind.contains)).toEqual(['subProcess']);
    expect(which((kind) => kind.attachedTo !== undefined)).toEqual(['boundaryTimer', 'boundaryMessage', 'boundaryError']);
    expect(which((kind) => kind.waits(withLeast(kind)))).toEqual(['userTask', 'multiInstanceUserTask', 'serviceTask', 'timerCatchEvent', 'messageCatchEvent']);
    expect(which((kind) => kind.moves(withLeast(kind)).interrupts !== undefined)).toEqual(['boundaryTimer', 'boundaryMessage', 'boundaryError']);
    expect(kinds.map(([, kind]) => kind.moves({ ...withLeast(kind), suspends: true } as Step).suspends).filter(Boolean)).toEqual(['objection', 'objection']); // only the kinds that listen have the field
    expect(which((kind) => kind.split !== 'all')).toEqual(['exclusiveGateway', 'inclusiveGateway']);
    expect(which((kind) => kind.join !== 'each')).toEqual(['parallelGateway', 'inclusiveGateway']);
  });
});

describe('the schema of a step', () => {
  it('refuses an unknown kind and names it, so that a reader can tell what is wrong', () => {
    const { error } = stepSchema.safeParse({ ...base, kind: 'teleport', id: 'away' });
    expect(error).toBeDefined();
    expect(z.prettifyError(error ?? new z.ZodError([]))).toMatch(/startEvent|kind/);
  });

  it('refuses a step without name, with a stage that is none, or at a place that is no number', () => {
    const { name: _name, ...nameless } = example('startEvent');
    for (const wrong of [nameless, { ...example('startEvent'), stage: 'lunch' }, { ...example('startEvent'), position: { x: 'left', y: 0 } }]) {
      expect(stepSchema.safeParse(wrong).success).toBe(false);
    }
  });

  it('reads what the tables of the rules are made of', () => {
    for (const step of [make.start(), make.task('review'), make.sub('inner')]) expect(stepSchema.parse(step)).toEqual(step);
  });
});

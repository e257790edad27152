import { describe, expect, it } from 'vitest';
import { measures, processOf } from '../../measures/index.ts';
import { sizeOf } from '../../measures/path/layout.ts';
import { processSchema } from '../../model/process.ts';
import { findProblems } from '../../model/rules/index.ts';
import { stageIds } from '../../model/steps/defineStep.ts';
import { kindOf, type Step } from '../../model/steps/index.ts';

interface Box { id: string; left: number; top: number; right: number; bottom: number }

/** Boxes of the steps on one level; a boundary event belongs to its host's border and is left out. */
function boxes(steps: Step[]): Box[] {
  return steps
    .filter((step) => kindOf(step).attachedTo === undefined)
    .map((step) => {
      const { width, height } = sizeOf(step);
      return { id: step.id, left: step.position.x, top: step.position.y, right: step.position.x + width, bottom: step.position.y + height };
    });
}

function overlapping(all: Box[]): string[] {
  return all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
      .map((other) => `${one.id} and ${other.id}`),
  );
}

describe('the registry', () => {
  it('has the fourteen measures in order and the optional one switched off', () => {
    const numbers = Array.from({ length: 14 }, (_, index) => `M${String(index + 1).padStart(2, '0')}`);
    expect(measures.map((process) => process.id)).toEqual([...numbers, 'X15']);
    expect(measures.filter((process) => !process.measure.enabled).map((process) => process.id)).toEqual(['X15']);
    expect(processOf('M02')?.name.zh).toBe('推动直播电商产业基地建设');
    expect(processOf('M99')).toBeUndefined();
  });

  it('gives every measure the same five stages, steps and flows', () => {
    const path = ({ steps, flows, stages }: (typeof measures)[number]) => ({
      stages: stages.map((stage) => stage.id),
      steps: steps.map((step) => `${step.id}: ${step.kind}`),
      flows: flows.map((flow) => flow.id),
    });
    const first = measures[0];
    if (!first) throw new Error('no measures');
    expect(first.stages.map((stage) => stage.id)).toEqual([...stageIds]);
    for (const process of measures) expect(path(process)).toEqual(path(first));
  });
});

describe.each(measures.map((process) => [process.id, process] as const))('%s', (_id, process) => {
  it('is well-formed and small enough to travel in a history', () => {
    expect(processSchema.safeParse(process).error).toBeUndefined();
    expect(processSchema.parse(JSON.parse(JSON.stringify(process)))).toEqual(process);
    expect(Buffer.byteLength(JSON.stringify(process))).toBeLessThanOrEqual(200 * 1024);
  });

  it('names every step, flow, form, document and figure once', () => {
    const { steps, flows, forms, measure } = process;
    for (const named of [[...steps, ...flows], forms, measure.documents, measure.figures]) {
      const ids = named.map((each) => each.id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });

  it('has flows, hosts, parents and forms that exist', () => {
    const steps = new Set(process.steps.map((step) => step.id));
    for (const { from, to } of process.flows) expect([steps.has(from), steps.has(to)], `${from} to ${to}`).toEqual([true, true]);
    const roles = new Set(process.roles.map((role) => role.id));
    for (const step of process.steps) {
      const host = kindOf(step).attachedTo?.(step);
      for (const id of [host, step.parent]) if (id !== undefined) expect(steps.has(id), id).toBe(true);
      for (const role of kindOf(step).roles(step)) expect(roles.has(role), role).toBe(true);
      if ('form' in step && step.form) expect(process.forms.map((form) => form.id)).toContain(step.form);
    }
  });

  it('has no problem by any rule of a good process, and is told that finance takes two people', () => {
    const twoOfFinance = 'warning separationCanBeMet: The duties reconciliation, reconciliationCheck must be exercised by different people and all belong to the role “Finance” alone; it needs at least 2 people.';
    expect(findProblems(process).map((problem) => `${problem.severity} ${problem.rule}: ${problem.message.en}`)).toEqual([twoOfFinance]);
  });

  it('asks the reviewer and the table only about figures that are declared or stated', () => {
    const review = process.forms.find((form) => form.id === 'review');
    for (const [name, schema] of Object.entries(review?.schema.properties ?? {})) expect(schema.type, name).toBeDefined();
    const confirmed = Object.keys(review?.schema.properties ?? {});
    const { base, year, realCost, otherPublicMoney, earlierAward } = process.measure.support;
    for (const name of [base, year, realCost, otherPublicMoney, earlierAward]) if (name) expect(confirmed).toContain(name);
  });

  it('labels every question in both languages and marks money and personal data', () => {
    for (const { schema } of process.forms) {
      expect(schema.additionalProperties).toBe(false);
      for (const [name, question] of Object.entries(schema.properties ?? {})) {
        expect([question['x-zh'], question['x-en']].every((label) => label), name).toBe(true);
        if (question['x-format'] === 'fen') expect(question).toMatchObject({ type: 'integer', maximum: Number.MAX_SAFE_INTEGER });
      }
    }
    const declared = process.forms.find((form) => form.id === process.declarationForm)?.schema.properties ?? {};
    const personal = Object.entries(declared).flatMap(([name, question]) => (question['x-personal'] ? [name] : []));
    expect(personal).toEqual(['contactName', 'contactPhone', 'bankAccount', 'bankAccountName', 'clearingNumber']);
  });

  it('says of every figure whose word it is, and where a figure not assumed was found', () => {
    expect(process.measure.figures.length).toBeGreaterThan(0);
    for (const figure of process.measure.figures) if (figure.origin !== 'assumed') expect(figure.sources, figure.id).not.toEqual([]);
    expect(process.measure.support.instalmentsBp.reduce((sum, part) => sum + part, 0)).toBe(10_000);
  });

  it('is laid out without overlapping boxes, stage beside stage', () => {
    const levels = new Set(process.steps.map((step) => step.parent));
    for (const parent of levels) expect(overlapping(boxes(process.steps.filter((step) => step.parent === parent)))).toEqual([]);
    const top = process.steps.filter((step) => step.parent === undefined);
    let bandEnds = Number.NEGATIVE_INFINITY;
    for (const stage of stageIds) {
      const band = boxes(top.filter((step) => step.stage === stage));
      expect(Math.min(...band.map((box) => box.left))).toBeGreaterThan(bandEnds);
      bandEnds = Math.max(...band.map((box) => box.right));
    }
  });

  it('keeps the steps of the publicity inside its box, and boundary events apart on the border of their hosts', () => {
    const publicity = process.steps.find((step) => step.kind === 'subProcess');
    if (publicity?.kind !== 'subProcess') throw new Error('no subprocess');
    for (const box of boxes(process.steps.filter((step) => step.parent === publicity.id))) {
      expect([box.left >= 0, box.top >= 0, box.right <= publicity.size.width, box.bottom <= publicity.size.height], box.id).toEqual([true, true, true, true]);
    }
    const attached = process.steps.filter((step) => kindOf(step).attachedTo);
    const border = (step: Step) => ({ id: step.id, left: step.position.x, top: step.position.y, right: step.position.x + 36, bottom: step.position.y + 36 });
    expect(attached.length).toBeGreaterThan(0);
    for (const parent of [undefined, publicity.id]) {
      expect(overlapping(attached.filter((step) => step.parent === parent).map(border))).toEqual([]);
    }
    for (const step of attached) {
      const [host] = boxes(process.steps.filter((candidate) => candidate.id === kindOf(step).attachedTo?.(step)));
      if (!host) throw new Error(`${step.id} has no host`);
      expect(overlapping([host, border(step)]), step.id).toHaveLength(1);
    }
  });
});

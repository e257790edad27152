import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { performers } from '../../../model/checks/defineCheck.ts';
import { checks } from '../../../model/checks/index.ts';
import { aCase, aDecidedCase, aProcess } from './aCase.ts';

const files = readdirSync('model/checks', { withFileTypes: true })
  .filter((entry) => entry.isFile() && !['index.ts', 'defineCheck.ts'].includes(entry.name))
  .map((entry) => entry.name.replace(/\.ts$/, ''));

describe('the registry of checks', () => {
  it('names every file of the folder and nothing else', () => {
    expect(Object.keys(checks).sort()).toEqual(files.sort());
  });

  it('has nothing that it inherited', () => {
    expect(checks['constructor']).toBeUndefined();
  });
});

describe.each(Object.entries(checks))('%s', (name, check) => {
  const hostile = { found: null, cases: [null, 7, { case: [] }], documents: {}, amountFen: 'x', paidFen: -1, orderId: {}, state: 'lost' };
  const states = [aCase(), aCase({ data: {} }), aDecidedCase(100), aDecidedCase(360_000_000, { instalment: 2 })];

  it('is exported under its own name, titled in both languages, with a known performer', () => {
    expect(check.check).toBe(name);
    expect(check.title.zh).toMatch(/\p{Script=Han}/u);
    expect(check.title.en).toMatch(/^[A-Z][a-z]/);
    expect(performers).toContain(check.performer);
  });

  it('words a request that survives JSON, and changes nothing', () => {
    for (const state of states) {
      const before = structuredClone(state);
      const request = check.ask(aProcess, state, 'nudge');
      expect(JSON.parse(JSON.stringify(request))).toEqual(request);
      expect(state).toEqual(before);
    }
  });

  it('judges any answer to exactly the fields of its result, and never throws', () => {
    const names = check.result.map((field) => field.name).sort();
    for (const state of states) {
      for (const answer of [{}, hostile]) expect(Object.keys(check.judge(aProcess, state, answer)).sort()).toEqual(names);
    }
  });

  it('proposes an answer by which the ordinary case goes on, and that leaves no field empty', () => {
    for (const state of states) {
      const usual = check.usual(aProcess, state);
      expect(JSON.parse(JSON.stringify(usual))).toEqual(usual);
    }
    const judged = check.judge(aProcess, aDecidedCase(100), check.usual(aProcess, aDecidedCase(100)));
    expect(Object.values(judged)).not.toContain(null);
    expect([judged['found'], judged['matches'], judged['complete'], judged['posted'], judged['paid'], judged['nameMatches']]).not.toContain(false);
  });

  it('puts nothing secret into a notice', () => {
    if (check.performer !== 'notice') return;
    const request = JSON.stringify(check.ask(aProcess, aDecidedCase(100), 'nudge'));
    for (const secret of ['91440300FAKE00013H', '0755-00001234', '13800001234', '9990000000000101', '999584000018', '李虚构']) {
      expect(request).not.toContain(secret);
    }
  });
});

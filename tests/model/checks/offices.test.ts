import { describe, expect, it } from 'vitest';
import { checks } from '../../../model/checks/index.ts';
import type { Check } from '../../../model/checks/defineCheck.ts';
import type { JsonObject } from '../../../model/text.ts';
import { confirmed } from '../../../model/checks/facts/confirmed.ts';
import { aCase, aProcess } from './aCase.ts';

function the(name: string): Check {
  const check = checks[name];
  if (!check) throw new Error(`no check ${name}`);
  return check;
}
const judge = (name: string, answer: JsonObject, state = aCase()) => the(name).judge(aProcess, state, answer);
const ask = (name: string, state = aCase()) => the(name).ask(aProcess, state, 'nudge');

describe('businessRegister', () => {
  const registered = { found: true, name: '龙岗虚构星湖直播园区运营有限公司', district: 'longgang', registeredOn: '2021-06-18', status: 'active' };
  const declared = (applicantName: string) => aCase({ data: { declaration: { applicantName } } });

  it('judges the register’s word', () => {
    expect(judge('businessRegister', registered)).toEqual({
      found: true, codeValid: true, nameMatches: true, inDistrict: true, registeredOn: '2021-06-18', status: 'active',
    });
  });
  it('tells a wrong check digit from an unknown body', () => {
    const wrongCode = aCase({ applicant: { creditCode: '91440300FAKE00013A', name: '甲' } });
    expect(judge('businessRegister', registered, wrongCode)).toMatchObject({ found: true, codeValid: false });
    expect(judge('businessRegister', { ...registered, found: false, name: '' })).toMatchObject({ found: false, codeValid: true, nameMatches: false });
  });
  it.each([
    ['深圳（龙岗）ＡＢ公司', '深圳(龙岗)AB公司', true],
    ['深圳(龙岗)AB公司', '深圳(龙岗)AC公司', false],
  ])('%s and %s: same name %s', (one, other, same) => {
    expect(judge('businessRegister', { ...registered, name: other }, declared(one))).toMatchObject({ nameMatches: same });
  });
  it('takes nameless for no match', () => {
    const nameless = aCase({ data: {}, applicant: { creditCode: '91440300FAKE00013H', name: '' } });
    expect(judge('businessRegister', { ...registered, found: false, name: '' }, nameless)).toMatchObject({ nameMatches: false });
  });
  it('sees another district', () => {
    expect(judge('businessRegister', { ...registered, district: 'luohu' })).toMatchObject({ inDistrict: false });
  });
});

describe('the other offices', () => {
  it('are asked about the applicant and the year of the claim', () => {
    expect(ask('aboveLimitStatistics')).toEqual({ connector: 'aboveLimitStatistics', creditCode: '91440300FAKE00013H', year: 2025 });
    expect(ask('higherAwards')).toEqual({ connector: 'higherAwards', creditCode: '91440300FAKE00013H', year: 2025 });
    expect(ask('creditDefault')).toEqual({ connector: 'creditDefault', creditCode: '91440300FAKE00013H' });
    expect(ask('higherAwards', aCase({ data: {} }))).toMatchObject({ year: 2026 });
  });
  it('are asked about the account that the reviewer confirmed', () => {
    const { data } = aCase();
    expect(ask('bankAccountName', aCase({ data: { ...data, review: { bankAccount: '9990000000000102' } } }))).toEqual({
      connector: 'bankAccountName', account: '9990000000000102', accountName: '龙岗虚构星湖直播园区运营有限公司', clearingNumber: '999584000018',
    });
  });
  it('have their answers passed on', () => {
    const statistics = { listed: true, firstListedYear: 2023, reportsOnTime: true, usedServiceEntryScheme: true };
    expect(judge('aboveLimitStatistics', statistics)).toEqual(statistics);
    expect(judge('higherAwards', { receivedFen: 5, awardDocument: '文', recalled: true })).toEqual({ receivedFen: 5, awardDocument: '文', recalled: true });
    expect(judge('creditDefault', { barred: true, reason: '失信' })).toEqual({ barred: true, reason: '失信' });
    expect(judge('bankAccountName', { exists: true, matches: false })).toEqual({ exists: true, matches: false });
  });
});

describe('documentsComplete', () => {
  it('names what is missing, and asks for nothing optional', () => {
    expect(judge('documentsComplete', { documents: ['licence'] })).toEqual({ complete: false, missing: ['专项审计报告 / Special audit report'] });
    expect(judge('documentsComplete', { documents: ['audit', 'licence', 'other'] })).toEqual({ complete: true, missing: [] });
  });
});

describe('noDoubleFunding', () => {
  const other = { case: 'M01-2026-0002', applicant: '91440300FAKE00013H', measure: 'M01', year: 2025, standing: 'open', invoiceNumbers: [] };
  it.each<[string, JsonObject, boolean]>([
    ['the same applicant, measure and year', other, false],
    ['the same, paid', { ...other, standing: 'paid' }, false],
    ['the same, refused or withdrawn', { ...other, standing: 'ended' }, true],
    ['this very case', { ...other, case: 'M01-2026-0001', invoiceNumbers: ['INV-1'] }, true],
    ['the same, filed later', { ...other, filed: 'later' }, true],
    ['the same invoice, filed later', { ...other, applicant: '91440300FAKE00021C', invoiceNumbers: ['INV-1'], filed: 'later' }, true],
    ['the same, filed earlier', { ...other, filed: 'earlier' }, false],
    ['another year', { ...other, year: 2024 }, true],
    ['another measure', { ...other, measure: 'M02' }, true],
    ['another measure with the same invoice', { ...other, measure: 'M02', invoiceNumbers: ['INV-9', 'INV-2'] }, false],
    ['another applicant with the same invoice', { ...other, applicant: '91440300FAKE00021C', invoiceNumbers: ['INV-1'] }, false],
  ])('%s', (_case, found, clear) => {
    expect(judge('noDoubleFunding', { cases: [found] })).toEqual({ clear, conflicts: clear ? [] : ['M01-2026-0002'] });
  });
  describe('under a measure that is claimed once for each project', () => {
    const perProject = { ...aProcess, measure: { ...aProcess.measure, claim: { ...aProcess.measure.claim, once: 'project' as const } } };
    const state = aCase();
    const own = String(confirmed(state, 'projectName'));
    it.each<[string, JsonObject, boolean]>([
      ['another project of the year', { ...other, project: '星湖园区二期' }, true],
      ['the same project', { ...other, project: own }, false],
      ['the same project in another year, written otherwise', { ...other, year: 2024, project: ` ${own.replace('（', '(').replace('）', ')')}` }, false],
      ['another project with the same invoice', { ...other, project: '星湖园区二期', invoiceNumbers: ['INV-1'] }, false],
      ['the same project of another applicant', { ...other, applicant: '91440300FAKE00021C', project: own }, true],
    ])('%s', (_case, found, clear) => {
      expect(the('noDoubleFunding').judge(perProject, state, { cases: [found] })).toEqual({ clear, conflicts: clear ? [] : ['M01-2026-0002'] });
    });
  });
  it('asks by applicant, measure, year and invoices', () => {
    expect(ask('noDoubleFunding')).toEqual({
      lookUp: 'otherCases', case: 'M01-2026-0001', applicant: '91440300FAKE00013H', measure: 'M01', year: 2025, invoiceNumbers: ['INV-1', 'INV-2'],
    });
  });
});

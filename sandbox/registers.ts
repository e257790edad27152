import { applicants } from '../measures/applicants.ts';
import { negativeCases } from '../measures/negativeCases.ts';
import type { SampleApplicant } from '../measures/sampleApplicant.ts';

/** One fictional body as the outside offices know it. */
export interface RegisteredBody {
  creditCode: string;
  name: string;
  /** `longgang` or another district. */
  district: string;
  /** `YYYY-MM-DD`. */
  registeredOn: string;
  status: 'active' | 'cancelled';
  account: string;
  statistics: { listed: boolean; firstListedYear: number; reportsOnTime: boolean; usedServiceEntryScheme: boolean };
  barredBecause?: string;
  higherAward?: { receivedFen: number; awardDocument: string; recalled: boolean };
}

/** All fictional accounts are at this bank, whose number is invalid on purpose. */
export const clearingNumber = '999584000018';

const reporting = { listed: true, firstListedYear: 2024, reportsOnTime: true, usedServiceEntryScheme: false };

function body(number: string, creditCode: string, name: string, differs: Partial<RegisteredBody> = {}): RegisteredBody {
  return {
    creditCode,
    name,
    district: 'longgang',
    registeredOn: '2021-06-18',
    status: 'active',
    account: `99900000000001${number}`,
    statistics: reporting,
    ...differs,
  };
}

/** A sample applicant of the programme as the offices know it: what it says of itself, and what the sample data say of the offices. */
function known({ creditCode, name, bankAccount, offices }: SampleApplicant): RegisteredBody {
  const { higherAwards, aboveLimitStatistics } = offices;
  return {
    creditCode,
    name,
    district: 'longgang',
    registeredOn: '2021-06-18',
    status: 'active',
    account: bankAccount,
    statistics: { ...reporting, ...aboveLimitStatistics },
    ...(higherAwards ? { higherAward: { receivedFen: 0, awardDocument: '', recalled: false, ...higherAwards } } : {}),
  };
}

const samples = [...applicants, ...negativeCases.flatMap(({ applicant, earlier }) => (earlier ? [applicant, earlier] : [applicant]))];
const byCode = new Map(samples.map((sample) => [sample.creditCode, known(sample)]));

/** Everything is invented: codes contain FAKE, accounts begin with 999. First the programme's sample applicants, then bodies that go wrong. */
export const registers: readonly RegisteredBody[] = [
  ...byCode.values(),
  body('52', '91440300FAKE030111', '深圳虚构追回直播园区有限公司', {
    higherAward: { receivedFen: 40_000_000, awardDocument: '深虚构商务〔2025〕9号', recalled: true },
  }),
  body('53', '91440300FAKE0302XQ', '深圳虚构旧账商贸有限公司', {
    statistics: { ...reporting, firstListedYear: 2023, usedServiceEntryScheme: true },
  }),
  body('54', '91440300FAKE03038Q', '深圳虚构失信直播有限公司', { barredBecause: '虚构：严重违法失信名单（期限至 2027-12-31）' }),
  body('55', '91440300FAKE03046K', '深圳虚构邻区直播有限公司', { district: 'luohu' }),
  body('56', '91440300FAKE03054E', '深圳虚构已注销直播有限公司', { status: 'cancelled' }),
];

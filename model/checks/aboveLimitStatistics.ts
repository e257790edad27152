import { claimYear } from './facts/claimYear.ts';
import { jsonAs } from './facts/jsonAs.ts';
import { defineCheck } from './defineCheck.ts';

/** Whether the statistics office lists the applicant above the limit, since when, and whether another entry scheme already paid for that. */
export const aboveLimitStatistics = defineCheck({
  check: 'aboveLimitStatistics',
  title: { zh: '限上统计核验', en: 'Above-limit statistics check' },
  performer: 'office',
  result: [
    { name: 'listed', type: 'boolean', title: { zh: '已纳入限上统计', en: 'Listed above the limit' } },
    { name: 'firstListedYear', type: 'integer', title: { zh: '首次纳统年份（未纳统为 0）', en: 'First listed in (0 if never)' } },
    { name: 'reportsOnTime', type: 'boolean', title: { zh: '按时报送', en: 'Reports on time' } },
    { name: 'usedServiceEntryScheme', type: 'boolean', title: { zh: '已享受服务业纳统奖励', en: 'Already used the service-entry scheme' } },
  ],
  failures: ['refusedByOffice'],
  reads: () => [],
  ask: (_process, state) => ({ connector: 'aboveLimitStatistics', creditCode: state.applicant.creditCode, year: claimYear(state) }),
  usual: () => ({ listed: true, firstListedYear: 2024, reportsOnTime: true, usedServiceEntryScheme: false }),
  judge: (_process, _state, answer) => ({
    listed: jsonAs.truth(answer.listed),
    firstListedYear: jsonAs.whole(answer.firstListedYear),
    reportsOnTime: jsonAs.truth(answer.reportsOnTime),
    usedServiceEntryScheme: jsonAs.truth(answer.usedServiceEntryScheme),
  }),
});

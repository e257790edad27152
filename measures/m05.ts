import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { yuan } from './yuan.ts';

/** M05 对获得上级扶持的园区（基地）给予配套奖励. */
export const m05 = commonPath({
  number: 'M05',
  name: { zh: '对获得上级扶持的园区（基地）给予配套奖励', en: 'Matching reward for higher-level support' },
  ...aspect(1),
  summary: {
    zh: '对获得上级扶持的园区（基地），按实际到账资金的一定比例配套；凭证核验，不再现场核查。',
    en: 'A share of the higher-level money that was received; the proof is checked instead of the site.',
  },
  declaration: {
    awardDocument: field.text('上级扶持文件文号', 'Number of the higher award document'),
    higherMoneyReceived: field.money('上级资金实际到账金额', 'Higher-level money received'),
    projectCost: field.money('项目实际支出', 'Real cost of the project'),
    earlierAward: field.money('区级此前已获较低奖励', 'Earlier, lower award of the district', { zh: '没有则填 0', en: '0 if none' }),
  },
  claimsCosts: true,
  confirms: ['higherMoneyReceived', 'projectCost', 'earlierAward'],
  opinions: [],
  onSite: 'replaced',
  expertReview: 'none',
  specialAudit: 'none',
  higherAwards: true,
  documents: [
    ownDocument('higherAwardDocument', '上级扶持文件', "Higher office's award document"),
    ownDocument('moneyReceivedSlip', '资金到账凭证', 'Slip of the money received'),
    ownDocument('costProof', '项目支出凭证', 'Proof of the cost'),
  ],
  inputs: {
    recalled: { label: { zh: '上级资金已被追回', en: 'Higher money was recalled' }, expression: 'higherAwards.recalled' },
    moneyProved: { label: { zh: '到账金额有凭证', en: 'The money received is proved' }, expression: 'review.higherMoneyReceived <= higherAwards.receivedFen' },
  },
  exclusions: [
    exclusion('m05Recalled', { recalled: 'true' }, '上级扶持资金已被追回。', 'The higher-level money was recalled.', 'assumed', []),
    exclusion('m05NotReceived', { moneyProved: 'false' }, '申报的到账金额超过上级部门确认的金额。', 'More is claimed as received than the higher office confirms.', 'comparable', ['S13']),
  ],
  claim: { once: 'year', origin: 'assumed', sources: [] },
  support: {
    type: 'matching',
    base: 'higherMoneyReceived',
    rateBp: 5_000,
    capFen: yuan(1_000_000),
    capPeriod: 'case',
    realCost: 'projectCost',
    otherPublicMoney: 'higherMoneyReceived',
    earlierAward: 'earlierAward',
    roundingFen: yuan(100),
    instalmentsBp: [10_000],
    origin: 'assumed',
    sources: ['S11', 'S13', 'S14'],
  },
  figures: [
    figure('rate', '配套比例', 'Matching rate', '到账资金的 50 %', '50 % of the money received', 'assumed', ['S11', 'S13']),
    figure('cap', '上限', 'Cap', '1,000,000 元', '1,000,000 yuan', 'assumed', ['S13']),
    figure('topUp', '补差', 'Top-up', '扣除此前较低奖励', 'an earlier, lower award is deducted', 'comparable', ['S14']),
    figure('realCost', '总额限制', 'Limit of the sum', '区级与上级资金之和不超过实际支出', 'district and higher money never exceed the real cost', 'comparable', ['S11']),
  ],
});

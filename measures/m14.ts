import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { yuan } from './yuan.ts';

/** M14 加快建立人才培育体系. */
export const m14 = commonPath({
  number: 'M14',
  name: { zh: '加快建立人才培育体系', en: 'Talent training system' },
  ...aspect(4),
  summary: {
    zh: '年度专项职业培训达到人数要求的机构，按合格人数给予补贴；由人力资源部门确认。',
    en: 'A sum for each qualified trainee of institutions that train enough people a year; the human-resources office confirms.',
  },
  declaration: {
    qualified: field.persons('本年度培训合格人数', 'Qualified trainees of the year'),
    courses: field.count('开办班次', 'Courses held'),
    apprenticeship: field.yesNo('属于新型学徒制培训', 'New-style apprenticeship'),
    onTrainingList: field.yesNo('已列入项目制培训目录', 'On the project-based training list'),
  },
  claimsCosts: false,
  confirms: ['qualified'],
  siteFields: { traineesSeen: field.persons('课堂见证人数', 'Trainees seen in class') },
  opinions: ['humanResources'],
  onSite: 'witnessed',
  expertReview: 'none',
  specialAudit: 'none',
  documents: [
    ownDocument('coursePlan', '课程计划', 'Course plan'),
    ownDocument('roster', '学员名册（脱敏）', 'Roster (masked copy)'),
    ownDocument('signIn', '签到记录', 'Sign-in sheets'),
    ownDocument('certificates', '合格证书', 'Certificates'),
    ownDocument('feeProof', '培训费用凭证', 'Proof of the fees'),
  ],
  inputs: {
    humanResourcesOpinion: { label: { zh: '人力资源局意见', en: 'Opinion of the human-resources office' }, expression: 'opinionHumanResources.outcome' },
  },
  exclusions: [
    exclusion('m14Trainees', { qualified: '< 500' }, '年度培训合格人数不足 500 人。', 'Fewer than 500 qualified trainees in the year.', 'own', ['S2']),
    exclusion('m14HumanResourcesDisagree', { humanResourcesOpinion: '"disagree"' }, '人力资源局未确认培训人数。', 'The human-resources office does not confirm the trainees.', 'assumed', ['S2']),
  ],
  claim: { once: 'year', origin: 'assumed', sources: [] },
  support: {
    type: 'perUnit',
    base: 'qualified',
    unitFen: yuan(300),
    minimumUnits: 500,
    capFen: yuan(300_000),
    capPeriod: 'year',
    roundingFen: yuan(100),
    instalmentsBp: [10_000],
    origin: 'assumed',
    sources: ['S2', 'C11'],
  },
  figures: [
    figure('minimum', '年度培训人数', 'Trained in the year', '不少于 500 人', 'at least 500 people', 'own', ['S2']),
    figure('unit', '每名合格学员', 'For each qualified trainee', '300 元', '300 yuan', 'assumed', ['C11']),
    figure('cap', '年度上限', 'Cap for the year', '300,000 元', '300,000 yuan', 'assumed', ['C11']),
  ],
});

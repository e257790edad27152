import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { otherPublicMoney } from './otherPublicMoney.ts';
import { yuan } from './yuan.ts';

/** M02 推动直播电商产业基地建设. */
export const m02 = commonPath({
  number: 'M02',
  name: { zh: '推动直播电商产业基地建设', en: 'Livestream base construction' },
  ...aspect(1),
  summary: {
    zh: '支持建设垂直型或综合型直播电商基地，按审定建设运营费用的一定比例给予扶持。',
    en: 'A share of the audited cost of building and running a vertical or comprehensive livestream base.',
  },
  declaration: {
    projectType: field.choice('基地类型', 'Type of base', [
      { value: 'vertical', zh: '垂直型', en: 'Vertical' },
      { value: 'comprehensive', zh: '综合型', en: 'Comprehensive' },
    ]),
    operatingMonths: field.count('运营主体成立月数', 'Months since the operator was set up'),
    registeredCapital: field.money('注册资本', 'Registered capital'),
    area: field.squareMetres('基地面积', 'Area of the base'),
    studios: field.count('公共直播间数量', 'Public studios'),
    staff: field.persons('运营人员', 'Operating staff'),
    monthlyGmv: field.money('月均直播结算额', 'Average settled live sales a month'),
    events: field.count('本年举办活动场次', 'Events in the year'),
    shenzhenFirms: field.count('入驻深圳直播企业', 'Livestream firms of Shenzhen in the base'),
    hasFacilities: field.yesNo('设有选品中心、培训室、会议室和拍摄区', 'Selection centre, training room, meeting room and filming area exist'),
    auditedCost: field.money('建设运营费用（以专项审计为准）', 'Cost of building and running (as audited)'),
    staffCost: field.money('其中人员费用', 'Of which staff cost'),
    otherPublicMoney,
  },
  claimsCosts: true,
  confirms: [
    'projectType', 'operatingMonths', 'registeredCapital', 'area', 'studios', 'staff', 'monthlyGmv', 'events', 'shenzhenFirms',
    'hasFacilities', 'auditedCost', 'staffCost', 'otherPublicMoney',
  ],
  siteFields: {
    areaMeasured: field.squareMetres('现场核定面积', 'Area found'),
    studiosCounted: field.count('现场清点直播间', 'Studios counted'),
    staffCounted: field.persons('现场清点人员', 'Staff counted'),
  },
  opinions: ['statistics'],
  onSite: 'required',
  expertReview: 'optional',
  specialAudit: 'required',
  documents: [
    ownDocument('titleOrLease', '产权证明或租赁合同', 'Title or lease'),
    ownDocument('floorPlan', '平面图', 'Floor plan'),
    ownDocument('fitOutContracts', '装修合同', 'Fit-out contracts'),
    ownDocument('invoices', '发票', 'Invoices'),
    ownDocument('bankSlips', '付款凭证', 'Bank slips'),
    ownDocument('specialAuditReport', '专项审计报告', 'Special audit report'),
    ownDocument('studioPhotos', '直播间照片', 'Photos of the studios'),
    ownDocument('fireAcceptance', '消防验收证明', 'Fire acceptance'),
    ownDocument('tenantList', '入驻企业名单', 'List of tenants'),
  ],
  inputs: {
    staffShare: {
      label: { zh: '人员费用不超过一半', en: 'Staff cost at most half' },
      expression: 'review.staffCost * 2 <= review.auditedCost',
    },
  },
  exclusions: [
    exclusion('m02OperatorYoung', { operatingMonths: '< 12' }, '运营主体成立不足一年。', 'The operator is younger than one year.', 'comparable', ['C2']),
    exclusion('m02Capital', { registeredCapital: `< ${yuan(5_000_000)}` }, '注册资本不足 500 万元。', 'Registered capital below 5,000,000 yuan.', 'comparable', ['C2']),
    exclusion('m02VerticalArea', { projectType: '"vertical"', area: '< 1000' }, '垂直型基地面积不足 1,000 平方米。', 'A vertical base needs at least 1,000 m².', 'comparable', ['C2']),
    exclusion('m02VerticalStaff', { projectType: '"vertical"', staff: '< 20' }, '垂直型基地运营人员不足 20 人。', 'A vertical base needs at least 20 operating staff.', 'comparable', ['C2']),
    exclusion('m02VerticalSales', { projectType: '"vertical"', monthlyGmv: `< ${yuan(15_000_000)}` }, '垂直型基地月均结算额不足 1,500 万元。', 'A vertical base needs settled sales of 15,000,000 yuan a month.', 'comparable', ['C2']),
    exclusion('m02ComprehensiveArea', { projectType: '"comprehensive"', area: '< 2000' }, '综合型基地面积不足 2,000 平方米。', 'A comprehensive base needs at least 2,000 m².', 'comparable', ['C2']),
    exclusion('m02ComprehensiveStudios', { projectType: '"comprehensive"', studios: '< 10' }, '综合型基地公共直播间不足 10 间。', 'A comprehensive base needs at least 10 public studios.', 'comparable', ['C2']),
    exclusion('m02ComprehensiveEvents', { projectType: '"comprehensive"', events: '< 6' }, '综合型基地本年活动不足 6 场。', 'A comprehensive base needs at least 6 events in the year.', 'comparable', ['C2']),
    exclusion('m02ComprehensiveFirms', { projectType: '"comprehensive"', shenzhenFirms: '< 10' }, '综合型基地入驻深圳直播企业不足 10 家。', 'A comprehensive base needs at least 10 livestream firms of Shenzhen.', 'comparable', ['C2']),
    exclusion('m02ComprehensiveSales', { projectType: '"comprehensive"', monthlyGmv: `< ${yuan(20_000_000)}` }, '综合型基地月均结算额不足 2,000 万元。', 'A comprehensive base needs settled sales of 20,000,000 yuan a month.', 'comparable', ['C2']),
    exclusion('m02ComprehensiveFacilities', { projectType: '"comprehensive"', hasFacilities: 'false' }, '综合型基地配套设施不全。', 'A comprehensive base needs all four facilities.', 'comparable', ['C2']),
    exclusion('m02StaffShare', { staffShare: 'false' }, '人员费用超过总费用的一半。', 'Staff cost is more than half of the cost.', 'comparable', ['C2', 'C4']),
  ],
  claim: { once: 'year', origin: 'comparable', sources: ['C4'] },
  support: {
    type: 'percentage',
    base: 'auditedCost',
    rateBp: 5_000,
    capFen: yuan(2_000_000),
    capPeriod: 'case',
    realCost: 'auditedCost',
    otherPublicMoney: 'otherPublicMoney',
    roundingFen: yuan(100),
    instalmentsBp: [10_000],
    origin: 'assumed',
    sources: ['C2', 'C4'],
  },
  figures: [
    figure('rate', '扶持比例', 'Rate', '50 %', '50 %', 'assumed', ['C2', 'C4']),
    figure('cap', '单个项目上限', 'Cap for one project', '2,000,000 元', '2,000,000 yuan', 'assumed', ['C4']),
    figure('staffShare', '人员费用上限', 'Staff cost at most', '总费用的 50 %', '50 % of the cost', 'comparable', ['C2', 'C4']),
    figure('operator', '运营主体成立时间', 'Age of the operator', '不少于 1 年', 'at least one year', 'comparable', ['C2']),
    figure('capital', '注册资本', 'Registered capital', '不低于 5,000,000 元', 'at least 5,000,000 yuan', 'comparable', ['C2']),
    figure('vertical', '垂直型基地', 'Vertical base', '≥ 1,000 m²，≥ 20 人，月均结算额 ≥ 15,000,000 元', '≥ 1,000 m², ≥ 20 staff, settled sales ≥ 15,000,000 yuan a month', 'comparable', ['C2']),
    figure('comprehensive', '综合型基地', 'Comprehensive base', '≥ 2,000 m²，≥ 10 间直播间，≥ 6 场活动，≥ 10 家深圳直播企业，月均结算额 ≥ 20,000,000 元', '≥ 2,000 m², ≥ 10 studios, ≥ 6 events, ≥ 10 livestream firms of Shenzhen, settled sales ≥ 20,000,000 yuan a month', 'comparable', ['C2']),
  ],
});

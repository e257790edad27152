import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { otherPublicMoney } from './otherPublicMoney.ts';
import { yuan } from './yuan.ts';

/** M01 推动直播电商产业园区建设. */
export const m01 = commonPath({
  number: 'M01',
  name: { zh: '推动直播电商产业园区建设', en: 'Livestream park construction' },
  ...aspect(1),
  summary: {
    zh: '支持建设直播电商产业园区，按审定装修和设备投入的一定比例给予扶持，分两期拨付。',
    en: 'A share of the audited fit-out and equipment of a livestream park, paid in two instalments.',
  },
  declaration: {
    area: field.squareMetres('园区建筑面积', 'Floor area of the park'),
    firms: field.count('入驻直播电商企业', 'Livestream firms in the park'),
    fitOutCost: field.money('装修投入', 'Fit-out'),
    equipmentCost: field.money('设备投入', 'Equipment'),
    auditedCost: field.money('装修和设备投入合计（以专项审计为准）', 'Fit-out and equipment together (as audited)'),
    fireAccepted: field.yesNo('已通过消防验收', 'Fire safety accepted'),
    otherPublicMoney,
  },
  claimsCosts: true,
  confirms: ['area', 'firms', 'auditedCost', 'fireAccepted', 'otherPublicMoney'],
  siteFields: {
    areaMeasured: field.squareMetres('现场核定面积', 'Area found'),
    firmsCounted: field.count('现场清点入驻企业', 'Firms counted'),
  },
  opinions: ['statistics', 'culture'],
  onSite: 'required',
  expertReview: 'scored',
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
  exclusions: [
    exclusion('m01FireSafety', { fireAccepted: 'false' }, '未通过消防验收。', 'Fire safety not accepted.', 'assumed', []),
    exclusion('m01NoCost', { auditedCost: '= 0' }, '没有审定投入。', 'No audited cost.', 'assumed', []),
  ],
  claim: { once: 'project', origin: 'assumed', sources: ['C2'] },
  support: {
    type: 'percentage',
    base: 'auditedCost',
    rateBp: 2_000,
    capFen: yuan(5_000_000),
    capPeriod: 'case',
    realCost: 'auditedCost',
    otherPublicMoney: 'otherPublicMoney',
    roundingFen: yuan(100),
    instalmentsBp: [6_000, 4_000],
    origin: 'assumed',
    sources: ['C9', 'C20'],
  },
  figures: [
    figure('rate', '扶持比例', 'Rate', '20 %', '20 %', 'assumed', ['C9', 'C20']),
    figure('cap', '单个项目上限', 'Cap for one project', '5,000,000 元', '5,000,000 yuan', 'assumed', ['C20']),
    figure('instalments', '分期', 'Instalments', '当期 60 %，一年后 40 %', '60 % now, 40 % after one year', 'assumed', []),
  ],
});

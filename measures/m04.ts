import { aspect } from './aspects.ts';
import { commonPath } from './commonPath.ts';
import { ownDocument } from './coreDocuments.ts';
import { exclusion } from './exclusion.ts';
import { field } from './field.ts';
import { figure } from './figure.ts';
import { otherPublicMoney } from './otherPublicMoney.ts';
import { yuan } from './yuan.ts';

/** M04 鼓励直播电商企业向园区（基地）集聚. */
export const m04 = commonPath({
  number: 'M04',
  name: { zh: '鼓励直播电商企业向园区（基地）集聚', en: 'Tenants move into parks and bases' },
  ...aspect(1),
  summary: {
    zh: '对入驻园区（基地）的直播电商企业按年给予租金补贴，最多三年，每年申报。',
    en: 'A share of the rent of livestream firms in parks and bases for up to three years, claimed every year.',
  },
  declaration: {
    parkName: field.text('入驻园区（基地）', 'Park or base'),
    area: field.squareMetres('租赁面积', 'Area rented'),
    leaseFrom: field.date('租期起始日', 'Lease begins on'),
    supportYear: field.between('第几年补贴', 'Year of support', 1, 3),
    rentPaid: field.money('本年度实付租金', 'Rent paid in the year'),
    occupied: field.yesNo('仍在园区（基地）实际经营', 'Still working in the park or base'),
    otherPublicMoney,
  },
  claimsCosts: true,
  confirms: ['area', 'supportYear', 'rentPaid', 'occupied', 'otherPublicMoney'],
  siteFields: { occupiedOnSite: field.yesNo('现场确有经营', 'Found at work on site') },
  opinions: ['statistics'],
  onSite: 'required',
  expertReview: 'none',
  specialAudit: 'none',
  documents: [
    ownDocument('lease', '租赁合同', 'Lease'),
    ownDocument('rentInvoices', '逐月租金发票', 'Rent invoices by month'),
    ownDocument('rentSlips', '逐月付款凭证', 'Bank slips by month'),
    ownDocument('occupancyPhotos', '经营场所照片', 'Photos of the premises'),
  ],
  exclusions: [
    exclusion('m04MovedOut', { occupied: 'false' }, '已迁出园区（基地），停止补贴。', 'Moved out of the park or base: support stops.', 'assumed', []),
  ],
  claim: { once: 'year', origin: 'assumed', sources: ['C1', 'C8'] },
  support: {
    type: 'percentageByYear',
    base: 'rentPaid',
    ratesByYearBp: [5_000, 5_000, 3_000],
    year: 'supportYear',
    capFen: yuan(1_000_000),
    capPeriod: 'year',
    realCost: 'rentPaid',
    otherPublicMoney: 'otherPublicMoney',
    roundingFen: yuan(100),
    instalmentsBp: [10_000],
    origin: 'assumed',
    sources: ['C1', 'C8'],
  },
  figures: [
    figure('rates', '补贴比例', 'Rates', '第一、二年 50 %，第三年 30 %', '50 % in years one and two, 30 % in year three', 'assumed', ['C1', 'C8']),
    figure('cap', '年度上限', 'Cap for the year', '1,000,000 元', '1,000,000 yuan', 'assumed', ['C1']),
  ],
});

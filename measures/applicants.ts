import { sampleApplicant, type SampleApplicant } from './sampleApplicant.ts';
import { yuan } from './yuan.ts';

/** One fictional applicant for each of the 14 measures, in order, with the award that follows. */
export const applicants: SampleApplicant[] = [
  sampleApplicant({
    measure: 'M01', number: '01', name: '龙岗虚构星湖直播园区运营有限公司', creditCode: '91440300FAKE00013H', project: '虚构星湖直播电商产业园',
    claim: {
      area: 12_600, firms: 38, fitOutCost: yuan(11_400_000), equipmentCost: yuan(6_600_000), auditedCost: yuan(18_000_000),
      fireAccepted: true, otherPublicMoney: 0,
    },
    site: { areaMeasured: 12_600, firmsCounted: 38 },
    awardFen: yuan(3_600_000), instalmentsFen: [yuan(2_160_000), yuan(1_440_000)],
  }),
  sampleApplicant({
    measure: 'M02', number: '02', name: '深圳虚构横岗眼镜直播基地管理有限公司', creditCode: '91440300FAKE00021C', project: '虚构横岗眼镜直播基地',
    claim: {
      projectType: 'vertical', operatingMonths: 30, registeredCapital: yuan(8_000_000), area: 1_350, studios: 12, staff: 26,
      monthlyGmv: yuan(16_800_000), events: 8, shenzhenFirms: 14, hasFacilities: true,
      auditedCost: yuan(5_230_000), staffCost: yuan(1_200_000), otherPublicMoney: 0,
    },
    site: { areaMeasured: 1_350, studiosCounted: 12, staffCounted: 26 },
    awardFen: yuan(2_000_000),
  }),
  sampleApplicant({
    measure: 'M03', number: '03', name: '深圳虚构南湾珠宝直播基地运营有限公司', creditCode: '91440300FAKE0003X4', project: '虚构南湾珠宝直播基地运营提升',
    claim: {
      parkName: '虚构南湾珠宝直播基地', newTenants: 9,
      tenantCodes: [
        '91440300FAKE00312F', '91440300FAKE00320A', '91440300FAKE003397', '91440300FAKE003472', '91440300FAKE00355W',
        '91440300FAKE00363P', '91440300FAKE00371J', '91440300FAKE0038XA', '91440300FAKE00398A',
      ],
    },
    site: { tenantsMet: 9 },
    awardFen: yuan(180_000),
  }),
  sampleApplicant({
    measure: 'M04', number: '04', name: '深圳虚构小满直播电商有限公司', creditCode: '91440300FAKE000484', project: '虚构小满直播间租金补贴（第一年）',
    claim: {
      parkName: '虚构星湖直播电商产业园', area: 480, leaseFrom: '2025-01-01', supportYear: 1, rentPaid: yuan(864_000),
      occupied: true, otherPublicMoney: 0,
    },
    site: { occupiedOnSite: true },
    awardFen: yuan(432_000),
  }),
  sampleApplicant({
    measure: 'M05', number: '05', name: '深圳虚构青禾直播园区管理有限公司', creditCode: '91440300FAKE00056Y', project: '虚构青禾直播园区市级扶持配套',
    claim: { awardDocument: '虚构商务〔2025〕1号', higherMoneyReceived: yuan(600_000), projectCost: yuan(1_500_000), earlierAward: 0 },
    offices: { higherAwards: { receivedFen: yuan(600_000), awardDocument: '虚构商务〔2025〕1号', recalled: false } },
    awardFen: yuan(300_000),
  }),
  sampleApplicant({
    measure: 'M06', number: '06', name: '深圳虚构万象星图文化传媒有限公司', creditCode: '91440300FAKE00064R', project: '虚构万象星图 MCN 集聚',
    claim: { hosts: 46, hostsInsured: 38, hostsGmv: yuan(128_000_000) },
    awardFen: yuan(1_200_000),
  }),
  sampleApplicant({
    measure: 'M07', number: '07', name: '深圳虚构布谷童装有限公司', creditCode: '91440300FAKE00072L', project: '虚构布谷品牌自播',
    claim: { trademark: '虚构布谷（注册号 00000007）', shop: '虚构布谷旗舰店（虚构平台）', brandSales: yuan(23_400_000) },
    awardFen: yuan(351_000),
  }),
  sampleApplicant({
    measure: 'M08', number: '08', name: '深圳虚构播助手科技服务有限公司', creditCode: '91440300FAKE00080F', project: '虚构播助手直播代运营服务',
    claim: { clients: 16, unrelatedClients: 14, serviceFees: yuan(6_480_000), otherPublicMoney: 0 },
    awardFen: yuan(324_000),
  }),
  sampleApplicant({
    measure: 'M09', number: '09', name: '深圳虚构岗货选品中心有限公司', creditCode: '91440300FAKE00099C', project: '虚构岗货选品示范中心',
    claim: { area: 3_200, suppliers: 210, products: 5_600, plan: '面向龙岗制造的选品、试播与供应链对接（虚构）。' },
    site: { productsCounted: 5_600 },
    experts: { rank: 1 },
    awardFen: yuan(1_000_000), instalmentsFen: [yuan(500_000), yuan(500_000)],
  }),
  sampleApplicant({
    measure: 'M10', number: '10', name: '深圳虚构初升商贸有限公司', creditCode: '91440300FAKE001010', project: '虚构初升首次纳统',
    claim: { firstEntry: true, liveSales: yuan(23_000_000), earlierAward: 0 },
    offices: { aboveLimitStatistics: { listed: true, firstListedYear: 2026, reportsOnTime: true, usedServiceEntryScheme: false } },
    awardFen: yuan(100_000),
  }),
  sampleApplicant({
    measure: 'M11', number: '11', name: '深圳虚构远帆跨境直播有限公司', creditCode: '91440300FAKE0011XP', project: '虚构远帆跨境直播',
    claim: { exportsUsd: 12_600_000, firstTime: true, earlierAward: 0 },
    awardFen: yuan(200_000),
  }),
  sampleApplicant({
    measure: 'M12', number: '12', name: '龙岗区虚构直播电商协会', creditCode: '51440307FAKE00216F', project: '虚构龙岗直播电商大会',
    claim: {
      eventName: '虚构龙岗直播电商大会', eventDate: '2026-01-23', filedOn: '2026-01-05', filingNumber: 'FAKE-BA-2026-001', attendance: 620,
      auditedCost: yuan(1_160_000), otherPublicMoney: 0,
    },
    reviewer: { filedWorkingDaysBefore: 14 },
    site: { visitedOn: '2026-01-23', attendanceSeen: 600 },
    awardFen: yuan(500_000),
  }),
  sampleApplicant({
    measure: 'M13', number: '13', name: '深圳虚构灯塔家居有限公司', creditCode: '91440300FAKE00136J', project: '虚构灯塔家居直播流量投放',
    claim: { platform: '虚构直播平台', wellKnown: true, trafficSpend: yuan(1_950_000), otherPublicMoney: 0 },
    awardFen: yuan(195_000),
  }),
  sampleApplicant({
    measure: 'M14', number: '14', name: '龙岗区虚构直播人才培训中心', creditCode: '52440307FAKE002247', project: '虚构直播人才年度培训',
    claim: { qualified: 620, courses: 16, apprenticeship: true, onTrainingList: true },
    site: { visitedOn: '2026-01-20', traineesSeen: 42 },
    awardFen: yuan(186_000),
  }),
];

/** The fictional applicant of a measure. */
export function applicantOf(measure: string): SampleApplicant | undefined {
  return applicants.find((applicant) => applicant.measure === measure);
}

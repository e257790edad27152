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
const notListed = { listed: false, firstListedYear: 0, reportsOnTime: true, usedServiceEntryScheme: false };

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

/** Everything is invented: codes contain FAKE, accounts begin with 999. The first fourteen are the programme's sample applicants, the others go wrong. */
export const registers: readonly RegisteredBody[] = [
  body('01', '91440300FAKE00013H', '龙岗虚构星湖直播园区运营有限公司'),
  body('02', '91440300FAKE00021C', '深圳虚构横岗眼镜直播基地管理有限公司'),
  body('03', '91440300FAKE0003X4', '深圳虚构南湾珠宝直播基地运营有限公司'),
  body('04', '91440300FAKE000484', '深圳虚构小满直播电商有限公司'),
  body('05', '91440300FAKE00056Y', '深圳虚构青禾直播园区管理有限公司', {
    higherAward: { receivedFen: 60_000_000, awardDocument: '深虚构商务〔2025〕5号', recalled: false },
  }),
  body('06', '91440300FAKE00064R', '深圳虚构万象星图文化传媒有限公司'),
  body('07', '91440300FAKE00072L', '深圳虚构布谷童装有限公司'),
  body('08', '91440300FAKE00080F', '深圳虚构播助手科技服务有限公司'),
  body('09', '91440300FAKE00099C', '深圳虚构岗货选品中心有限公司'),
  body('10', '91440300FAKE001010', '深圳虚构初升商贸有限公司', { statistics: { ...reporting, firstListedYear: 2025 } }),
  body('11', '91440300FAKE0011XP', '深圳虚构远帆跨境直播有限公司'),
  body('12', '51440307FAKE00216F', '龙岗区虚构直播电商协会', { statistics: notListed }),
  body('13', '91440300FAKE00136J', '深圳虚构灯塔家居有限公司'),
  body('14', '52440307FAKE002247', '龙岗区虚构直播人才培训中心', { statistics: notListed }),
  body('51', '92440307FAKE00232X', '龙岗区虚构张小明直播商行'),
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

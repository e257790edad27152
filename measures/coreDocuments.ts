import type { RequiredDocument } from '../model/measure.ts';

/** What every applicant uploads: the set of the district's own guides (S7, S9, S12), and the account proof, which is assumed. */
export const coreDocuments: RequiredDocument[] = [
  { id: 'businessLicence', name: { zh: '营业执照（或法人登记证书）', en: 'Business licence (or registration certificate)' }, required: true, origin: 'own' },
  { id: 'taxCertificates', name: { zh: '近两年纳税证明（合并为一份 PDF）', en: 'Tax certificates of the last two years (one PDF)' }, required: true, origin: 'own' },
  { id: 'statisticsReports', name: { zh: '已报送的统计报表', en: 'Statistics reports as filed' }, required: true, origin: 'own' },
  { id: 'creditReport', name: { zh: '深圳信用网完整信用报告', en: 'Full credit report from the Shenzhen credit site' }, required: true, origin: 'own' },
  { id: 'auditedAccounts', name: { zh: '近两年审计报告', en: 'Audited accounts of two years' }, required: true, origin: 'own' },
  { id: 'nameChangePapers', name: { zh: '更名核准材料（如有更名）', en: 'Name-change papers (if the name changed)' }, required: false, origin: 'own' },
  { id: 'bankAccountProof', name: { zh: '收款账户证明', en: 'Proof of the bank account' }, required: true, origin: 'assumed' },
];

/** A document of a measure's own list, which is assumed. */
export function ownDocument(id: string, zh: string, en: string, required = true): RequiredDocument {
  return { id, name: { zh, en }, required, origin: 'assumed' };
}

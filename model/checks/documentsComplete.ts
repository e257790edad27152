import { jsonAs } from './facts/jsonAs.ts';
import { defineCheck } from './defineCheck.ts';

/** Which of the measure's required documents are not uploaded yet; each missing one is named in both languages, as one line. */
export const documentsComplete = defineCheck({
  check: 'documentsComplete',
  title: { zh: '材料齐全核验', en: 'Documents complete' },
  performer: 'lookUp',
  result: [
    { name: 'complete', type: 'boolean', title: { zh: '材料齐全', en: 'Complete' } },
    { name: 'missing', type: 'list', title: { zh: '缺少的材料', en: 'Missing documents' } },
  ],
  failures: [],
  reads: () => [],
  ask: (_process, state) => ({ lookUp: 'documents', case: state.case }),
  usual: (process) => ({ documents: process.measure.documents.map(({ id }) => id) }),
  judge: (process, _state, answer) => {
    const uploaded = new Set(jsonAs.list(answer.documents));
    const missing = process.measure.documents.filter((document) => document.required && !uploaded.has(document.id));
    return { complete: missing.length === 0, missing: missing.map(({ name }) => `${name.zh} / ${name.en}`) };
  },
});

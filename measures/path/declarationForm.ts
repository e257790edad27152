import type { Form } from '../../model/process.ts';
import { field, formOf, type Fields } from '../field.ts';
import type { MeasurePlan } from '../measurePlan.ts';

/** Where the money goes: personal or financial data that no notice shows. */
export const accountFields: Fields = {
  bankAccount: { type: 'string', pattern: '^[0-9]{8,32}$', 'x-zh': '收款账号', 'x-en': 'Bank account', 'x-format': 'bankAccount', 'x-personal': true },
  bankAccountName: { ...field.text('户名', 'Account name', { zh: '须与申报单位名称一致', en: "Must be the applicant's name" }), 'x-personal': true },
  clearingNumber: { type: 'string', pattern: '^[0-9]{12}$', 'x-zh': '联行号', 'x-en': 'Clearing number of the bank', 'x-format': 'clearingNumber', 'x-personal': true },
};

const applicantFields: Fields = {
  applicantName: field.text('申报单位名称', 'Name of the applicant'),
  creditCode: { type: 'string', minLength: 18, maxLength: 18, pattern: '^[0-9A-Z]{18}$', 'x-zh': '统一社会信用代码', 'x-en': 'Unified social credit code', 'x-format': 'creditCode' },
  contactName: { ...field.text('联系人', 'Contact person'), 'x-personal': true },
  contactPhone: { type: 'string', pattern: '^[0-9+ -]{6,20}$', 'x-zh': '联系电话', 'x-en': 'Telephone', 'x-format': 'phone', 'x-personal': true },
};

const projectFields: Fields = {
  projectName: field.text('项目名称', 'Project'),
  year: field.between('申报年度', 'Year of the claim', 2023, 2100),
};

const invoiceNumbers = field.list('发票号码', 'Invoice numbers', { type: 'string', minLength: 1, maxLength: 40 }, 1, {
  zh: '同一发票只能申报一次',
  en: 'An invoice can be claimed only once',
});

const pledge = {
  ...field.yesNo('诚信承诺', 'Pledge', {
    zh: '承诺材料真实，未就同一事项重复申报，并接受按预算比例调整。',
    en: 'The papers are true, nothing is claimed twice, and an adjustment to the budget is accepted.',
  }),
  const: true,
};

/** The declaration form of a measure: who, what, the measure's own questions, where to pay, and the pledge. */
export function declarationForm(plan: MeasurePlan): Form {
  return {
    id: 'declaration',
    name: { zh: '申报表', en: 'Declaration' },
    schema: formOf(
      { ...applicantFields, ...projectFields, ...plan.declaration, ...(plan.claimsCosts ? { invoiceNumbers } : {}), ...accountFields, pledge },
      plan.optional,
    ),
  };
}

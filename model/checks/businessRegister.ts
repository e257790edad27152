import { sameName } from '../identifiers/bank.ts';
import { creditCodeFault } from '../identifiers/creditCode.ts';
import { confirmed } from './facts/confirmed.ts';
import { jsonAs } from './facts/jsonAs.ts';
import { defineCheck } from './defineCheck.ts';

/**
 * Whether the applicant is registered, under this name, in Longgang. The code's own check digits are judged beside the register's word,
 * since really registered bodies are known whose code does not validate: the process stops such a case and a person overrides with a reason.
 */
export const businessRegister = defineCheck({
  check: 'businessRegister',
  title: { zh: '工商登记核验', en: 'Business register check' },
  performer: 'office',
  result: [
    { name: 'found', type: 'boolean', title: { zh: '已登记', en: 'Registered' } },
    { name: 'codeValid', type: 'boolean', title: { zh: '信用代码校验通过', en: 'Credit code is valid' } },
    { name: 'nameMatches', type: 'boolean', title: { zh: '名称一致', en: 'Name matches' } },
    { name: 'inDistrict', type: 'boolean', title: { zh: '注册地在龙岗区', en: 'Registered in Longgang' } },
    { name: 'registeredOn', type: 'string', title: { zh: '成立日期', en: 'Registered on' } },
    { name: 'status', type: 'string', title: { zh: '登记状态', en: 'Status' } },
  ],
  failures: ['refusedByOffice'],
  reads: () => [],
  ask: (_process, state) => ({ connector: 'businessRegister', creditCode: state.applicant.creditCode }),
  usual: (_process, state) => ({ found: true, name: jsonAs.text(confirmed(state, 'applicantName')) || state.applicant.name, district: 'longgang', registeredOn: '2023-05-08', status: 'active' }),
  judge: (_process, state, answer) => ({
    found: jsonAs.truth(answer.found),
    codeValid: creditCodeFault(state.applicant.creditCode) === undefined,
    nameMatches: answer.found === true && sameName(jsonAs.text(answer.name), jsonAs.text(confirmed(state, 'applicantName')) || state.applicant.name),
    inDistrict: answer.district === 'longgang',
    registeredOn: jsonAs.text(answer.registeredOn),
    status: jsonAs.text(answer.status),
  }),
});

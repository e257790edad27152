import type { Outcome } from '../../model/steps/outcome.ts';
import { field, formOf } from '../field.ts';
import { firstInstalmentOnly, flow, type PathPart } from './pathPart.ts';

/** The applicant may correct while the clerk has checked the form at most this often: two corrections. */
export const correctionLeft = 'visits.formCheck <= 2';

const confirmOrRefuse = (confirm: Outcome): Outcome[] => [
  confirm,
  { id: 'refuse', name: { zh: '不予受理', en: 'Refuse' }, needsForm: false, needsReason: true },
];

/** Stage 1: who is it, is everything there, and are the papers in time. */
export function declarationPart(): PathPart {
  return {
    columns: 8,
    forms: [
      {
        id: 'papers',
        name: { zh: '纸质材料登记', en: 'Registration of papers' },
        schema: formOf({
          receivedOn: field.date('收到日期', 'Received on'),
          dueOn: field.date('截止日期', 'Due on', { zh: '受理通过后第 3 个工作日', en: 'The third working day after acceptance' }),
          complete: field.yesNo('与网上材料一致且齐全', 'Complete and the same as online'),
        }),
      },
    ],
    steps: [
      { kind: 'startEvent', id: 'start', name: { zh: '提交申报', en: 'Declared' }, cell: [0, 0] },
      { kind: 'serviceTask', id: 'registerCheck', name: { zh: '工商登记核验', en: 'Business register check' }, check: 'businessRegister', required: firstInstalmentOnly, cell: [1, 0] },
      { kind: 'boundaryError', id: 'registerDown', name: { zh: '登记系统无法答复', en: 'Register gives no answer' }, host: 'registerCheck', slot: 0 },
      { kind: 'exclusiveGateway', id: 'registerOk', name: { zh: '登记相符？', en: 'Registered so?' }, cell: [2, 0] },
      {
        kind: 'userTask', id: 'identityOverride', name: { zh: '人工核对主体身份', en: 'Identity checked by hand' }, role: 'intakeClerk', duty: 'intake', due: { workingDays: 5 },
        outcomes: confirmOrRefuse({ id: 'override', name: { zh: '凭证照放行', en: 'Let pass on papers' }, needsForm: false, needsReason: true }),
        cell: [2, 1],
      },
      { kind: 'exclusiveGateway', id: 'identityOverrideResult', name: { zh: '放行？', en: 'Let pass?' }, cell: [2, 2] },
      {
        kind: 'userTask', id: 'confirmOverride', name: { zh: '第二人复核身份', en: 'Second person confirms' }, role: 'reviewer', duty: 'review', due: { workingDays: 5 },
        outcomes: confirmOrRefuse({ id: 'confirm', name: { zh: '同意放行', en: 'Confirm' }, needsForm: false, needsReason: true }),
        cell: [3, 2],
      },
      { kind: 'exclusiveGateway', id: 'confirmOverrideResult', name: { zh: '同意？', en: 'Confirmed?' }, cell: [3, 1] },
      { kind: 'endEvent', id: 'endRefusedIdentity', name: { zh: '身份不符，不予受理', en: 'Refused: identity' }, end: 'plain', outcome: 'refused', cell: [2, 3] },
      { kind: 'serviceTask', id: 'documentsCheck', name: { zh: '材料齐全核验', en: 'Documents complete?' }, check: 'documentsComplete', required: firstInstalmentOnly, cell: [3, 0] },
      {
        kind: 'userTask', id: 'formCheck', name: { zh: '形式审查', en: 'Form check' }, role: 'intakeClerk', duty: 'intake', due: { workingDays: 5 }, required: firstInstalmentOnly,
        outcomes: [
          { id: 'accept', name: { zh: '受理', en: 'Accept' }, needsForm: false, needsReason: false },
          { id: 'return', name: { zh: '退回补正', en: 'Return for correction' }, needsForm: false, needsReason: true },
          { id: 'refuse', name: { zh: '不予受理', en: 'Refuse' }, needsForm: false, needsReason: true },
        ],
        cell: [4, 0],
      },
      { kind: 'boundaryTimer', id: 'formCheckReminder', name: { zh: '第 4 个工作日', en: 'Fourth working day' }, host: 'formCheck', interrupting: false, wait: { workingDays: 4 }, slot: 1 },
      { kind: 'serviceTask', id: 'remindFormCheck', name: { zh: '催办形式审查', en: 'Remind of form check' }, check: 'reminder', cell: [4, 1] },
      { kind: 'endEvent', id: 'endFormCheckReminded', name: { zh: '已催办', en: 'Reminded' }, end: 'plain', cell: [4, 2] },
      { kind: 'exclusiveGateway', id: 'formCheckResult', name: { zh: '受理？', en: 'Accepted?' }, cell: [5, 0] },
      { kind: 'endEvent', id: 'endRefusedAtIntake', name: { zh: '不予受理', en: 'Refused at intake' }, end: 'plain', outcome: 'refused', cell: [6, 1] },
      {
        kind: 'userTask', id: 'correction', name: { zh: '补正申报', en: 'Correction' }, role: 'applicant', form: 'declaration', writes: 'declaration', due: { workingDays: 5 },
        outcomes: [{ id: 'submit', name: { zh: '提交补正', en: 'Submit correction' }, needsForm: true, needsReason: false }],
        cell: [5, 3],
      },
      { kind: 'boundaryTimer', id: 'correctionLapsed', name: { zh: '5 个工作日未补正', en: 'Five working days without correction' }, host: 'correction', interrupting: true, wait: { workingDays: 5 }, slot: 1 },
      {
        kind: 'userTask', id: 'lapseDecision', name: { zh: '逾期补正处理', en: 'Overdue correction' }, role: 'intakeClerk', duty: 'intake', due: { workingDays: 5 },
        outcomes: [
          { id: 'extend', name: { zh: '延长补正期限', en: 'Extend' }, needsForm: false, needsReason: true },
          { id: 'close', name: { zh: '视为放弃', en: 'Given up' }, needsForm: false, needsReason: true },
        ],
        cell: [6, 4],
      },
      { kind: 'exclusiveGateway', id: 'lapseResult', name: { zh: '延长？', en: 'Extended?' }, cell: [6, 3] },
      { kind: 'endEvent', id: 'endLapsed', name: { zh: '逾期放弃', en: 'Lapsed' }, end: 'plain', outcome: 'lapsed', cell: [7, 3] },
      {
        kind: 'userTask', id: 'registerPapers', name: { zh: '登记纸质材料', en: 'Register papers' }, role: 'intakeClerk', duty: 'intake', form: 'papers', due: { workingDays: 3 }, required: firstInstalmentOnly,
        outcomes: [
          { id: 'registered', name: { zh: '已收齐', en: 'Registered' }, needsForm: true, needsReason: false },
          { id: 'late', name: { zh: '逾期未交', en: 'Late' }, needsForm: false, needsReason: true },
        ],
        cell: [6, 0],
      },
      { kind: 'exclusiveGateway', id: 'papersInTime', name: { zh: '按时？', en: 'In time?' }, cell: [7, 0] },
      { kind: 'endEvent', id: 'endPapersLate', name: { zh: '纸质材料逾期', en: 'Papers late' }, end: 'plain', outcome: 'lapsed', cell: [7, 1] },
    ],
    flows: [
      flow('start', 'registerCheck'),
      flow('registerCheck', 'registerOk'),
      flow('registerDown', 'identityOverride'),
      flow('registerOk', 'documentsCheck', {
        name: { zh: '相符', en: 'Yes' },
        condition: 'instalment > 1 or registerCheck.codeValid and registerCheck.found and registerCheck.nameMatches',
      }),
      flow('registerOk', 'identityOverride', { name: { zh: '不符', en: 'No' }, isDefault: true }),
      flow('identityOverride', 'identityOverrideResult'),
      flow('identityOverrideResult', 'confirmOverride', { name: { zh: '放行', en: 'Yes' }, condition: 'identityOverride.outcome = "override"' }),
      flow('identityOverrideResult', 'endRefusedIdentity', { name: { zh: '不予受理', en: 'No' }, isDefault: true }),
      flow('confirmOverride', 'confirmOverrideResult'),
      flow('confirmOverrideResult', 'documentsCheck', { name: { zh: '同意', en: 'Yes' }, condition: 'confirmOverride.outcome = "confirm"' }),
      flow('confirmOverrideResult', 'endRefusedIdentity', { name: { zh: '不同意', en: 'No' }, isDefault: true }),
      flow('documentsCheck', 'formCheck'),
      flow('formCheck', 'formCheckResult'),
      flow('formCheckReminder', 'remindFormCheck'),
      flow('remindFormCheck', 'endFormCheckReminded'),
      flow('formCheckResult', 'registerPapers', { name: { zh: '受理', en: 'Accepted' }, condition: 'instalment > 1 or formCheck.outcome = "accept"' }),
      flow('formCheckResult', 'correction', { name: { zh: '补正', en: 'Correct' }, condition: `formCheck.outcome = "return" and ${correctionLeft}` }),
      flow('formCheckResult', 'endRefusedAtIntake', { name: { zh: '不予受理，或补正次数用完', en: 'Refused, or no correction left' }, isDefault: true }),
      flow('correction', 'documentsCheck'),
      flow('correctionLapsed', 'lapseDecision'),
      flow('lapseDecision', 'lapseResult'),
      flow('lapseResult', 'correction', { name: { zh: '延长', en: 'Extended' }, condition: 'lapseDecision.outcome = "extend"' }),
      flow('lapseResult', 'endLapsed', { name: { zh: '视为放弃', en: 'Given up' }, isDefault: true }),
      flow('registerPapers', 'papersInTime'),
      flow('papersInTime', 'endPapersLate', {
        name: { zh: '逾期', en: 'Late' },
        condition: 'instalment = 1 and (registerPapers.outcome = "late" or registerPapers.receivedOn > registerPapers.dueOn)',
      }),
      flow('papersInTime', 'reviewChecks', { name: { zh: '按时', en: 'In time' }, isDefault: true }),
    ],
  };
}

import { field, formOf } from '../field.ts';
import { firstInstalmentOnly, flow, type PathPart } from './pathPart.ts';

/** Working days of the public notice; assumed after the five days of Longhua and Pingshan (P3, P4). */
const noticeDays = 5;

/** The subprocess of the publicity period: the notice, its days, and what is said against it. */
export function noticePart(): Omit<PathPart, 'columns'> {
  return {
    forms: [
      {
        id: 'answer',
        name: { zh: '答复', en: 'Answer' },
        schema: formOf({ answer: field.longText('核查情况与答复', 'Findings and answer') }),
      },
    ],
    steps: [
      { kind: 'subProcess', id: 'publicity', name: { zh: '公示', en: 'Publicity' }, size: { width: 930, height: 540 }, required: firstInstalmentOnly, cell: [5, 0] },
      { kind: 'boundaryError', id: 'objectionUpheld', name: { zh: '异议成立', en: 'Objection upheld' }, host: 'publicity', error: 'objectionUpheld', slot: 0 },
      { kind: 'boundaryError', id: 'breachFound', name: { zh: '举报属实', en: 'Breach found' }, host: 'publicity', error: 'breachFound', slot: 2 },
      { kind: 'startEvent', id: 'publicityStart', name: { zh: '开始公示', en: 'Begin' }, parent: 'publicity', cell: [0, 0] },
      { kind: 'serviceTask', id: 'publishNotice', name: { zh: '发布公示', en: 'Publish notice' }, check: 'publishNotice', parent: 'publicity', cell: [1, 0] },
      { kind: 'timerCatchEvent', id: 'noticePeriod', name: { zh: '公示期', en: 'Notice period' }, wait: { workingDays: noticeDays, firstDayCounts: true }, parent: 'publicity', cell: [2, 0] },
      { kind: 'serviceTask', id: 'closeNotice', name: { zh: '结束公示', en: 'Close notice' }, check: 'closeNotice', parent: 'publicity', cell: [3, 0] },
      { kind: 'endEvent', id: 'publicityEnd', name: { zh: '公示结束', en: 'End of publicity' }, end: 'plain', parent: 'publicity', cell: [4, 0] },
      { kind: 'boundaryMessage', id: 'objection', name: { zh: '异议', en: 'Objection' }, host: 'noticePeriod', message: 'objection', interrupting: false, suspends: true, parent: 'publicity', slot: 0 },
      {
        kind: 'userTask', id: 'answerObjection', name: { zh: '答复异议', en: 'Answer objection' }, role: 'decisionMaker', form: 'answer', due: { workingDays: 5 }, whileSuspended: true, resumes: 'objection', parent: 'publicity',
        outcomes: [
          { id: 'upheld', name: { zh: '异议成立', en: 'Upheld' }, needsForm: true, needsReason: false },
          { id: 'rejected', name: { zh: '异议不成立', en: 'Rejected' }, needsForm: true, needsReason: false },
        ],
        cell: [1, 1],
      },
      { kind: 'exclusiveGateway', id: 'objectionResult', name: { zh: '成立？', en: 'Upheld?' }, whileSuspended: true, parent: 'publicity', cell: [1, 2] },
      { kind: 'endEvent', id: 'endObjectionRejected', name: { zh: '继续公示', en: 'Notice goes on' }, end: 'plain', whileSuspended: true, parent: 'publicity', cell: [0, 2] },
      { kind: 'endEvent', id: 'endObjectionUpheld', name: { zh: '异议成立', en: 'Objection upheld' }, end: 'error', error: 'objectionUpheld', whileSuspended: true, parent: 'publicity', cell: [1, 3] },
      { kind: 'boundaryMessage', id: 'report', name: { zh: '举报', en: 'Report' }, host: 'noticePeriod', message: 'report', interrupting: false, suspends: true, parent: 'publicity', slot: 1 },
      {
        kind: 'userTask', id: 'answerReport', name: { zh: '核查举报', en: 'Look into report' }, role: 'decisionMaker', form: 'answer', due: { workingDays: 5 }, whileSuspended: true, resumes: 'report', parent: 'publicity',
        outcomes: [
          { id: 'confirmed', name: { zh: '举报属实', en: 'Confirmed' }, needsForm: true, needsReason: false },
          { id: 'unfounded', name: { zh: '举报不实', en: 'Unfounded' }, needsForm: true, needsReason: false },
        ],
        cell: [3, 1],
      },
      { kind: 'exclusiveGateway', id: 'reportResult', name: { zh: '属实？', en: 'Confirmed?' }, whileSuspended: true, parent: 'publicity', cell: [3, 2] },
      { kind: 'endEvent', id: 'endReportUnfounded', name: { zh: '继续公示', en: 'Notice goes on' }, end: 'plain', whileSuspended: true, parent: 'publicity', cell: [4, 2] },
      { kind: 'endEvent', id: 'endBreachFound', name: { zh: '举报属实', en: 'Breach found' }, end: 'error', error: 'breachFound', whileSuspended: true, parent: 'publicity', cell: [3, 3] },
    ],
    flows: [
      flow('publicityStart', 'publishNotice'),
      flow('publishNotice', 'noticePeriod'),
      flow('noticePeriod', 'closeNotice'),
      flow('closeNotice', 'publicityEnd'),
      flow('objection', 'answerObjection'),
      flow('answerObjection', 'objectionResult'),
      flow('objectionResult', 'endObjectionUpheld', { name: { zh: '成立', en: 'Upheld' }, condition: 'answerObjection.outcome = "upheld"' }),
      flow('objectionResult', 'endObjectionRejected', { name: { zh: '不成立', en: 'Rejected' }, isDefault: true }),
      flow('report', 'answerReport'),
      flow('answerReport', 'reportResult'),
      flow('reportResult', 'endBreachFound', { name: { zh: '属实', en: 'Confirmed' }, condition: 'answerReport.outcome = "confirmed"' }),
      flow('reportResult', 'endReportUnfounded', { name: { zh: '不实', en: 'Unfounded' }, isDefault: true }),
    ],
  };
}

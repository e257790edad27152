import type { Text } from '../../text.ts';
import { defineAspect } from '../difference.ts';
import { compareFields } from '../fields.ts';

const covered = ['id', 'name', 'declarationForm', 'firstDayCounts', 'awardedBy'] as const;

const labels = new Map<string, Text>([
  ['id', { zh: '流程标识', en: 'The identifier of the process' }],
  ['name', { zh: '流程名称', en: 'The name of the process' }],
  ['declarationForm', { zh: '申报表', en: 'The declaration form' }],
  ['firstDayCounts', { zh: '期限首日是否计入', en: 'Whether the first day of a period counts' }],
  ['awardedBy', { zh: '决定扶持的步骤（之后不能撤回）', en: 'The step that awards (no withdrawal after it)' }],
]);

/** What is said of the process as a whole. */
export const whole = defineAspect({
  aspect: 'whole',
  covers: covered,
  compare(comparison) {
    const { before, after, renamed } = comparison;
    const awardedBy = before.awardedBy === undefined ? undefined : (renamed.get(before.awardedBy) ?? before.awardedBy);
    const apart = awardedBy === after.awardedBy ? ['awardedBy'] : [];
    const only = (process: typeof before) => Object.fromEntries(covered.map((field) => [field, process[field]]));
    return compareFields(comparison, {}, { zh: '', en: '' }, only(before), only(after), labels, apart);
  },
});

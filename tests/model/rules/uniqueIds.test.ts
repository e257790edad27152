import { uniqueIds } from '../../../model/rules/uniqueIds.ts';
import { make, outcome, processOf, soundProcess, way } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

const role = (id: string) => ({ id, name: { zh: id, en: id } });
const document = (id: string) => ({ id, name: { zh: id, en: id }, required: true, origin: 'assumed' as const });
const sound = soundProcess();

verifyRule(uniqueIds, {
  valid: {
    'every identifier once': sound,
    'a role may be called like a step': soundProcess({ roles: [role('start'), role('end')] }),
  },
  invalid: {
    'two steps of one name': { process: processOf([make.start(), make.task('review'), make.task('review')], []), problems: [{ where: { step: 'review', field: 'id' }, says: 'review' }] },
    'two flows of one name': {
      process: processOf([make.start(), make.task('review'), make.end()], [way('start > review', { id: 'go' }), way('review > end', { id: 'go' })]),
      problems: [{ where: { flow: 'go', field: 'id' } }],
    },
    'a flow called like a step': { process: processOf([make.start(), make.end()], [way('start > end', { id: 'end' })]), problems: [{ where: { flow: 'end', field: 'id' } }] },
    'a step called like the case’s own data': { process: processOf([make.task('visits')], []), problems: [{ where: { step: 'visits', field: 'id' }, says: 'case’s own data' }] },
    'two outcomes of one name': {
      process: processOf([make.task('review', { outcomes: [outcome('approve'), outcome('approve')] })], []),
      problems: [{ where: { step: 'review', field: 'outcomes.1.id' } }],
    },
    'two roles, two forms, two documents of one name': {
      process: soundProcess({
        roles: [role('reviewer'), role('reviewer')],
        forms: [...sound.forms, ...sound.forms],
        measure: { ...sound.measure, documents: [document('contract'), document('invoice'), document('contract')] },
      }),
      problems: [{ where: { field: 'roles.1.id' } }, { where: { field: 'forms.1.id' } }, { where: { field: 'measure.documents.2.id' } }],
    },
  },
});

import type { ChangeStep } from '../../../model/edits/changeStep.ts';
import type { Step } from '../../../model/steps/index.ts';
import { make } from '../rules/processes.ts';
import { drawn, nested } from './drawn.ts';
import { flowsOf, verifyEdit } from './verifyEdit.ts';

const find = (id: string): Step => nested.steps.find((step) => step.id === id) as Step; // the tables name steps there are
const change = (id: string, more: object): ChangeStep => ({ edit: 'changeStep', step: id, to: { ...find(id), ...more } as Step });

verifyEdit<ChangeStep>('changeStep', {
  done: {
    'another due date': { process: drawn, edit: change('review', { due: { workingDays: 5 } }), name: 'Due of “Step review”: 5 working days', shows: ({ steps }) => (steps[1] as { due?: object }).due, expected: { workingDays: 5 } },
    'no due date': { process: drawn, edit: change('review', { due: undefined }), name: 'Due of “Step review”: none', shows: ({ steps }) => Object.hasOwn(steps[1] ?? {}, 'due'), expected: false },
    'another name': { process: drawn, edit: change('review', { name: { zh: '复审', en: 'Second review' } }), name: 'Rename “Step review” to “Second review”' },
    'another role, by its name': { process: drawn, edit: change('review', { role: 'decisionMaker' }), name: 'Role of “Step review”: Decision maker' },
    'a form, by its name': { process: drawn, edit: change('review', { form: 'declaration' }), name: 'Form of “Step review”: Declaration' },
    'another stage, by its name': { process: drawn, edit: change('review', { stage: 'publicity' }), name: 'Stage of “Step review”: publicity' },
    'two fields': { process: drawn, edit: change('review', { role: 'decisionMaker', duty: 'decide' }), name: 'Change role, duty of “Step review”' },
    'yes or no': { process: drawn, edit: change('review', { whileSuspended: true }), name: 'Goes on while suspended of “Step review”: yes' },
    'another kind': { process: drawn, edit: { edit: 'changeStep', step: 'decision', to: make.several('decision') }, name: 'Make “Step decision” a multi-instance user task' },
    'another host': { process: drawn, edit: change('reminder', { host: 'decision' }), name: 'Attached to of “Step reminder”: Step decision' },
    'another identifier, which is followed everywhere': {
      process: drawn,
      edit: change('review', { id: 'check' }),
      name: 'Identifier of “Step review”: check',
      shows: (after) => [flowsOf(after), after.steps.map((step) => ('host' in step ? step.host : step.required?.when))],
      expected: [
        [
          'startToReview: start > check', 'reviewToChoice: check > choice', 'choiceToDecision: choice > decision if check.outcome = "approve"', 'decisionToEnd: decision > end',
          'choiceToCorrection: choice > correction if check.outcome = "return" and visits.check <= 2', 'correctionToReview: correction > check', 'choiceToRefused: choice > refused else', 'reminderToReminded: reminder > reminded',
        ],
        [undefined, undefined, undefined, undefined, 'check.outcome = "approve"', undefined, undefined, 'check', undefined],
      ],
    },
  },
  refused: {
    'a step that is none': { process: drawn, edit: { ...change('review', {}), step: 'gone' }, says: 'no step “gone”' },
    'an identifier in use': { process: drawn, edit: change('review', { id: 'decision' }), says: 'is in use' },
    'a value that cannot be': { process: drawn, edit: change('review', { due: { workingDays: 0 } }), says: '(Due.workingDays)' },
    'an identifier that makes a condition too long': {
      process: { ...drawn, flows: drawn.flows.map((flow) => (flow.id === 'choiceToDecision' ? { ...flow, condition: `review.outcome = "${'a'.repeat(1_980)}"` } : flow)) },
      edit: change('review', { id: 'reviewOfTheWhole' }),
      says: 'Flow “choiceToDecision” is not as it must be (condition)',
    },
    'an end where flows go on': { process: drawn, edit: { edit: 'changeStep', step: 'decision', to: make.end('decision') }, says: 'end event' },
    'a start where flows come in': { process: drawn, edit: { edit: 'changeStep', step: 'decision', to: make.start('decision') }, says: 'start event' },
    'a kind where nothing waits, under a border': { process: drawn, edit: { edit: 'changeStep', step: 'review', to: make.exclusive('review') }, says: 'No case waits' },
    'a border on itself': { process: drawn, edit: change('reminder', { host: 'reminder' }), says: 'No case waits' },
    'another level, with flows': { process: nested, edit: change('decision', { parent: 'payment' }), says: 'different levels' },
  },
  nothing: {},
});

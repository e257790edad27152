import { describe, expect, it } from 'vitest';
import { clipSchema, copy, readClip, type Clip } from '../../../model/edits/clip.ts';
import { apply } from '../../../model/edits/index.ts';
import { pastedIds, type Paste } from '../../../model/edits/paste.ts';
import { make, processOf, way } from '../rules/processes.ts';
import { drawn, nested } from './drawn.ts';
import { papers } from './forms.ts';
import { flowsOf, verifyEdit } from './verifyEdit.ts';

const paste = (clip: Clip, more: Partial<Paste> = {}): Paste => ({ edit: 'paste', clip, x: 1_000, y: 500, ...more });
const part = copy(drawn, ['review', 'choice', 'correction', 'refused']);
const elsewhere = processOf([make.start(), make.end()], [], { roles: [], forms: [papers], declarationForm: 'papers' });

verifyEdit<Paste>('paste', {
  done: {
    'into the same process: new identifiers, and what speaks of the copied steps follows': {
      process: drawn,
      edit: paste(part),
      name: 'Paste 5 steps',
      steps: [...drawn.steps.map(({ id }) => id), 'review2', 'choice2', 'correction2', 'refused2', 'reminder2'],
      shows: (after) => [flowsOf(after).slice(drawn.flows.length), after.steps.slice(drawn.steps.length).map(({ position }) => [position.x, position.y]), after.steps.at(-1)],
      expected: [
        ['review2ToChoice2: review2 > choice2', 'choice2ToCorrection2: choice2 > correction2 if review2.outcome = "return" and visits.review2 <= 2', 'correction2ToReview2: correction2 > review2', 'choice2ToRefused2: choice2 > refused2 else'],
        [[1_000, 500], [1_200, 507], [1_200, 620], [1_200, 740], [1_050, 550]],
        { ...make.onTime('reminder2', 'review2', { interrupting: false, position: { x: 1_050, y: 550 } }), name: { zh: '步骤 reminder', en: 'Step reminder' } },
      ],
    },
    'into another: its own identifiers where they are free, with the roles and forms it lacks': {
      process: elsewhere,
      edit: paste(part),
      name: 'Paste 5 steps',
      steps: ['start', 'end', 'review', 'choice', 'correction', 'refused', 'reminder'],
      shows: ({ roles, forms }) => [roles.map(({ id }) => id), forms.map(({ id }) => id)],
      expected: [['reviewer'], ['papers', 'declaration']],
    },
    'a form of the same name and another make comes along under a name of its own': {
      process: { ...elsewhere, forms: [{ ...papers, id: 'declaration' }], declarationForm: 'declaration' },
      edit: paste(part),
      name: 'Paste 5 steps',
      shows: ({ forms, steps }) => [forms.map(({ id }) => id), steps.flatMap((step) => ('form' in step ? [step.form] : []))],
      expected: [['declaration', 'declaration2'], ['declaration2']],
    },
    'a subprocess with all it contains': {
      process: nested,
      edit: paste(copy(nested, ['payment'])),
      name: 'Paste 5 steps',
      shows: ({ steps }) => steps.slice(nested.steps.length).map(({ id, parent, position }) => [id, parent, position.x, position.y]),
      expected: [['payment2', undefined, 1_000, 500], ['payStart2', 'payment2', 20, 82], ['pay2', 'payment2', 80, 60], ['payEnd2', 'payment2', 250, 82], ['payFailed2', undefined, 1_050, 680]],
    },
    'a step out of a subprocess into another stage': {
      process: nested,
      edit: paste(copy(nested, ['pay']), { stage: 'publicity' }),
      name: 'Paste “Step pay”',
      shows: ({ steps }) => steps.at(-1),
      expected: { ...make.task('pay2', { stage: 'publicity', position: { x: 1_000, y: 500 } }), name: { zh: '步骤 pay', en: 'Step pay' } },
    },
    'a step into a subprocess': { process: nested, edit: paste(copy(nested, ['decision']), { x: 90, y: 130, parent: 'payment' }), name: 'Paste “Step decision”', shows: ({ steps }) => [steps.at(-1)?.parent, steps.at(-1)?.position], expected: ['payment', { x: 90, y: 130 }] },
    'a gateway with one of its ways chooses no longer': { process: drawn, edit: paste(copy(drawn, ['choice', 'refused'])), name: 'Paste 2 steps', shows: (after) => flowsOf(after).at(-1), expected: 'choice2ToRefused2: choice2 > refused2' },
  },
  refused: {
    'nothing': { process: drawn, edit: paste({ ...part, steps: [], flows: [] }), says: 'What is pasted is not as it must be' },
    'into what contains nothing': { process: drawn, edit: paste(part, { parent: 'review' }), says: 'contains no steps' },
    'into a subprocess that is none': { process: drawn, edit: paste(part, { parent: 'gone' }), says: 'no step “gone”' },
    'a boundary event without its host': { process: elsewhere, edit: paste({ ...part, steps: part.steps.filter(({ id }) => id === 'reminder'), flows: [] }), says: 'must sit on a step' },
    'a flow that must not be': { process: drawn, edit: paste({ ...part, flows: way('choice > reminder') }), says: 'its host sets off' },
    'an identifier twice': { process: drawn, edit: paste({ ...part, steps: [...part.steps, ...part.steps] }), says: 'the identifier “review” twice' },
    'a step of a kind that is none': { process: drawn, edit: paste({ ...part, steps: [part.steps[0], { ...part.steps[1], kind: 'teleport' }] as Clip['steps'] }), says: 'Step 2 of what is pasted cannot be used: Step “Step choice” is of the kind “teleport”' },
  },
});

describe('a clip', () => {
  it('lies on the clipboard as JSON and is read back', () => {
    expect(readClip(JSON.stringify(part))).toEqual({ clip: part });
    expect(clipSchema.parse(part)).toEqual(part);
  });

  it.each([
    ['no JSON', '你好', 'no steps on the clipboard'],
    ['JSON of something else', '{"clip":"elsewhere"}', 'no steps on the clipboard'],
    ['a step of an unknown kind', JSON.stringify({ ...part, steps: [{ ...part.steps[0], kind: 'constructor' }] }), 'Step 1 of what is pasted cannot be used: Step “Step review” is of the kind “constructor”, which does not exist'],
    ['a step that is no step', JSON.stringify({ ...part, steps: [7] }), 'What is pasted is not as it must be'],
    ['a step without a name', JSON.stringify({ ...part, steps: [{ kind: 'startEvent', id: 'start' }] }), 'Step 1 of what is pasted cannot be used: Step “start” is not as it must be (Name)'],
    ['more than a clip holds', JSON.stringify({ ...part, server: 'x' }), 'What is pasted is not as it must be'],
  ])('says why it is none: %s', (_sentence, text, says) => {
    const read = readClip(text);
    expect('fault' in read && read.fault.en).toContain(says);
    expect('fault' in read && read.fault.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it('takes a boundary event only with its host', () => {
    expect(copy(drawn, ['reminder', 'end']).steps.map(({ id }) => id)).toEqual(['end']);
  });

  it('tells under which identifiers it will stand', () => {
    const after = apply(drawn, paste(part));
    expect([...pastedIds(drawn, part).values()]).toEqual(after.steps.slice(drawn.steps.length).map(({ id }) => id));
  });
});

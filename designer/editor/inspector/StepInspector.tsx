import { useTranslation } from 'react-i18next';
import type { Process } from '../../../model/process.ts';
import { kindOf, stepSchema, type Step } from '../../../model/steps/index.ts';
import { useText } from '../../language/useText.ts';
import { StageBadge } from '../../shell/badges.tsx';
import { Glyph, isGlyph } from '../../theme/Glyph.tsx';
import { useEditor, useEditorStore } from '../useEditor.ts';
import { AttachedSteps } from './AttachedSteps.tsx';
import { FieldRow } from './FieldRow.tsx';
import { stepShape } from '../../../model/steps/defineStep.ts';
import { fieldsOf, type Field } from '../../../model/steps/stepFields.ts';
import { ProblemList } from './ProblemList.tsx';
import { problemsElsewhere } from './problemsAt.ts';
import { useContinuedEdit } from './useContinuedEdit.ts';
import { WaysOut } from './WaysOut.tsx';

// What every step has and people look for first; the rest of it stands at the end.
const foremost = new Set(['name', 'stage']);

/** Everything a step says of itself, to be changed: its fields as its kind declares them, what sits on its border, where its ways lead. */
export function StepInspector({ process, step }: { process: Process; step: Step }) {
  const { t } = useTranslation();
  const { text } = useText();
  const store = useEditorStore();
  const readOnly = useEditor((state) => state.readOnly);
  const problems = useEditor((state) => state.problems);
  const { change, pause } = useContinuedEdit();
  const kind = kindOf(step);
  const fields = fieldsOf(kind.fields);
  const first = fields.filter(({ name }) => foremost.has(name));
  const rare = fields.filter(({ name }) => name in stepShape && !foremost.has(name));
  const own = fields.filter(({ name }) => !(name in stepShape));
  const values = new Map<string, unknown>(Object.entries(step));
  const take = (name: string, value: unknown, typing: boolean | undefined): boolean => {
    const read = stepSchema.safeParse(JSON.parse(JSON.stringify({ ...step, [name]: value })));
    if (!read.success) return false;
    const made = change(`${step.id}.${name}`, { edit: 'changeStep', step: step.id, to: read.data }, typing);
    if (made && read.data.id !== step.id) store.getState().select([read.data.id]);
    return made;
  };
  const row = (field: Field) => <FieldRow key={field.name} field={field} value={values.get(field.name)} path={field.name} process={process} step={step} disabled={readOnly} take={(value, typing) => take(field.name, value, typing)} />;
  return (
    <section aria-label={t('inspector.step', { name: text(step.name) })} onBlur={pause}>
      <p className="inspector-kind">
        <Glyph name={isGlyph(kind.look.icon) ? kind.look.icon : 'circle'} /> {text(kind.title)} <StageBadge stage={step.stage} />
      </p>
      <ProblemList problems={problemsElsewhere(problems, { step: step.id }, fields.map(({ name }) => name))} />
      {[...first, ...own].map(row)}
      <details open={step.required !== undefined || undefined} className="inspector-part">
        <summary>{t('inspector.more')}</summary>
        {rare.map(row)}
      </details>
      <AttachedSteps process={process} host={step} disabled={readOnly} />
      <WaysOut process={process} step={step} disabled={readOnly} />
    </section>
  );
}

import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fixesFor } from '../../../model/edits/fixes/index.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Process } from '../../../model/process.ts';
import { useText } from '../../language/useText.ts';
import { Glyph } from '../../theme/Glyph.tsx';
import { useEditor, useEditorStore } from '../useEditor.ts';

const atOnce = 50;

/** What is wrong with the draft, errors first: choosing a line goes there, a button beside it puts it right at once. */
export function ProblemsStrip() {
  const { t } = useTranslation();
  const problems = useEditor((state) => state.problems);
  const process = useEditor((state) => state.history.process);
  const [open, setOpen] = useState(true);
  const [all, setAll] = useState(false);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const sorted = [...errors, ...problems.filter(({ severity }) => severity !== 'error')];
  const shown = all ? sorted : sorted.slice(0, atOnce);
  return (
    <section className="problems" aria-label={t('design.problems')}>
      <button type="button" className="problems-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? '▾' : '▸'} {t('design.problems')}
        {problems.length === 0 ? <span className="is-good"><Glyph name="check" size={13} /> {t('design.noProblems')}</span> : (
          <>
            {errors.length > 0 && <span className="is-error"><Glyph name="error" size={13} /> {t('design.errors', { count: errors.length })}</span>}
            {problems.length > errors.length && <span className="is-warning"><Glyph name="warning" size={13} /> {t('design.warnings', { count: problems.length - errors.length })}</span>}
          </>
        )}
      </button>
      {open && problems.length > 0 && (
        <ul>
          {shown.map((problem, i) => <ProblemLine key={`${problem.rule} ${problem.where.step ?? problem.where.flow ?? ''} ${problem.where.field ?? ''} ${i}`} problem={problem} process={process} />)}
          {sorted.length > shown.length && <li><button type="button" className="problem-more" onClick={() => setAll(true)}>{t('design.moreFound', { count: sorted.length - shown.length })}</button></li>}
        </ul>
      )}
    </section>
  );
}

const ProblemLine = memo(function ProblemLine({ problem, process }: { problem: Problem; process: Process }) {
  const { t } = useTranslation();
  const { text } = useText();
  const store = useEditorStore();
  const [offered, setOffered] = useState(false);
  const fixes = offered ? fixesFor(process, problem) : [];
  const grave = problem.severity === 'error';
  return (
    <li>
      <button type="button" className="problem-line" onClick={() => store.getState().seek(problem.where)} onFocus={() => setOffered(true)}>
        <span className={grave ? 'is-error' : 'is-warning'}><Glyph name={grave ? 'error' : 'warning'} size={13} /><span className="read-aloud">{t(grave ? 'design.error' : 'design.warning')}</span></span>
        {text(problem.message)}
      </button>
      <span className="problem-fixes" onPointerEnter={() => setOffered(true)}>
        {offered ? fixes.map(({ name, edit }, i) => <button key={i} type="button" className="problem-fix" onClick={() => store.getState().perform(edit)}>{text(name)}</button>) : <button type="button" className="problem-fix" onClick={() => setOffered(true)}>{t('design.fixes')}</button>}
        {offered && fixes.length === 0 && <span className="note">{t('design.noFix')}</span>}
      </span>
    </li>
  );
});

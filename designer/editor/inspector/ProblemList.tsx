import type { Problem } from '../../../model/problem.ts';
import { useTranslation } from 'react-i18next';
import { useText } from '../../language/useText.ts';

/** Problems beside what they concern; severity is said in words. */
export function ProblemList({ id, problems }: { id?: string; problems: readonly Problem[] }) {
  const { t } = useTranslation();
  const { text } = useText();
  if (problems.length === 0) return null;
  return (
    <ul id={id} className="inspector-problems">
      {problems.map((problem, index) => (
        <li key={index} className={problem.severity === 'error' ? 'is-error' : 'is-warning'}>
          <strong>{t(`inspector.severity.${problem.severity}`)}</strong> {text(problem.message)}
        </li>
      ))}
    </ul>
  );
}

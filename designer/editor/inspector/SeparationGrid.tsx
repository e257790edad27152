import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Process } from '../../../model/process.ts';
import { useText } from '../../language/useText.ts';
import { pair, pairsOf, setsOf } from './separation.ts';
import { dutiesOf } from './widgets/names.ts';

/** Which duties one person may not combine on a case: a grid of every two duties, and the same in sentences. */
export function SeparationGrid({ process, disabled, take }: { process: Process; disabled: boolean; take: (separation: string[][]) => void }) {
  const { t } = useTranslation();
  const { text, list } = useText();
  const duties = [...dutiesOf(process)].map(([duty, name]) => ({ duty, name: text(name) }));
  const pairs = pairsOf(process.separation);
  if (duties.length < 2) return <p className="note">{t('inspector.fewDuties')}</p>;
  const toggle = (one: string, other: string) => {
    const next = new Set(pairs);
    if (!next.delete(pair(one, other))) next.add(pair(one, other));
    take(setsOf(next, duties.map(({ duty }) => duty)));
  };
  const named = (duty: string) => duties.find((each) => each.duty === duty)?.name ?? duty;
  return (
    <>
      <ul className="inspector-sentences">
        {process.separation.map((set) => <li key={set.join()}>{t('inspector.apart', { duties: list(set.map((duty) => `“${named(duty)}”`)) })}</li>)}
      </ul>
      <div style={{ overflowX: 'auto' }}>
        <table className="rule-table">
          <caption>{t('inspector.apartGrid')}</caption>
          <thead>
            <tr><td />{duties.slice(0, -1).map(({ duty, name }) => <th key={duty} scope="col">{name}</th>)}</tr>
          </thead>
          <tbody>
            {duties.slice(1).map((row, index) => (
              <tr key={row.duty}>
                <th scope="row">{row.name}</th>
                {duties.slice(0, -1).map((column, place) => (
                  <td key={column.duty}>{place <= index && <Checkbox aria-label={t('inspector.apartPair', { one: row.name, other: column.name })} checked={pairs.has(pair(row.duty, column.duty))} disabled={disabled} onChange={() => toggle(row.duty, column.duty)} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

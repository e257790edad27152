import { useTranslation } from 'react-i18next';
import type { DecisionTable } from '../../../model/decisionTable.ts';
import { useText } from '../../language/useText.ts';

/** A decision table as people read it: conditions left, results right. */
export function RuleTable({ table }: { table: DecisionTable }) {
  const { t } = useTranslation();
  const { text } = useText();
  return (
    <div style={{ overflowX: 'auto', marginTop: 12 }}>
      <table className="rule-table">
        <caption>{t('step.rules', { policy: t(`hitPolicy.${table.hitPolicy}`) })}</caption>
        <thead>
          <tr>
            <th scope="col">#</th>
            {table.inputs.map((input) => <th key={input.id} scope="col" title={input.expression}>{text(input.label)}</th>)}
            {table.outputs.map((output) => <th key={output.id} scope="col" className="is-result">{text(output.label)}</th>)}
          </tr>
        </thead>
        <tbody>
          {table.rules.map((rule) => (
            <tr key={rule.id} title={text(rule.note)}>
              <th scope="row">{rule.id}</th>
              {rule.when.map((cell, index) => <td key={index} className="mono">{cell}</td>)}
              {rule.then.map((cell, index) => <td key={index} className="mono is-result">{typeof cell === 'string' ? cell : JSON.stringify(cell)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

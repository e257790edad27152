import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../../model/money.ts';
import type { Rehearsal } from '../../../../model/rehearsal/rehearsal.ts';
import type { Json } from '../../../../model/text.ts';
import { useText } from '../../../language/useText.ts';
import { fieldNames } from '../../../trail/fieldNames.ts';

/** What the case knows so far: what was declared and what each step contributed, as a table. */
export function CaseData({ rehearsal: { process, state } }: { rehearsal: Rehearsal }) {
  const { t } = useTranslation();
  const { text, list, language } = useText();
  const declaration = process.forms.find(({ id }) => id === process.declarationForm);
  const words = (name: string, value: Json): string => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'number') return /Fen$/.test(name) ? formatYuan(value) : String(value);
    if (Array.isArray(value)) return list(value.map((item) => words(name, item)));
    return typeof value === 'object' ? JSON.stringify(value) : value;
  };
  const rows = Object.entries(state.data).flatMap(([step, contributed]) => {
    const names = fieldNames(process, step);
    const where = step === 'declaration' ? t('case.declaration') : text(process.steps.find(({ id }) => id === step)?.name) || step;
    const fields: [string, Json][] = typeof contributed === 'object' && contributed !== null && !Array.isArray(contributed) ? Object.entries(contributed) : [['', contributed]];
    return fields.map(([name, value], index) => {
      const field = step === 'declaration' ? declaration?.schema.properties?.[name] : undefined;
      const shown = field?.['x-format'] === 'fen' && typeof value === 'number' ? formatYuan(value) : words(name, value);
      return { key: `${step}.${name}`, where: index === 0 ? where : '', span: fields.length, first: index === 0, title: (field?.[`x-${language}`] ?? text(names.get(name))) || name, path: name ? `${step}.${name}` : step, shown };
    });
  });
  return (
    <div className="rehearsal-data" tabIndex={0} role="group" aria-label={t('owner.rehearsal.data')}>
      <table className="rule-table">
        <thead><tr><th scope="col">{t('owner.rehearsal.step')}</th><th scope="col">{t('owner.rehearsal.field')}</th><th scope="col">{t('process.value')}</th></tr></thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              {row.first && <th scope="rowgroup" rowSpan={row.span}>{row.where}</th>}
              <td title={row.path}>{row.title}</td>
              <td className="figures">{row.shown}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import { formatYuan } from '../../../model/money.ts';
import type { Json, JsonObject } from '../../../model/text.ts';
import { useText } from '../../language/useText.ts';

/** Answers of a form as a reader sees them: labels, money as money, hidden fields said to be hidden. */
export function Answers({ schema, answers, masked = [] }: { schema: JsonSchema; answers: JsonObject; masked?: string[] }) {
  const { t } = useTranslation();
  const { list, language } = useText();
  const words = (field: JsonSchema, value: Json | undefined, pointer: string): string => {
    if (masked.includes(pointer)) return t('answers.masked');
    if (value === undefined || value === null) return '–';
    if (typeof value === 'boolean') return value ? t('yes') : t('no');
    if (typeof value === 'number') return field['x-format'] === 'fen' ? formatYuan(value) : String(value);
    if (typeof value === 'string') return field[`x-enum-${language}`]?.[field.enum?.indexOf(value) ?? -1] ?? value;
    return Array.isArray(value) ? list(value.map((item, index) => words(field.items ?? {}, item, `${pointer}/${index}`))) : JSON.stringify(value);
  };
  return (
    <dl className="facts">
      {Object.entries(schema.properties ?? {}).map(([name, field]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{field[`x-${language}`] ?? field.title ?? name}</dt>
          <dd className="figures">{words(field, answers[name], `/${name}`)}</dd>
        </div>
      ))}
    </dl>
  );
}

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { freshName } from '../../../model/edits/freshId.ts';
import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import type { Text } from '../../../model/text.ts';
import { moved } from '../moved.ts';
import { TextInput } from '../inspector/TextInput.tsx';
import { TypedInput } from '../inspector/TypedInput.tsx';

interface Option {
  value: string;
  name: Text;
}

/** What can be chosen, in order, each with its value in the data and its words. */
export function ChoiceList({ field, disabled, take }: { field: JsonSchema; disabled: boolean; take: (field: JsonSchema, typing?: boolean) => boolean }) {
  const { t } = useTranslation();
  const options = (field.enum ?? []).map((value, index): Option => ({ value: String(value), name: { zh: field['x-enum-zh']?.[index] ?? String(value), en: field['x-enum-en']?.[index] ?? String(value) } }));
  const put = (next: Option[], typing = false) => take({ ...field, enum: next.map(({ value }) => value), 'x-enum-zh': next.map(({ name }) => name.zh), 'x-enum-en': next.map(({ name }) => name.en) }, typing);
  const change = (index: number, option: Option, typing = false) => put(options.map((old, at) => (at === index ? option : old)), typing);
  return (
    <fieldset>
      <legend>{t('forms.choices')}</legend>
      <ol className="inspector-list">
        {options.map((option, index) => (
          <li key={index}>
            <TextInput label={t('forms.choice', { number: index + 1 })} value={option.name} disabled={disabled} take={(name) => name !== undefined && change(index, { ...option, name }, true)} />
            <div className="inspector-row">
              <label>{t('forms.value')} <TypedInput whole mono value={option.value} disabled={disabled} take={(value) => value !== '' && options.every((other) => other.value !== value) && change(index, { ...option, value })} /></label>
              <Button size="small" disabled={disabled || index === 0} aria-label={t('inspector.moveUp', { name: option.value })} onClick={() => void put(moved(options, index, index - 1))}>↑</Button>
              <Button size="small" disabled={disabled || index === options.length - 1} aria-label={t('inspector.moveDown', { name: option.value })} onClick={() => void put(moved(options, index, index + 1))}>↓</Button>
              <Button size="small" danger disabled={disabled || options.length === 1} aria-label={t('inspector.remove', { name: option.value })} onClick={() => void put(options.filter((_old, at) => at !== index))}>{t('form.remove')}</Button>
            </div>
          </li>
        ))}
      </ol>
      <Button size="small" disabled={disabled} onClick={() => void put([...options, { value: freshName((value) => options.some((option) => option.value === value), `option${options.length + 1}`), name: { zh: `选项 ${options.length + 1}`, en: `Option ${options.length + 1}` } }])}>{t('forms.addChoice')}</Button>
    </fieldset>
  );
}

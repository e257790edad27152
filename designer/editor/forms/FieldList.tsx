import { Button, Select } from 'antd';
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { pointerTo } from '../../../model/form/fieldLabel.ts';
import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import type { FormFault } from '../../../model/form/validateForm.ts';
import { useText } from '../../language/useText.ts';
import { FieldSettings } from './FieldSettings.tsx';
import { withFieldMoved, withNewField, withoutField } from './fieldEdits.ts';
import { fieldTypes, typeOf } from './fieldTypes.ts';

/** The fields of a form, or of the rows of a list, in their order: by drag, by buttons, or by Alt and an arrow; one is open at a time. */
export function FieldList({ group, path, conditional, disabled, take, faults }: {
  group: JsonSchema;
  /** JSON pointer of the group in the answers. */
  path: string;
  /** Whether fields may have a condition of visibility here. */
  conditional: boolean;
  disabled: boolean;
  take: (group: JsonSchema, typing?: boolean, field?: string) => boolean;
  faults: readonly FormFault[];
}) {
  const { t } = useTranslation();
  const { text, language } = useText();
  const [open, setOpen] = useState<string>();
  const [type, setType] = useState(fieldTypes[0]?.type ?? 'text');
  const [over, setOver] = useState<number>();
  const [said, setSaid] = useState('');
  const dragged = useRef<number | undefined>(undefined);
  const fields = Object.entries(group.properties ?? {});
  const labelOf = (name: string, field: JsonSchema) => field[`x-${language}`] ?? field.title ?? name;
  const move = (from: number, to: number) => {
    if (disabled || to < 0 || to >= fields.length || from === to || !take(withFieldMoved(group, from, to))) return;
    const [name, field] = fields[from] ?? ['', {}];
    setSaid(t('forms.movedTo', { name: labelOf(name, field), place: to + 1, of: fields.length }));
  };
  const add = () => {
    const known = fieldTypes.find((each) => each.type === type);
    if (!known) return;
    const made = withNewField(group, known);
    if (take(made.group)) setOpen(made.name);
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  const onDrop = (event: DragEvent, to: number) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(undefined);
    if (dragged.current !== undefined) move(dragged.current, to);
    dragged.current = undefined;
  };
  return (
    <>
      <ol className="form-fields">
        {fields.map(([name, field], index) => {
          const label = labelOf(name, field);
          const pointer = pointerTo(path, name);
          const faulty = faults.some((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`));
          return (
            <li
              key={name}
              className={over === index ? 'is-over' : ''}
              onDragOver={(event) => {
                if (dragged.current === undefined) return;
                event.preventDefault();
                event.stopPropagation();
                setOver(index);
              }}
              onDragLeave={() => setOver(undefined)}
              onDrop={(event) => onDrop(event, index)}
            >
              <div
                className="inspector-row"
                draggable={!disabled}
                onDragStart={(event) => {
                  event.stopPropagation();
                  dragged.current = index;
                }}
                onDragEnd={() => {
                  dragged.current = undefined;
                  setOver(undefined);
                }}
              >
                <Button type="text" size="small" style={{ flex: 1, justifyContent: 'start', fontWeight: 600 }} aria-expanded={open === name} aria-description={t('forms.moveByKeys')} onKeyDown={(event) => onKeyDown(event, index)} onClick={() => setOpen(open === name ? undefined : name)}>
                  {faulty ? `! ${label}` : label}
                </Button>
                <span className="note">{text(typeOf(field)?.name) || t('forms.asCode')}{group.required?.includes(name) ? ` · ${t('forms.required')}` : ''}{field['x-visible'] === undefined ? '' : ` · ${t('forms.conditional')}`}</span>
                <Button size="small" disabled={disabled || index === 0} aria-label={t('inspector.moveUp', { name: label })} onClick={() => move(index, index - 1)}>↑</Button>
                <Button size="small" disabled={disabled || index === fields.length - 1} aria-label={t('inspector.moveDown', { name: label })} onClick={() => move(index, index + 1)}>↓</Button>
                <Button size="small" danger disabled={disabled} aria-label={t('inspector.remove', { name: label })} onClick={() => void take(withoutField(group, name))}>{t('form.remove')}</Button>
              </div>
              {open === name && <FieldSettings group={group} name={name} field={field} path={pointer} conditional={conditional} disabled={disabled} take={take} faults={faults} onNamed={setOpen} />}
            </li>
          );
        })}
      </ol>
      {fields.length === 0 && <p className="note">{t('forms.noFields')}</p>}
      <div className="inspector-row">
        <Select aria-label={t('forms.newType')} style={{ minWidth: 180 }} value={type} disabled={disabled} options={fieldTypes.filter((each) => conditional || each.type !== 'rows').map((each) => ({ value: each.type, label: text(each.name) }))} onChange={setType} />
        <Button size="small" disabled={disabled} onClick={add}>{t('forms.addField')}</Button>
      </div>
      <div className="read-aloud" aria-live="polite">{said}</div>
    </>
  );
}

import { AutoComplete, Select } from 'antd';
import { useState } from 'react';
import { useText } from '../../../language/useText.ts';
import type { Option } from './option.ts';
import type { WidgetProps } from './widget.ts';

const matches = (typed: string, option?: { value?: unknown; label?: unknown }) => `${String(option?.label ?? '')} ${String(option?.value ?? '')}`.toLowerCase().includes(typed.toLowerCase());

/** A choice among what there is; what was chosen and is no longer there stays to be seen. */
export function Choice({ id, label, value, optional, disabled, describedBy, take, options }: Pick<WidgetProps, 'id' | 'label' | 'value' | 'optional' | 'disabled' | 'describedBy' | 'take'> & { options: Option[] }) {
  const { text } = useText();
  const chosen = typeof value === 'string' ? value : undefined;
  const all = chosen === undefined || options.some((option) => option.value === chosen) ? options : [...options, { value: chosen, label: { zh: chosen, en: chosen } }];
  return (
    <Select
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      style={{ width: '100%' }}
      value={chosen ?? null}
      disabled={disabled}
      allowClear={optional}
      showSearch={{ filterOption: matches }}
      options={all.map((option) => ({ value: option.value, label: text(option.label) }))}
      onChange={(next: string | null | undefined) => void take(next ?? undefined)}
    />
  );
}

/** A name to choose among those in use, or to write anew. */
export function NameChoice({ id, label, value, optional, disabled, describedBy, take, options }: Pick<WidgetProps, 'id' | 'label' | 'value' | 'optional' | 'disabled' | 'describedBy' | 'take'> & { options: Option[] }) {
  const { text } = useText();
  const own = typeof value === 'string' ? value : '';
  const [state, setState] = useState({ typed: own, from: own, refused: false });
  const current = state.from === own ? state : { typed: own, from: own, refused: false };
  if (current !== state) setState(current);
  const enter = (typed: string) => setState({ typed, from: own, refused: typed !== own && !take(typed === '' && optional ? undefined : typed) });
  return (
    <AutoComplete
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      style={{ width: '100%' }}
      value={current.typed}
      status={current.refused ? 'error' : ''}
      disabled={disabled}
      allowClear={optional}
      options={options.map((option) => ({ value: option.value, label: option.label.zh === option.value ? option.value : `${option.value} · ${text(option.label)}` }))}
      showSearch={{ filterOption: matches }}
      onChange={(typed: string | undefined) => setState({ ...current, typed: typed ?? '' })}
      onSelect={(typed: string | undefined) => enter(typed ?? '')}
      onClear={() => enter('')}
      onBlur={() => current.typed !== own && enter(current.typed)}
    />
  );
}

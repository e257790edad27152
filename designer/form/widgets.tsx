import type { WidgetProps } from '@rjsf/utils';
import { Input, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan, yuanInWords } from '../../model/money.ts';
import { useText } from '../language/useText.ts';
import { fenOfYuan, yuanOfFen } from './fenOfYuan.ts';

function status(rawErrors: string[] | undefined): '' | 'error' {
  return rawErrors?.length ? 'error' : '';
}

function Money({ id, value, onChange, disabled, readonly, rawErrors, label }: WidgetProps) {
  const { t } = useTranslation();
  const { text, language } = useText();
  const fen = typeof value === 'number' ? value : undefined;
  const [typed, setTyped] = useState(fen === undefined ? '' : yuanOfFen(fen));
  const read = fenOfYuan(typed);
  const own = 'fen' in read ? read.fen : undefined;
  // A value that came from elsewhere (a draft, a prefill) replaces what was typed; an unreadable text stays to be mended.
  if ('fen' in read && fen !== own && fen !== undefined) setTyped(yuanOfFen(fen));
  const fault = 'fault' in read ? text(read.fault) : undefined;
  return (
    <>
      <Input
        id={id}
        aria-label={label}
        inputMode="decimal"
        className="figures"
        value={typed}
        disabled={Boolean(disabled || readonly)}
        status={fault ? 'error' : status(rawErrors)}
        suffix={t('form.yuan')}
        aria-describedby={`${id}-words`}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = fenOfYuan(event.target.value);
          onChange('fen' in next ? next.fen : undefined);
        }}
      />
      <div id={`${id}-words`} className="note figures" style={fault ? { color: 'var(--danger)' } : undefined} aria-live="polite">
        {fault ?? (own === undefined ? '' : `${formatYuan(own)}${language === 'zh' ? `　${yuanInWords(own)}` : ''}`)}
      </div>
    </>
  );
}

function Measured({ id, value, onChange, disabled, readonly, rawErrors, label, options }: WidgetProps) {
  const unit = options['unit'];
  return (
    <InputNumber
      id={id}
      aria-label={label}
      style={{ width: '100%' }}
      value={typeof value === 'number' ? value : null}
      disabled={Boolean(disabled || readonly)}
      status={status(rawErrors)}
      suffix={typeof unit === 'string' ? unit : undefined}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

function Words({ id, value, onChange, disabled, readonly, rawErrors, label }: WidgetProps) {
  const { t } = useTranslation();
  const items: unknown[] = Array.isArray(value) ? value : [];
  return (
    <Select
      id={id}
      aria-label={label}
      mode="tags"
      open={false}
      suffixIcon={null}
      style={{ width: '100%' }}
      value={items.filter((item) => typeof item === 'string')}
      disabled={Boolean(disabled || readonly)}
      status={status(rawErrors)}
      tokenSeparators={[',', '，', '、', ';', '；', '\n', '\t']}
      placeholder={t('form.listHint')}
      onChange={(next) => onChange(next)}
    />
  );
}

function YesNo({ id, value, onChange, disabled, readonly, label }: WidgetProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      id={id}
      aria-label={label}
      // Nothing is chosen until the person chooses: an unanswered question must not look like a no.
      value={typeof value === 'boolean' ? value : null}
      disabled={Boolean(disabled || readonly)}
      options={[{ value: true, label: t('yes') }, { value: false, label: t('no') }]}
      onChange={(event) => onChange(event.target.value === true)}
    />
  );
}

/** The form fields that this product needs beyond those of the form library. */
export const widgets = { money: Money, measured: Measured, words: Words, yesNo: YesNo };

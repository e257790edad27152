import { useTranslation } from 'react-i18next';
import type { Text } from '../../../model/text.ts';
import { TypedInput } from './TypedInput.tsx';

/** A text in both languages, one line each; an optional one is gone when both are empty. */
export function TextInput({ id, label, value, optional = false, take, disabled, describedBy }: {
  id?: string;
  label: string;
  value: Text | undefined;
  optional?: boolean;
  take: (text: Text | undefined) => boolean;
  disabled?: boolean;
  describedBy?: string | undefined;
}) {
  const { t } = useTranslation();
  const line = (language: keyof Text) => (
    <TypedInput
      {...(language === 'zh' && id ? { id } : {})}
      label={`${label} ${t(`inspector.${language}`)}`}
      prefix={t(`inspector.${language}`)}
      value={value?.[language] ?? ''}
      disabled={disabled ?? false}
      describedBy={describedBy}
      take={(typed) => {
        const other = value?.[language === 'zh' ? 'en' : 'zh'] ?? '';
        if (typed === '' && other === '' && optional) return take(undefined);
        // A first word stands for both languages until the other one is given.
        return take(language === 'zh' ? { zh: typed, en: other || typed } : { zh: other || typed, en: typed });
      }}
    />
  );
  return <div className="text-lines">{line('zh')}{line('en')}</div>;
}

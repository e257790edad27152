import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownDatum } from '../../../model/dataKnownAt.ts';
import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import type { Json, JsonObject } from '../../../model/text.ts';
import { Bones } from '../../shell/Bones.tsx';
import '../feel/feel.css';
import { withValue } from '../feel/useSample.ts';

const FeelEditor = lazy(async () => ({ default: (await import('../feel/FeelEditor.tsx')).FeelEditor }));

/** Under which earlier answers a field is asked; always, where nothing is said. */
export function VisibleWhen({ id, value, schema, known, sample, disabled, take }: {
  id: string;
  value: string | undefined;
  schema: JsonSchema;
  known: readonly KnownDatum[];
  sample: JsonObject;
  disabled: boolean;
  take: (feel: string | undefined, typing?: boolean) => boolean;
}) {
  const { t } = useTranslation();
  const [own, setOwn] = useState<{ [path: string]: Json }>({});
  const first = known.find(({ type }) => type === 'boolean') ?? known[0];
  if (value === undefined) return <div><Button size="small" disabled={disabled || !first} onClick={() => first && void take(first.type === 'boolean' ? first.path : `is defined(${first.path})`)}>{t('forms.addCondition')}</Button></div>;
  const data = Object.entries(own).reduce((sofar, [path, each]) => withValue(sofar, path, each), sample);
  return (
    <div>
      <label className="inspector-label" htmlFor={id}>{t('forms.visibleWhen')}</label>
      <Suspense fallback={<Bones rows={1} />}>
        <FeelEditor id={id} label={t('forms.visibleWhen')} value={value} schema={schema} known={known} expected="boolean" sample={data} put={(path, each) => setOwn({ ...own, [path]: each })} disabled={disabled} take={(feel, typing) => feel.trim() !== '' && take(feel, typing)} />
      </Suspense>
      <Button size="small" disabled={disabled} onClick={() => void take(undefined)}>{t('forms.removeCondition')}</Button>
    </div>
  );
}

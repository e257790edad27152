import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { checkExpression, evaluateCondition, namesIn, type ExpectedType } from '../../../model/condition.ts';
import type { KnownDatum } from '../../../model/dataKnownAt.ts';
import type { JsonSchema } from '../../../model/form/jsonSchema.ts';
import type { Json, JsonObject } from '../../../model/text.ts';
import { useText } from '../../language/useText.ts';
import { TypedInput } from '../inspector/TypedInput.tsx';
import { valueAt } from './useSample.ts';

/** Reads a value as a person types it: JSON where it is, else the words themselves. */
function valueOf(typed: string): Json {
  try {
    return JSON.parse(typed) as Json; // what JSON.parse gives is JSON
  } catch {
    return typed;
  }
}

/** What a FEEL text comes to on the sample case, with the values it goes by, which can be changed to see the other outcome. */
export function Trial({ id, said, feel, schema, expected, sample, put, known }: {
  id: string;
  /** Whether a fault is already told beside the field. */
  said: boolean;
  feel: string;
  schema: JsonSchema;
  expected: ExpectedType;
  sample: JsonObject;
  put: (path: string, value: Json) => void;
  known: readonly KnownDatum[];
}) {
  const { t } = useTranslation();
  const { text } = useText();
  const faults = useMemo(() => (feel.trim() === '' ? [] : checkExpression(feel, schema, expected)), [feel, schema, expected]);
  const names = useMemo(() => namesIn(feel), [feel]);
  if (feel.trim() === '') return null;
  const result = evaluateCondition(feel, sample);
  const value = 'value' in result ? result.value : null;
  const [fault] = faults;
  return (
    <div className="feel-trial">
      <div aria-live="polite" className="note" id={`${id}-trial`}>
        {fault ? !said && <span className="feel-fault">{text(fault.message)}</span> : value === null ? <span className="feel-fault">{t('feel.incident')}</span> : t('feel.gives', { value: JSON.stringify(value) })}
      </div>
      {!fault && names.length > 0 && (
        <details>
          <summary className="note">{t('feel.sample')}</summary>
          <dl className="facts">
            {names.map((name) => {
              const datum = known.find(({ path }) => path === name);
              return [
                <dt key={`${name} name`} className="mono">{name}</dt>,
                <dd key={name}>
                  <TypedInput mono label={t('feel.sampleValue', { name: datum ? text(datum.label) : name })} value={JSON.stringify(valueAt(sample, name))} take={(typed) => (put(name, valueOf(typed)), true)} whole />
                </dd>,
              ];
            })}
          </dl>
        </details>
      )}
    </div>
  );
}

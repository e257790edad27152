import { InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { waitSchema, type Wait } from '../../../../model/steps/period.ts';
import { PlaceFeel } from '../../feel/PlaceFeel.tsx';
import { durationOf, partsOf } from './duration.ts';
import type { WidgetProps } from './widget.ts';

const ways = ['workingDays', 'workingDaysFeel', 'duration', 'date'] as const;

type Way = (typeof ways)[number];

const waits: { [way in Way]: Wait } = {
  workingDays: { workingDays: 5 },
  workingDaysFeel: { workingDays: '5' },
  duration: { duration: 'P1D' },
  date: { date: 'today' },
};

function wayOf(wait: Wait): Way {
  if ('duration' in wait) return 'duration';
  if ('date' in wait) return 'date';
  return typeof wait.workingDays === 'string' ? 'workingDaysFeel' : 'workingDays';
}

const parts = ['days', 'hours', 'minutes'] as const;

/** How long is waited: working days as a number or by FEEL, a duration, or until a day. */
export function PeriodWidget({ id, label, value, place, disabled, describedBy, take }: WidgetProps) {
  const { t } = useTranslation();
  const read = waitSchema.safeParse(value);
  const wait = read.success ? read.data : { workingDays: 5 };
  const way = wayOf(wait);
  const field = place.field ?? 'wait';
  return (
    <div className="inspector-lines">
      <Select
        id={id}
        aria-label={label}
        aria-describedby={describedBy}
        style={{ width: '100%' }}
        value={way}
        disabled={disabled}
        options={ways.map((each) => ({ value: each, label: t(`inspector.wait.${each}`) }))}
        onChange={(next) => void take(waits[next])}
      />
      {'workingDays' in wait && typeof wait.workingDays === 'number' && (
        <InputNumber aria-label={t('inspector.wait.workingDays')} min={1} max={500} precision={0} suffix={t('inspector.workingDays')} style={{ width: '100%' }} value={wait.workingDays} disabled={disabled} onChange={(next) => next !== null && void take({ ...wait, workingDays: next }, true)} />
      )}
      {'workingDays' in wait && typeof wait.workingDays === 'string' && (
        <PlaceFeel id={`${id}-feel`} label={`${label} ${t('inspector.wait.workingDaysFeel')}`} value={wait.workingDays} place={{ ...place, field: `${field}.workingDays` }} expected="integer" disabled={disabled} take={(next, typing) => take({ ...wait, workingDays: next }, typing)} />
      )}
      {'workingDays' in wait && (
        <Select
          aria-label={t('inspector.firstDay.label')}
          style={{ width: '100%' }}
          disabled={disabled}
          value={wait.firstDayCounts === undefined ? 'process' : String(wait.firstDayCounts)}
          options={(['process', 'true', 'false'] as const).map((each) => ({ value: each, label: t(`inspector.firstDay.${each}`) }))}
          onChange={(next) => void take(next === 'process' ? { workingDays: wait.workingDays } : { ...wait, firstDayCounts: next === 'true' })}
        />
      )}
      {'duration' in wait && (
        <div className="inspector-row">
          {parts.map((part, index) => (
            <InputNumber
              key={part}
              aria-label={t(`inspector.duration.${part}`)}
              suffix={t(`inspector.duration.${part}`)}
              min={0}
              max={9999}
              precision={0}
              disabled={disabled}
              value={partsOf(wait.duration)[index] ?? 0}
              onChange={(next) => next !== null && void take({ duration: durationOf(partsOf(wait.duration).map((old, at) => (at === index ? next : old))) }, true)}
            />
          ))}
        </div>
      )}
      {'date' in wait && <PlaceFeel id={`${id}-feel`} label={`${label} ${t('inspector.wait.date')}`} value={wait.date} place={{ ...place, field: `${field}.date` }} expected="date" disabled={disabled} take={(next, typing) => take({ date: next }, typing)} />}
    </div>
  );
}

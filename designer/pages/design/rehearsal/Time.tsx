import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDay, plusMilliseconds, startOfDay } from '../../../../model/instant.ts';
import type { OpenQuestions } from '../../../../model/rehearsal/openQuestions.ts';
import type { Rehearsal } from '../../../../model/rehearsal/rehearsal.ts';
import { deadlineWords, momentWords } from '../../../language/moments.ts';
import { useText } from '../../../language/useText.ts';
import { ActButton } from '../../../shell/ActButton.tsx';
import { useRehearsal } from './useRehearsal.ts';

const deskOpensMs = 9 * 3_600_000;

/** Time, turned by hand: to what runs out next, by working days, or until a day. */
export function Time({ rehearsal, clocks }: { rehearsal: Rehearsal; clocks: OpenQuestions['clocks'] }) {
  const { t } = useTranslation();
  const { text } = useText();
  const play = useRehearsal((state) => state.act);
  const [days, setDays] = useState(1);
  const [until, setUntil] = useState('');
  const next = clocks[0]?.timer.at;
  return (
    <section aria-labelledby="rehearsal-time" className="card rehearsal-card">
      <h2 id="rehearsal-time">{t('owner.rehearsal.time')}</h2>
      <p className="soft figures">{t('owner.rehearsal.now', { at: momentWords(rehearsal.now) })}</p>
      {clocks.length > 0 && (
        <ul className="plain-list">
          {clocks.map(({ timer, step }) => (
            <li key={timer.id}>{text(step.name)} <span className="figures soft">{timer.at ? deadlineWords(timer.at) : t('owner.rehearsal.stopped')}</span></li>
          ))}
        </ul>
      )}
      <div className="rehearsal-bar">
        <ActButton size="small" why={next ? undefined : t('owner.rehearsal.noClock')} onClick={() => play({ line: 'passToNextClock' })}>{t('owner.rehearsal.toNext')}</ActButton>
      </div>
      <div className="rehearsal-bar">
        <InputNumber size="small" min={1} max={500} precision={0} value={days} aria-label={t('owner.rehearsal.workingDays')} style={{ width: 70 }} onChange={(value) => setDays(value ?? 1)} />
        <Button size="small" onClick={() => play({ line: 'passWorkingDays', days })}>{t('owner.rehearsal.pass', { count: days })}</Button>
      </div>
      <div className="rehearsal-bar">
        <Input size="small" type="date" aria-label={t('owner.rehearsal.until')} value={until} style={{ width: 150 }} onChange={(event) => setUntil(event.target.value)} />
        <ActButton size="small" why={isDay(until) ? undefined : t('owner.rehearsal.pickDay')} onClick={() => play({ line: 'passUntil', at: plusMilliseconds(startOfDay(until), deskOpensMs) })}>{t('owner.rehearsal.passUntil')}</ActButton>
      </div>
    </section>
  );
}

import { Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compare, type Difference } from '../../../../model/compare/index.ts';
import type { Process } from '../../../../model/process.ts';
import { ProcessCanvas } from '../../../canvas/ProcessCanvas.tsx';
import { useText } from '../../../language/useText.ts';
import { ActButton } from '../../../shell/ActButton.tsx';
import { announce } from '../../../shell/announce.ts';
import { compareLayer, groupOf, groups } from './compareLayer.ts';
import { Differences } from './Differences.tsx';
import { unionProcess } from './unionProcess.ts';

/** Two processes beside each other: on one diagram, with what was taken away as ghosts, and as a list of sentences; each leads to the other. */
export function Comparison({ before, after }: { before: Process; after: Process }) {
  const { t } = useTranslation();
  const { text } = useText();
  const [moves, setMoves] = useState(false);
  const [chosen, setChosen] = useState<Difference>();
  const all = useMemo(() => compare(before, after), [before, after]);
  const shown = useMemo(() => all.filter(({ change }) => moves || change !== 'moved'), [all, moves]);
  const union = useMemo(() => unionProcess(before, after, all), [before, after, all]);
  const layer = useMemo(() => compareLayer(shown), [shown]);
  const ordered = groups.flatMap((group) => shown.filter((difference) => groupOf(difference) === group));
  const at = chosen ? ordered.indexOf(chosen) : -1;
  const selected = chosen?.what.step ?? union.flows.find(({ id }) => id === chosen?.what.flow)?.from;
  const go = (difference: Difference | undefined) => {
    if (!difference) return;
    setChosen(difference);
    announce(text(difference.message));
  };
  const choose = (step: string | undefined) => setChosen(ordered.find(({ what }) => what.step === step && step !== undefined) ?? ordered.find(({ what }) => union.flows.some(({ id, from, to }) => id === what.flow && (from === step || to === step))));
  return (
    <div className="split">
      <ProcessCanvas process={union} layer={layer} selected={selected} onSelect={choose} firstLook={after.stages[0]?.id} height="min(62vh, 640px)" />
      <aside className="card comparison-side" aria-label={t('owner.compare.list')}>
        <div className="comparison-bar">
          <strong role="status">{t('owner.compare.count', { count: shown.length })}</strong>
          <ActButton size="small" why={at > 0 ? undefined : t('owner.compare.noneBefore')} onClick={() => go(ordered[at - 1])}>{t('owner.compare.previous')}</ActButton>
          <ActButton size="small" why={at < ordered.length - 1 ? undefined : t('owner.compare.noneAfter')} onClick={() => go(ordered[at + 1])}>{t('owner.compare.next')}</ActButton>
        </div>
        <Checkbox checked={moves} onChange={(event) => setMoves(event.target.checked)}>{t('owner.compare.moves')}</Checkbox>
        {shown.length > 0 && <p className="note">{t('owner.compare.keys')}</p>}
        <Differences differences={shown} chosen={chosen} onChoose={go} />
      </aside>
    </div>
  );
}

import { Modal, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compare } from '../../../model/compare/index.ts';
import { choose, threeWay, type Conflict } from '../../../model/compare/threeWay.ts';
import type { Process } from '../../../model/process.ts';
import { useText } from '../../language/useText.ts';
import { announce } from '../../shell/announce.ts';
import { Differences } from '../../pages/design/compare/Differences.tsx';
import { useEditor } from '../useEditor.ts';
import { useDraft, useDraftKeeper } from './useDraft.ts';

const ways = ['merged', 'mine', 'theirs'] as const;

type Way = (typeof ways)[number];

type Side = 'mine' | 'theirs';

/** Both drafts as one, with the side of each conflict that was chosen; undefined where the choices together make no process. */
function chosenOf(merged: Process, conflicts: readonly Conflict[], sides: readonly (Side | undefined)[]): Process | undefined {
  return conflicts.reduce<Process | undefined>((process, conflict, index) => {
    const side = sides[index];
    return process && (side === undefined ? process : choose(process, conflict, side));
  }, merged);
}

/** Somebody else saved the draft meanwhile: what each of the two changed, in sentences, and what goes on: mine, theirs, or both with every conflict decided. */
export function MeetTheirs() {
  const { t } = useTranslation();
  const { text } = useText();
  const keeper = useDraftKeeper();
  const theirs = useDraft((state) => state.theirs);
  const base = useDraft((state) => state.from.process);
  const mine = useEditor((state) => state.history.process);
  const [way, setWay] = useState<Way>('merged');
  const [sides, setSides] = useState<{ of: unknown; sides: (Side | undefined)[] }>({ of: undefined, sides: [] });
  const met = useMemo(() => theirs && { ...threeWay(base, mine, theirs.process), changes: { mine: compare(base, mine), theirs: compare(base, theirs.process) } }, [base, mine, theirs]);
  if (!theirs || !met) return null;
  const name = theirs.changedBy?.name ?? '';
  // What was chosen holds for this meeting only.
  const chosen = sides.of === met ? sides.sides : [];
  const left = met.conflicts.filter((_conflict, index) => chosen[index] === undefined).length;
  const process = way === 'mine' ? mine : way === 'theirs' ? theirs.process : left === 0 ? chosenOf(met.merged, met.conflicts, chosen) : undefined;
  const settle = () => {
    if (!process) return;
    keeper.settle(process);
    announce(t('owner.draft.settled'));
  };
  const decide = (index: number, side: Side) => setSides({ of: met, sides: met.conflicts.map((_conflict, place) => (place === index ? side : chosen[place])) });
  return (
    <Modal open width={860} title={t('owner.draft.meet')} closable={false} mask={{ closable: false }} keyboard={false} okText={t('owner.draft.goOn')} okButtonProps={{ disabled: !process }} cancelButtonProps={{ style: { display: 'none' } }} onOk={settle}>
      <p>{t('owner.draft.meetWhat', { name, revision: theirs.revision })}</p>
      <Radio.Group aria-label={t('owner.draft.meet')} value={way} onChange={(event) => setWay(ways.find((each) => each === event.target.value) ?? 'merged')} options={ways.map((value) => ({ value, label: t(`owner.draft.${value}`) }))} />
      {way === 'merged' && met.conflicts.length > 0 && (
        <section aria-label={t('owner.draft.conflicts')} className="meeting-conflicts">
          <h3>{t('owner.draft.conflicts')}</h3>
          <ol className="conflicts">
            {met.conflicts.map((conflict, index) => (
              <li key={conflict.path.join('/')}>
                <div>{text(conflict.message)}</div>
                <Radio.Group aria-label={text(conflict.message)} value={chosen[index]} onChange={(event) => decide(index, event.target.value === 'theirs' ? 'theirs' : 'mine')} options={(['mine', 'theirs'] as const).map((value) => ({ value, label: t(`owner.draft.${value}`) }))} />
              </li>
            ))}
          </ol>
          <p role="status" className="note">{left > 0 ? t('owner.draft.conflictsLeft', { count: left }) : !process && t('owner.draft.notTogether')}</p>
        </section>
      )}
      <div className="meeting" tabIndex={0} role="group" aria-label={t('owner.compare.list')}>
        {(['mine', 'theirs'] as const).map((side) => (
          <section key={side} aria-label={t(`owner.draft.${side}What`, { name })}>
            <h3>{t(`owner.draft.${side}What`, { name })}</h3>
            <Differences differences={met.changes[side]} level={4} />
          </section>
        ))}
      </div>
    </Modal>
  );
}

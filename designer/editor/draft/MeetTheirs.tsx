import { Modal, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compare } from '../../../model/compare/index.ts';
import { announce } from '../../shell/announce.ts';
import { Differences } from '../../pages/design/compare/Differences.tsx';
import { useEditor } from '../useEditor.ts';
import { useDraft, useDraftKeeper } from './useDraft.ts';

type Way = 'mine' | 'theirs';

/** Somebody else saved the draft meanwhile: what each of the two changed, in sentences, and which one goes on. */
export function MeetTheirs() {
  const { t } = useTranslation();
  const keeper = useDraftKeeper();
  const theirs = useDraft((state) => state.theirs);
  const base = useDraft((state) => state.from.process);
  const mine = useEditor((state) => state.history.process);
  const [way, setWay] = useState<Way>('mine');
  const changes = useMemo(() => theirs && { mine: compare(base, mine), theirs: compare(base, theirs.process) }, [base, mine, theirs]);
  if (!theirs || !changes) return null;
  const name = theirs.changedBy?.name ?? '';
  const settle = () => {
    keeper.settle(way === 'mine' ? mine : theirs.process);
    announce(t('owner.draft.settled'));
  };
  return (
    <Modal open width={860} title={t('owner.draft.meet')} closable={false} mask={{ closable: false }} keyboard={false} okText={t('owner.draft.goOn')} cancelButtonProps={{ style: { display: 'none' } }} onOk={settle}>
      <p>{t('owner.draft.meetWhat', { name, revision: theirs.revision })}</p>
      <Radio.Group value={way} onChange={(event) => setWay(event.target.value === 'theirs' ? 'theirs' : 'mine')} options={(['mine', 'theirs'] as const).map((value) => ({ value, label: t(`owner.draft.${value}`) }))} />
      <div className="meeting">
        {(['mine', 'theirs'] as const).map((side) => (
          <section key={side} aria-label={t(`owner.draft.${side}What`, { name })}>
            <h3>{t(`owner.draft.${side}What`, { name })}</h3>
            <Differences differences={changes[side]} level={4} />
          </section>
        ))}
      </div>
    </Modal>
  );
}

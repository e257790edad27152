import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rehearsal } from '../../../../model/rehearsal/rehearsal.ts';
import { useEditor, useEditorStore } from '../../../editor/useEditor.ts';
import { momentWords } from '../../../language/moments.ts';
import { useText } from '../../../language/useText.ts';
import { announce } from '../../../shell/announce.ts';
import { ActButton } from '../../../shell/ActButton.tsx';
import { StatusBadge } from '../../../shell/badges.tsx';
import { Trail } from '../../../trail/Trail.tsx';
import { stepWords } from '../../../trail/eventSentence.ts';
import { Part } from '../../cases/Part.tsx';
import { CaseData } from './CaseData.tsx';
import './rehearsal.css';
import { rehearsalLayer } from './rehearsalLayer.ts';
import { SaveScenario } from './SaveScenario.tsx';
import { Scenarios } from './Scenarios.tsx';
import { StartForm } from './StartForm.tsx';
import { useRehearsal } from './useRehearsal.ts';
import { WhatIsOpen } from './WhatIsOpen.tsx';

/** The draft played like a real case: begin it, do everybody's work, let time pass, and see where it goes. */
export default function RehearsalPanel() {
  const editor = useEditorStore();
  const rehearsal = useRehearsal((state) => state.past.at(-1));
  const { text } = useText();
  useEffect(() => {
    editor.getState().show(rehearsal && rehearsalLayer(rehearsal));
    return () => editor.getState().show(undefined);
  }, [editor, rehearsal]);
  const standing = rehearsal && standsAt(rehearsal);
  const now = standing && text(standing);
  useEffect(() => {
    if (now) announce(now);
  }, [now]);
  return (
    <div className="stack rehearsal">
      {rehearsal ? <Running rehearsal={rehearsal} /> : <StartForm />}
      <Scenarios />
    </div>
  );
}

/** Where the rehearsed case stands, as a sentence to be heard. */
function standsAt({ process, state }: Rehearsal) {
  if (state.closed) return { zh: `案件办结（${state.closed.outcome}）。`, en: `The case was closed (${state.closed.outcome}).` };
  const names = [...new Set(state.tokens.map((token) => token.step))].map((step) => stepWords(process, step));
  return { zh: `案件停在${names.map(({ zh }) => zh).join('、')}。`, en: `The case stands at ${names.map(({ en }) => en).join(', ')}.` };
}

function Running({ rehearsal }: { rehearsal: Rehearsal }) {
  const { t } = useTranslation();
  const { text } = useText();
  const open = useEditor((state) => state.history.process);
  const draft = useRehearsal((state) => state.draft);
  const told = useRehearsal((state) => state.told);
  const moves = useRehearsal((state) => state.past.length);
  const back = useRehearsal((state) => state.back);
  const restart = useRehearsal((state) => state.restart);
  const again = useRehearsal((state) => state.again);
  const end = useRehearsal((state) => state.end);
  const { state } = rehearsal;
  const status = state.closed ? 'closed' : state.incidents.length > 0 ? 'incident' : state.suspensions.length > 0 ? 'suspended' : 'running';
  return (
    <>
      <div className="rehearsal-bar">
        <StatusBadge status={status} outcome={state.closed?.outcome} />
        <span className="figures">{momentWords(rehearsal.now)}</span>
      </div>
      <div className="rehearsal-bar" role="toolbar" aria-label={t('owner.rehearsal.tools')}>
        <ActButton size="small" why={moves > 1 ? undefined : t('owner.rehearsal.nothingBefore')} onClick={back}>{t('owner.rehearsal.back')}</ActButton>
        <ActButton size="small" why={moves > 1 ? undefined : t('owner.rehearsal.nothingBefore')} onClick={restart}>{t('owner.rehearsal.restart')}</ActButton>
        <Button size="small" onClick={end}>{t('owner.rehearsal.end')}</Button>
        <SaveScenario rehearsal={rehearsal} />
      </div>
      {draft !== open && (
        <Alert
          type="info"
          showIcon
          role="status"
          title={t('owner.rehearsal.draftChanged')}
          action={<Button size="small" onClick={() => again(open)}>{t('owner.rehearsal.again')}</Button>}
        />
      )}
      {told && <Alert role="alert" type="warning" showIcon title={text(told)} />}
      {rehearsal.leftOut.map((sentence) => <Alert key={sentence.en} type="warning" showIcon title={text(sentence)} />)}
      <WhatIsOpen rehearsal={rehearsal} />
      <Part title={t('owner.rehearsal.data')}><CaseData rehearsal={rehearsal} /></Part>
      <Part title={t('trail.title')} count={rehearsal.trail.length}><Trail process={rehearsal.process} entries={rehearsal.trail} /></Part>
    </>
  );
}

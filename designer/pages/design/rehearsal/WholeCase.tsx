import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judgeAct } from '../../../../model/rehearsal/act.ts';
import type { OpenQuestions } from '../../../../model/rehearsal/openQuestions.ts';
import type { Rehearsal } from '../../../../model/rehearsal/rehearsal.ts';
import type { ActLine } from '../../../../model/scenario/scenario.ts';
import { useText } from '../../../language/useText.ts';
import { ActButton } from '../../../shell/ActButton.tsx';
import { Part } from '../../cases/Part.tsx';
import { useRehearsal } from './useRehearsal.ts';

const acts = ['withdraw', 'suspend', 'resume', 'terminate'] as const;

function isKnown(message: string): message is 'objection' | 'report' {
  return message === 'objection' || message === 'report';
}

/** What befalls the rehearsed case as a whole: an objection, a report, a suspension, its end. */
export function WholeCase({ rehearsal, messages }: { rehearsal: Rehearsal; messages: OpenQuestions['messages'] }) {
  const { t } = useTranslation();
  const { text } = useText();
  const play = useRehearsal((state) => state.act);
  const [reason, setReason] = useState(t('owner.rehearsal.reason'));
  const lines: { key: string; name: string; line: ActLine }[] = [
    ...messages.map(({ message }) => ({ key: message, name: t('owner.rehearsal.send', { message: isKnown(message) ? t(`message.${message}`) : message }), line: { line: 'message' as const, message, data: { statement: reason } } })),
    ...acts.map((act) => ({ key: act, name: t(`act.${act}.name`), line: { line: act, reason } })),
  ];
  return (
    <Part title={t('owner.rehearsal.whole')}>
      <label htmlFor="rehearsal-reason">{t('owner.rehearsal.words')}</label>
      <Input id="rehearsal-reason" size="small" value={reason} maxLength={2000} onChange={(event) => setReason(event.target.value)} />
      <div className="rehearsal-bar" style={{ marginTop: 8 }}>
        {lines.map(({ key, name, line }) => {
          const judged = judgeAct(rehearsal, line);
          return <ActButton key={key} size="small" why={'refusal' in judged ? text(judged.refusal.message) : undefined} onClick={() => play(line)}>{name}</ActButton>;
        })}
      </div>
    </Part>
  );
}

import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { judgeAct } from '../../../../model/rehearsal/act.ts';
import type { Rehearsal } from '../../../../model/rehearsal/rehearsal.ts';
import type { ActLine } from '../../../../model/scenario/scenario.ts';
import { useText } from '../../../language/useText.ts';
import { ActButton } from '../../../shell/ActButton.tsx';
import { useRehearsal } from './useRehearsal.ts';

/** A step at which the rehearsed case cannot go on by itself, and the ways to help it on. */
export function StuckStep({ incident }: { incident: Rehearsal['state']['incidents'][number] }) {
  const { t } = useTranslation();
  const { text } = useText();
  const play = useRehearsal((state) => state.act);
  const rehearsal = useRehearsal((state) => state.past.at(-1));
  const reason = t('owner.rehearsal.reason');
  const lines: [string, ActLine][] = [
    [t('incident.retry'), { line: 'resolve', step: incident.step, how: 'retry', reason }],
    incident.proposal ? [t('incident.skip'), { line: 'resolve', step: incident.step, how: 'skip', reason }] : [t('incident.proposeSkip'), { line: 'proposeSkip', step: incident.step, reason }],
  ];
  return (
    <Alert
      type="error"
      showIcon
      title={text(incident.message)}
      description={
        <div className="rehearsal-bar">
          {lines.map(([name, line]) => {
            const judged = rehearsal && judgeAct(rehearsal, line);
            return <ActButton key={name} size="small" why={judged && 'refusal' in judged ? text(judged.refusal.message) : undefined} onClick={() => play(line)}>{name}</ActButton>;
          })}
        </div>
      }
    />
  );
}

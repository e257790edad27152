import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { TaskView } from '../../../model/api.ts';
import { formatYuan } from '../../../model/money.ts';
import { deadlineWords } from '../../language/moments.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { useSession } from '../../session/useSession.ts';
import { ActButton } from '../../shell/ActButton.tsx';
import { StageBadge } from '../../shell/badges.tsx';
import { Bones } from '../../shell/Bones.tsx';
import { Failure } from '../../shell/Failure.tsx';
import { Glyph } from '../../theme/Glyph.tsx';
import { roleName } from '../roleName.ts';
import { CaseFile } from './CaseFile.tsx';
import { ClaimButtons } from './ClaimButtons.tsx';
import { TakeBackClaim } from './TakeBackClaim.tsx';
import { TaskForm } from './TaskForm.tsx';

/** One open task: whose it is, until when, and everything needed to finish it. */
export function TaskPanel({ task, level, open, onOpen }: { task: TaskView; level: 2 | 3; open: boolean; onOpen?: () => void }) {
  const { t, i18n } = useTranslation();
  const { text } = useText();
  const location = useLocation();
  const session = useSession();
  const mine = session.data?.account?.roles.includes(task.role) ?? false;
  const onCasePage = location.pathname.startsWith('/cases/');
  const me = session.data?.account?.id ?? '';
  const detail = useQuery({ queryKey: ['task', task.case, task.task], queryFn: () => api.task(task.case, task.task), enabled: open && mine });
  const Heading = `h${level}` as const;
  const shown = detail.data ?? task;
  return (
    <section className="card task" aria-label={text(task.name)}>
      <Heading tabIndex={-1} style={{ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' }}>
        {text(task.name)} {task.instance !== undefined && <span className="soft">#{task.instance}</span>}
        <StageBadge stage={task.stage} />
        {task.overdue && <span className="badge" style={{ color: 'var(--danger)' }}><Glyph name="clock" size={13} />{t('state.overdue')}</span>}
      </Heading>
      <p className="soft figures" style={{ margin: '0 0 8px' }}>
        {!onCasePage && <><Link to={`/cases/${encodeURIComponent(task.case)}`}>{task.case}</Link> · {task.applicant.name} · </>}
        {roleName(task.role, i18n)}
        {task.due && ` · ${t('task.due', { at: deadlineWords(task.due) })}`}
        {task.amountFen !== undefined && ` · ${formatYuan(task.amountFen)}`}
        {` · ${t('processes.version', { version: task.version })}`}
        {task.visit > 1 && ` · ${t('task.visit', { visit: task.visit })}`}
      </p>
      {open && !onCasePage && <CaseFile caseId={task.case} />}
      {mine && !open && onOpen && <Button onClick={onOpen}>{t('task.open')}</Button>}
      {mine && open && (shown.can || shown.claimedBy === me) && <ClaimButtons task={shown} me={me} />}
      {mine && open && !shown.can && shown.why && <p className="hint" role="note">{text(shown.why.message)}</p>}
      {!mine && open && task.claimedBy !== undefined && session.data?.account?.roles.includes('administrator') && <TakeBackClaim task={task} holder={task.claimedBy} />}
      {!mine && <p className="soft">{t('task.notYours', { role: roleName(task.role, i18n) })}</p>}
      {open && mine && detail.isPending && <Bones />}
      {detail.isError && <Failure error={detail.error} onRetry={() => void detail.refetch()} />}
      {open && mine && detail.data && detail.data.can && <TaskForm key={task.task} task={detail.data} />}
      {open && mine && detail.data && !detail.data.can && (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
          {detail.data.outcomes.map((outcome) => <ActButton key={outcome.id} why={text(detail.data.why?.message) || t('task.notYours', { role: roleName(task.role, i18n) })}>{text(outcome.name)}</ActButton>)}
        </div>
      )}
    </section>
  );
}

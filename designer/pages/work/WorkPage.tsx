import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Account, TaskView } from '../../../model/api.ts';
import { deadlineWords } from '../../language/moments.ts';
import { useText } from '../../language/useText.ts';
import { api } from '../../session/api.ts';
import { Bones } from '../../shell/Bones.tsx';
import { Failure } from '../../shell/Failure.tsx';
import { Glyph } from '../../theme/Glyph.tsx';
import { useTitle } from '../useTitle.ts';
import { TaskPanel } from './TaskPanel.tsx';

const nameOf = (task: TaskView) => `${task.case} ${task.task}`;

/** My work: a list on the left, the open task on the right; nothing else. */
export default function WorkPage({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { text } = useText();
  const [asked, ask] = useSearchParams();
  const whose = asked.get('whose') === 'mine' ? 'mine' : 'group';
  const tasks = useQuery({ queryKey: ['tasks', whose, account.id], queryFn: () => api.tasks({ [whose]: 1, limit: 200 }) });
  useTitle(t('nav.work'));
  const items = tasks.data?.items ?? [];
  const open = items.find((task) => nameOf(task) === asked.get('task')) ?? items[0];
  const choose = (values: Record<string, string>) => ask({ whose, ...values }, { replace: true });
  // Who finished a task goes on at the next one; who chose one in the list stays in the list.
  const shown = useRef<string | undefined>(undefined);
  const openName = open && nameOf(open);
  useEffect(() => {
    const before = shown.current;
    shown.current = openName;
    if (before === undefined || before === openName || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>('#content .task h2, #content h1')?.focus();
  }, [openName]);
  return (
    <>
      <div className="page-head">
        <h1 tabIndex={-1}>{t('nav.work')}</h1>
        <Segmented value={whose} aria-label={t('work.whose')} options={[{ value: 'group', label: t('work.group') }, { value: 'mine', label: t('work.mine') }]} onChange={(value) => ask({ whose: value }, { replace: true })} />
        {tasks.data && <span className="soft figures">{t('work.count', { count: items.length })}</span>}
      </div>
      {tasks.isPending && <Bones rows={8} />}
      {tasks.isError && <Failure error={tasks.error} onRetry={() => void tasks.refetch()} />}
      {tasks.data && items.length === 0 && <p className="empty card">{t(whose === 'mine' ? 'work.emptyMine' : 'work.emptyGroup')}</p>}
      {open && (
        <div className="split split-left">
          <nav aria-label={t('work.list')} className="card task-list">
            <ul className="plain-list" style={{ gap: 0 }}>
              {items.map((task) => (
                <li key={nameOf(task)}>
                  <button type="button" data-case={task.case} aria-current={task === open} onClick={() => choose({ task: nameOf(task) })}>
                    <span style={{ color: `var(--${task.stage}-ink)` }}><Glyph name={task.stage} /></span>
                    <span>
                      <strong>{text(task.name)}</strong>{task.instance !== undefined && <span className="soft"> #{task.instance}</span>}
                      <span className="note" style={{ display: 'block' }}>{task.case} · {task.applicant.name}</span>
                      {task.due && (
                        <span className="note figures" style={{ display: 'block', color: task.overdue ? 'var(--danger)' : undefined }}>
                          {task.overdue && <><Glyph name="clock" size={12} /> {t('state.overdue')} · </>}{t('task.due', { at: deadlineWords(task.due) })}
                        </span>
                      )}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </nav>
          <TaskPanel key={nameOf(open)} task={open} level={2} open />
        </div>
      )}
    </>
  );
}

import type { TaskDetail, TaskView } from '../../model/api/tasks.ts';
import { Door } from './door.ts';

const byRole: { [role: string]: string[] } = {
  intakeClerk: ['intake-1', 'intake-2'],
  reviewer: ['reviewer-1', 'reviewer-2'],
  siteOfficer: ['site-1', 'site-2'],
  statisticsOfficer: ['statistics-1'],
  humanResourcesOfficer: ['hr-1'],
  cultureOfficer: ['culture-1'],
  decisionMaker: ['decision-1', 'decision-2', 'decision-3'],
  expert: ['expert-1', 'expert-2', 'expert-3'],
  finance: ['finance-1', 'finance-2'],
};

/** The seeded people of a sandbox store, each signed in once. */
export class Staff {
  private readonly doors = new Map<string, Door>();

  constructor(private readonly url: string) {}

  door(account: string): Door {
    const known = this.doors.get(account) ?? new Door(this.url, account);
    this.doors.set(account, known);
    return known;
  }

  /** Somebody of the task's role whom the server lets work on it, with the task as that person sees it. */
  async whoCan(task: TaskView, applicant: string): Promise<{ door: Door; detail: TaskDetail } | undefined> {
    const accounts = task.role === 'applicant' ? [applicant] : (byRole[task.role] ?? []);
    for (const account of accounts) {
      const door = this.door(account);
      const detail = await door.get<TaskDetail>(taskPath(task));
      if (detail.can && (detail.claimedBy === undefined || detail.claimedBy === account)) return { door, detail };
    }
    return undefined;
  }
}

/** Where a task is found; its id holds slashes and hash signs. */
export function taskPath(task: { case: string; task: string }): string {
  return `/api/tasks/${encodeURIComponent(task.case)}/${encodeURIComponent(task.task)}`;
}

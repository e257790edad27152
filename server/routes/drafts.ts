import { mostScenarios, type Draft, type DraftChange, type DraftStanding, type Person } from '../../model/api/drafts.ts';
import type { Account } from '../../model/api/session.ts';
import { processSchema, type Process, type PublishedVersion } from '../../model/process.ts';
import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/call.ts';
import { checkShape } from '../http/checkShape.ts';
import { refuse, withBeside, type Refused } from '../refusals.ts';
import type { DraftRecord } from '../store/drafts.ts';
import { hashProcess } from '../store/versions.ts';

/** Somebody as they are named in what they did. */
export const personOf = ({ id, name }: Account): Person => ({ id, name: name.zh });

/** What is said where no such process exists. */
export const unknownProcess = (id: string): Refused => refuse('unknown', `没有流程 ${id.slice(0, 60)}。`, `There is no process ${id.slice(0, 60)}.`, 'id');

const standingOf = (id: string, row: DraftRecord | undefined, latest: PublishedVersion | undefined): DraftStanding => ({
  id,
  base: row?.content ? row.base : (latest?.version ?? 0),
  revision: row?.revision ?? 0,
  saved: row?.content != null,
  ...(row ? { changedBy: row.changedBy, changedAt: row.changedAt.toISOString() } : {}),
});

/** A draft as it stands, with its latest version; refuses with `unknown` where there is neither. */
export async function findDraft({ store }: Pick<Deps, 'store'>, id: string): Promise<{ draft: Draft; row: DraftRecord | undefined; latest: PublishedVersion | undefined }> {
  const [row, latest] = await Promise.all([store.drafts.find(id), store.versions.latest(id)]);
  const process = row?.content ?? latest?.process;
  if (!process) throw unknownProcess(id);
  return { draft: { ...standingOf(id, row, latest), process }, row, latest };
}

/** Says that somebody else was faster, and gives what they left, so that the page can offer a choice. */
export function stale(draft: Draft): Refused {
  const who = draft.changedBy?.name ?? '';
  return withBeside(
    refuse('draftStale', `草稿在您打开之后已被“${who}”修改（现为第 ${draft.revision} 稿）。请比较后决定采用哪一份。`, `Since you opened it the draft was changed by “${who}” (revision ${draft.revision} now). Compare, and choose which one to keep.`, '/revision'),
    { draft },
  );
}

type DraftOperation = 'drafts' | 'createProcess' | 'draft' | 'putDraft' | 'discardDraft' | 'presence' | 'scenarios' | 'putScenario' | 'deleteScenario';

/** Drafts of processes, who has them open, and their saved rehearsals. */
export function draftRoutes(deps: Deps): Handlers<DraftOperation> {
  const { store } = deps;
  const tell = (process: string, what: DraftChange['what']): void => store.tellRedrawn({ process, what });

  return {
    async drafts() {
      const rows = await store.drafts.list();
      return { items: rows.map((row) => ({ ...standingOf(row.process, row, undefined), name: row.content.name, measure: row.content.measure.number })) };
    },
    async createProcess({ body, account }) {
      const from = await store.versions.latest(body.copyOf);
      if (!from) throw unknownProcess(body.copyOf);
      const content: Process = { ...from.process, id: body.id, ...(body.name ? { name: body.name } : {}) };
      const taken = refuse('versionUnchanged', `流程标识 ${body.id} 已被使用，请另选一个。`, `The process id ${body.id} is taken; choose another.`, '/id');
      if (await store.versions.latest(body.id)) throw taken;
      const row = await store.drafts.create(content, personOf(account));
      if (!row) throw taken;
      tell(body.id, 'draft');
      return { ...standingOf(body.id, row, undefined), process: content };
    },
    draft: async ({ params: { id = '' } }) => (await findDraft(deps, id)).draft,
    async putDraft({ params: { id = '' }, body, account }) {
      const content = checkShape(processSchema, body.process, 'processMalformed', '/process');
      if (content.id !== id) throw refuse('processMalformed', `地址中的流程是 ${id}，内容中却是 ${content.id}。`, `The address names the process ${id}, and its content ${content.id}.`, '/process/id');
      const { draft, row, latest } = await findDraft(deps, id);
      const base = body.base ?? draft.base;
      if (base > (latest?.version ?? 0)) throw refuse('malformed', `没有第 ${base} 版。`, `There is no version ${base}.`, '/base');
      const kept = draft.revision === body.revision ? await store.drafts.put(id, { content, revision: body.revision, base, by: personOf(account) }) : undefined;
      if (kept) {
        tell(id, 'draft');
        return standingOf(id, kept, latest);
      }
      const now = kept === undefined && draft.revision === body.revision ? await findDraft(deps, id) : { draft, row, latest };
      // The same change again, whose answer got lost.
      const again = now.draft.saved && now.draft.revision === body.revision + 1 && now.draft.changedBy?.id === account.id && hashProcess(now.draft.process) === hashProcess(content);
      if (!again) throw stale(now.draft);
      return standingOf(id, now.row, now.latest);
    },
    async discardDraft({ params: { id = '' }, query, account }) {
      const { draft, latest } = await findDraft(deps, id);
      if (!draft.saved) throw refuse('unknown', '现在没有草稿。', 'There is no draft now.', 'id');
      const gone = draft.revision === query.revision ? await store.drafts.discard(id, query.revision, personOf(account)) : undefined;
      if (!gone) throw stale((await findDraft(deps, id)).draft);
      tell(id, 'draft');
      return standingOf(id, gone, latest);
    },
    async presence({ params: { id = '' }, body, account }) {
      await findDraft(deps, id);
      if (await store.presences.say(id, personOf(account), body.here)) tell(id, 'presence');
      return { items: await store.presences.list(id) };
    },
    scenarios: async ({ params: { id = '' } }) => ({ items: await store.scenarios.list(id) }),
    async putScenario({ params: { id = '', scenario = '' }, body, account }) {
      await findDraft(deps, id);
      if (!/^[\w-]{1,60}$/.test(scenario)) throw refuse('malformed', '情景标识只含字母、数字、下划线和短横线，最多 60 个。', 'The id of a scenario has letters, digits, underscores and hyphens only, at most 60.', 'scenario');
      const there = await store.scenarios.list(id);
      if (there.length >= mostScenarios && !there.some((kept) => kept.scenario === scenario)) throw refuse('tooLarge', `每个流程最多保存 ${mostScenarios} 个情景。`, `A process can have ${mostScenarios} scenarios at most.`, 'scenario');
      const kept = await store.scenarios.put(id, scenario, body, personOf(account));
      tell(id, 'scenarios');
      return kept;
    },
    async deleteScenario({ params: { id = '', scenario = '' } }) {
      await store.scenarios.remove(id, scenario);
      tell(id, 'scenarios');
      return { items: await store.scenarios.list(id) };
    },
  };
}

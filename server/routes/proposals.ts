import type { Obstacles } from '../../model/api/proposals.ts';
import type { Account } from '../../model/api/session.ts';
import { isClear, obstaclesTo } from '../../model/obstacles.ts';
import type { Process, PublishedVersion, Waiver } from '../../model/process.ts';
import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/call.ts';
import { refuse, withBeside, type Refused } from '../refusals.ts';
import { proposalRowOf, type ProposalRecord } from '../store/proposals.ts';
import { hashProcess } from '../store/versions.ts';
import { findDraft, personOf, stale } from './drafts.ts';

const summaryOf = ({ process, ...published }: PublishedVersion) => ({ id: process.id, name: process.name, ...published });

type ProposalOperation = 'propose' | 'proposals' | 'proposal' | 'approve' | 'reject' | 'withdrawProposal';

/** From a draft, or an earlier version, to a published one: proposed by one process owner, approved by another. */
export function proposalRoutes(deps: Deps): Handlers<ProposalOperation> {
  const { store } = deps;

  /** Refuses while anything stands against publishing; asked when it is proposed and once more when it is approved. */
  const judge = async (process: Process, latest: PublishedVersion | undefined, waivers: readonly Waiver[]): Promise<void> => {
    if (latest?.hash === hashProcess(process)) throw refuse('versionUnchanged', `内容与第 ${latest.version} 版完全相同，无须再发布。`, `The content is just that of version ${latest.version}; there is nothing to publish.`);
    const [scenarios, calendars] = await Promise.all([store.scenarios.list(process.id), store.calendars.list()]);
    const obstacles = obstaclesTo(process, { ...(latest ? { before: latest.process } : {}), waivers, scenarios, calendars });
    if (!isClear(obstacles)) throw notPublishable(obstacles);
  };
  const found = async (params: Record<string, string>): Promise<ProposalRecord> => {
    const { proposal = '' } = params;
    const row = /^\d{1,9}$/.test(proposal) ? await store.proposals.find(Number(proposal)) : undefined;
    if (!row) throw refuse('unknown', `没有发布申请 ${proposal.slice(0, 20)}。`, `There is no proposal ${proposal.slice(0, 20)}.`, 'proposal');
    return row;
  };
  /** What is to be published, and by whose hands it went. */
  const subject = async (id: string, { revision, version }: { revision?: number | undefined; version?: number | undefined }): Promise<Pick<ProposalRecord, 'content' | 'revision' | 'restores' | 'lastEditor'>> => {
    if (version !== undefined) {
      const again = await store.versions.find(id, version);
      if (!again) throw refuse('unknown', `流程没有第 ${version} 版。`, `The process has no version ${version}.`, '/version');
      return { content: again.process, revision: null, restores: version, lastEditor: null };
    }
    const { draft } = await findDraft(deps, id);
    if (!draft.saved) throw refuse('unknown', '现在没有草稿可以申请发布。', 'There is no draft that could be proposed.', 'id');
    if (draft.revision !== revision) throw stale(draft);
    return { content: draft.process, revision: draft.revision, restores: null, lastEditor: draft.changedBy ?? null };
  };
  const decidedRow = async (row: ProposalRecord, account: Account, state: 'rejected' | 'withdrawn', reason?: string) => {
    const closed = await store.proposals.close(row.proposal, state, personOf(account), reason);
    if (!closed) throw decided(await store.proposals.find(row.proposal) ?? row);
    store.tellRedrawn({ process: row.process, what: 'proposal' });
    return proposalRowOf(closed);
  };

  /** What this person's approval published already: the same approval again, whose answer got lost or is under way beside this one. */
  const approvedBy = async ({ process, state, decidedBy, version }: ProposalRecord, account: Account) => {
    const published = state === 'approved' && decidedBy?.id === account.id && version !== null ? await store.versions.find(process, version) : undefined;
    return published && summaryOf(published);
  };

  return {
    async propose({ params: { id = '' }, body, account }) {
      const latest = await store.versions.latest(id);
      const open = await store.proposals.openOf(id);
      const asked = await subject(id, body);
      const hash = hashProcess(asked.content);
      // The same request again, whose answer got lost.
      if (open && open.hash === hash && open.note === body.note && open.proposedBy.id === account.id) return proposalRowOf(open);
      if (open) throw alreadyOpen(open);
      await judge(asked.content, latest, body.waivers);
      const row = await store.proposals.add({ process: id, ...asked, hash, base: latest?.version ?? 0, note: body.note, waivers: body.waivers, proposedBy: personOf(account) });
      if (!row) throw alreadyOpen(await store.proposals.openOf(id));
      store.tellRedrawn({ process: id, what: 'proposal' });
      return proposalRowOf(row);
    },
    async proposals({ query: { cursor, ...query } }) {
      if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw refuse('malformed', '游标无效，请从第一页开始。', 'The cursor is invalid; start at the first page.', 'cursor');
      const { process, state, limit } = query;
      return store.proposals.list({ limit, ...(process === undefined ? {} : { process }), ...(state === undefined ? {} : { state }), ...(cursor === undefined ? {} : { cursor: Number(cursor) }) });
    },
    async proposal({ params }) {
      const row = await found(params);
      const against = row.base === 0 ? undefined : await store.versions.find(row.process, row.base);
      return { ...proposalRowOf(row), process: row.content, ...(against ? { against: against.process } : {}) };
    },
    async approve({ params, account }) {
      const row = await found(params);
      const before = await approvedBy(row, account);
      if (before) return before;
      if (row.state !== 'open') throw decided(row);
      if ([row.proposedBy.id, row.lastEditor?.id].includes(account.id)) {
        throw refuse('fourEyes', '申请发布的人和最后修改草稿的人不能自己批准；请另一位流程负责人批准。', 'Who proposed it, or changed the draft last, does not approve it; another process owner has to.', 'proposal');
      }
      await judge(row.content, await store.versions.latest(row.process), row.waivers);
      const published = await store.proposals.publish(row.proposal, personOf(account));
      if (!published) {
        const now = (await store.proposals.find(row.proposal)) ?? row;
        const beside = await approvedBy(now, account);
        if (beside) return beside;
        throw decided(now);
      }
      store.tellRedrawn({ process: row.process, what: 'version' });
      return summaryOf(published);
    },
    async reject({ params, body, account }) {
      return decidedRow(await found(params), account, 'rejected', body.reason);
    },
    async withdrawProposal({ params, account }) {
      const row = await found(params);
      if (row.proposedBy.id !== account.id) throw refuse('notAllowed', '只有申请人可以撤回发布申请；其他流程负责人可以不予批准。', 'Only who proposed it takes it back; another process owner can reject it.', 'proposal');
      return decidedRow(row, account, 'withdrawn');
    },
  };
}

function decided(row: ProposalRecord): Refused {
  return refuse('proposalDecided', `发布申请 ${row.proposal} 已由“${row.decidedBy?.name ?? ''}”处理。`, `The proposal ${row.proposal} was decided by “${row.decidedBy?.name ?? ''}” already.`, 'proposal');
}

function alreadyOpen(open: ProposalRecord | undefined): Refused {
  const by = open?.proposedBy.name ?? '';
  return refuse('proposalOpen', `该流程已有“${by}”提出的发布申请等待批准；请先处理它。`, `“${by}” has proposed a version of this process, which waits for a decision; decide it first.`, 'id');
}

/** What stands against it, counted in the sentence and listed beside it. */
function notPublishable(obstacles: Obstacles): Refused {
  const { problems, findings, scenarios } = obstacles;
  const [zh, en] = [
    [problems.length > 0 && `${problems.length} 个错误`, findings.length > 0 && `${findings.length} 项未豁免的证明发现`, scenarios.length > 0 && `${scenarios.length} 个情景不符`],
    [problems.length > 0 && `${problems.length} errors`, findings.length > 0 && `${findings.length} findings of the proof that nobody waived`, scenarios.length > 0 && `${scenarios.length} scenarios that go otherwise`],
  ].map((parts) => parts.filter((part) => part !== false));
  return withBeside(refuse('notPublishable', `还不能发布：${zh?.join('，')}。`, `It cannot be published yet: ${en?.join(', ')}.`), { obstacles });
}

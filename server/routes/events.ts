import type { DraftChange } from '../../model/api/drafts.ts';
import type { Change } from '../../model/api/upkeep.ts';
import { accessOf, rolesAt, type Access } from '../access.ts';
import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/call.ts';
import { sessionOf } from '../http/session.ts';
import type { Written } from '../store/projection.ts';

const heartbeatMs = 15_000;

/** So long (real milliseconds) changes are gathered before they are told: many come in one breath, and the reader's rights are asked once for all. */
const gatherMs = 100;

/**
 * The stream of changes: one line for each case that changed and that the reader may read, and one `event: draft` for each change around the
 * draft of a process where the reader may read drafts; for as long as the session lasts.
 */
export function eventRoutes({ store, secure }: Deps): Handlers<'events'> {
  return {
    async events({ request, response }) {
      response.status(200).set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
      response.flushHeaders();
      response.write('retry: 2000\n\n');
      const token = sessionOf(request, secure);
      /** What the reader may do now: rights and session are as they are, not as they were when the stream began. */
      const access = async (): Promise<Access | undefined> => {
        const account = token === undefined ? undefined : await store.accounts.bySession(token);
        return account && accessOf(account);
      };
      await new Promise<void>((end) => {
        let waiting: Written[] = [];
        let redrawn: DraftChange[] = [];
        let timer: NodeJS.Timeout | undefined;
        let over = false;
        const asked = async (then: (access: Access) => void): Promise<void> => {
          const now = await access().catch(() => 'away' as const); // the store is away: the page asks again
          if (over) return;
          if (now !== 'away' && now) return then(now);
          // Told, so that the page does not ask again for what it would be refused.
          if (now === undefined) response.write('event: signedOut\ndata:1\n\n');
          finish();
        };
        const flush = () => {
          timer = undefined;
          const changes = waiting;
          waiting = [];
          const drafts = redrawn;
          redrawn = [];
          void asked((now) => {
            for (const { case: id, seq, creditCode, roles } of changes) {
              if (!now.case('read', { creditCode, roles: rolesAt({ roles }) })) continue;
              const change: Change = { case: id, seq };
              response.write(`data: ${JSON.stringify(change)}\n\n`);
            }
            if (now.readsDrafts) for (const change of drafts) response.write(`event: draft\ndata: ${JSON.stringify(change)}\n\n`);
          });
        };
        const soon = () => void (timer ??= setTimeout(flush, gatherMs));
        const tell = (change: Written) => {
          waiting.push(change);
          soon();
        };
        const tellRedrawn = (change: DraftChange) => {
          redrawn.push(change);
          soon();
        };
        const heartbeat = setInterval(() => void asked(() => response.write(': \n\n')), heartbeatMs);
        const finish = () => {
          over = true;
          clearInterval(heartbeat);
          clearTimeout(timer);
          store.written.off('written', tell);
          store.redrawn.off('redrawn', tellRedrawn);
          end();
        };
        store.written.on('written', tell);
        store.redrawn.on('redrawn', tellRedrawn);
        request.on('close', finish);
      });
      response.end();
    },
  };
}

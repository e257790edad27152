import type { Change } from '../../model/api/upkeep.ts';
import { rolesAt } from '../access.ts';
import type { Deps } from '../deps.ts';
import type { Handlers } from '../http/call.ts';
import type { Written } from '../store/projection.ts';

const heartbeatMs = 15_000;

/** The stream of changes: one line for each case that changed and that the reader may read. */
export function eventRoutes({ store }: Deps): Handlers<'events'> {
  return {
    async events({ access, request, response }) {
      response.status(200).set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
      response.flushHeaders();
      response.write('retry: 2000\n\n');
      const tell = ({ case: id, seq, creditCode, roles }: Written) => {
        if (!access.case('read', { creditCode, roles: rolesAt({ roles }) })) return;
        const change: Change = { case: id, seq };
        response.write(`data: ${JSON.stringify(change)}\n\n`);
      };
      const heartbeat = setInterval(() => response.write(': \n\n'), heartbeatMs);
      store.written.on('written', tell);
      await new Promise<void>((resolve) => request.on('close', resolve));
      clearInterval(heartbeat);
      store.written.off('written', tell);
      response.end();
    },
  };
}

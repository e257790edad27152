import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Obstacles } from '../../../../model/api.ts';
import type { Process } from '../../../../model/process.ts';
import { api } from '../../../session/api.ts';

/** A proof is begun when nothing was changed for so long: it may take a second. */
const pauseMs = 500;

/** What stands against publishing a process, by the very function by which the door decides, and off the main thread; undefined while it is being found out. */
export function useObstacles(process: Process, before: Process | undefined): { obstacles: Obstacles | undefined; scenarios: number | undefined; error: unknown } {
  const kept = useQuery({ queryKey: ['scenarios', process.id], queryFn: () => api.scenarios(process.id) });
  const calendars = useQuery({ queryKey: ['calendars'], queryFn: api.calendars, staleTime: 60_000 });
  const against = useMemo(
    () => kept.data && calendars.data && { ...(before ? { before } : {}), waivers: [], scenarios: kept.data.items, calendars: calendars.data.items },
    [kept.data, calendars.data, before],
  );
  const [found, setFound] = useState<{ process: Process; against: unknown; obstacles: Obstacles }>();
  useEffect(() => {
    if (!against) return undefined;
    let worker: Worker | undefined;
    const timer = setTimeout(() => {
      worker = new Worker(new URL('./obstacles.worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<Obstacles>) => {
        setFound({ process, against, obstacles: data });
        worker?.terminate();
      };
      worker.postMessage({ process, against });
    }, pauseMs);
    // What is no longer the draft is not looked at to the end.
    return () => {
      clearTimeout(timer);
      worker?.terminate();
    };
  }, [process, against]);
  const fresh = found?.process === process && found.against === against;
  return { obstacles: fresh ? found.obstacles : undefined, scenarios: kept.data?.items.length, error: kept.error ?? calendars.error };
}

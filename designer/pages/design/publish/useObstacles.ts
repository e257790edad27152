import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { Obstacles } from '../../../../model/api.ts';
import { obstaclesTo } from '../../../../model/obstacles.ts';
import type { Process } from '../../../../model/process.ts';
import { api } from '../../../session/api.ts';

/** What stands against publishing a process, by the very function by which the door decides; undefined while it is being found out. */
export function useObstacles(process: Process, before: Process | undefined): { obstacles: Obstacles | undefined; scenarios: number | undefined; error: unknown } {
  const kept = useQuery({ queryKey: ['scenarios', process.id], queryFn: () => api.scenarios(process.id) });
  const calendars = useQuery({ queryKey: ['calendars'], queryFn: api.calendars, staleTime: 60_000 });
  const against = useMemo(
    () => kept.data && calendars.data && { ...(before ? { before } : {}), waivers: [], scenarios: kept.data.items, calendars: calendars.data.items },
    [kept.data, calendars.data, before],
  );
  const [found, setFound] = useState<{ process: Process; against: unknown; obstacles: Obstacles }>();
  useEffect(() => {
    if (!against) return;
    // Not at every letter that is typed: the proof goes through every state that a case can be in.
    const timer = setTimeout(() => setFound({ process, against, obstacles: obstaclesTo(process, against) }), 400);
    return () => clearTimeout(timer);
  }, [process, against]);
  const fresh = found?.process === process && found.against === against;
  return { obstacles: fresh ? found.obstacles : undefined, scenarios: kept.data?.items.length, error: kept.error ?? calendars.error };
}

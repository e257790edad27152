import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { draftChangeSchema, type DraftChange } from '../../model/api.ts';
import { announce } from '../shell/announce.ts';

const restMs = 400;

function caseOf(data: unknown): string | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const change: unknown = JSON.parse(data);
    return typeof change === 'object' && change !== null && 'case' in change && typeof change.case === 'string' ? change.case : undefined;
  } catch {
    return undefined;
  }
}

function changeOf(data: unknown): DraftChange | undefined {
  try {
    return typeof data === 'string' ? draftChangeSchema.safeParse(JSON.parse(data)).data : undefined;
  } catch {
    return undefined;
  }
}

/** What a change of a process puts out of date. */
function outOfDate({ process, what }: DraftChange): string[][] {
  switch (what) {
    case 'draft': return [['draft', process, 'newer'], ['drafts']];
    case 'proposal': return [['proposals'], ['proposal']];
    case 'version': return [['versions'], ['version', process, 'latest'], ['measures'], ['proposals'], ['proposal']];
    case 'scenarios': return [['scenarios', process]];
    case 'presence': return [['presence', process]];
  }
}

/** Fetches again what the door says has changed; many changes at once are taken together. */
export function useLiveCases(): void {
  const client = useQueryClient();
  const { t } = useTranslation();
  useEffect(() => {
    const source = new EventSource('/api/events');
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      for (const id of changed) {
        void client.invalidateQueries({ queryKey: ['case', id] });
        if (document.querySelector(`[data-case="${CSS.escape(id)}"]`)) announce(t('live.changed', { case: id }));
      }
      changed.clear();
      void client.invalidateQueries({ queryKey: ['cases'] });
      // Not the task that is open: the list tells whether it still is, and one that is done would be refused.
      void client.invalidateQueries({ queryKey: ['tasks'] });
    };
    source.onmessage = (message) => {
      const id = caseOf(message.data);
      if (id === undefined) return;
      changed.add(id);
      timer ??= setTimeout(refresh, restMs);
    };
    // While the stream was lost anything may have happened.
    let lost = false;
    source.onerror = () => {
      lost = true;
    };
    source.onopen = () => {
      if (lost) void client.invalidateQueries();
      lost = false;
    };
    source.addEventListener('draft', (event: MessageEvent<unknown>) => {
      const change = changeOf(event.data);
      if (change) for (const queryKey of outOfDate(change)) void client.invalidateQueries({ queryKey });
    });
    source.addEventListener('signedOut', () => {
      source.close();
      void client.invalidateQueries({ queryKey: ['session'] });
    });
    return () => {
      source.close();
      clearTimeout(timer);
    };
  }, [client, t]);
}

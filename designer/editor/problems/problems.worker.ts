import '../../session/withoutEval.ts';
import { findProblems } from '../../../model/rules/index.ts';
import type { Process } from '../../../model/process.ts';

// Drafts that arrive while one is looked at are passed over but for the latest.
let latest: { turn: number; process: Process } | undefined;
let waiting = false;

addEventListener('message', ({ data }: MessageEvent<{ turn: number; process: Process }>) => {
  latest = data;
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    const now = latest;
    if (now) postMessage({ turn: now.turn, problems: findProblems(now.process) });
  });
});

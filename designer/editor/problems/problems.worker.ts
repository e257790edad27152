import '../../session/withoutEval.ts';
import type { Problem } from '../../../model/problem.ts';
import type { Process } from '../../../model/process.ts';
import { findProblemsAfter } from '../../../model/rules/incremental.ts';
import { findProblems } from '../../../model/rules/index.ts';
import { patched, type DraftPatch } from './draftPatch.ts';

/** A draft as a whole, or as what changed since the one sent before. */
export type ToRules = { turn: number } & ({ process: Process } | { patch: DraftPatch });

let latest: { turn: number; process: Process } | undefined;
let read: { process: Process; problems: Problem[] } | undefined;
let waiting = false;

// Drafts that arrive while one is looked at are passed over but for the latest.
addEventListener('message', ({ data }: MessageEvent<ToRules>) => {
  if ('process' in data) latest = data;
  else if (latest) latest = { turn: data.turn, process: patched(latest.process, data.patch) };
  if (waiting) return;
  waiting = true;
  setTimeout(() => {
    waiting = false;
    if (!latest) return;
    const { turn, process } = latest;
    read = { process, problems: read ? findProblemsAfter(read.problems, read.process, process) : findProblems(process) };
    postMessage({ turn, problems: read.problems });
  });
});

import type { CDPSession, Page } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
  args?: { name?: string };
}

/** Script, style and layout; what the browser paints is not counted. */
const counted = new Set(['FunctionCall', 'EvaluateScript', 'TimerFire', 'FireAnimationFrame', 'EventDispatch', 'RunMicrotasks', 'UpdateLayoutTree', 'Layout', 'PrePaint', 'HitTest', 'ParseHTML', 'MinorGC', 'MajorGC', 'v8.callFunction', 'HandlePostMessage']);

/** What a page's main thread did: milliseconds of script, style and layout per frame, and the longest that they held it at a stretch. */
export interface MainThread {
  frames: number[];
  longest: number;
}

/** Watches the main thread of a page while something is done in it. */
export async function watched(page: Page, doing: () => Promise<void>): Promise<MainThread> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[]))); // as the protocol has them
  const complete = new Promise<void>((resolve) => void session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['devtools.timeline', 'devtools.timeline.frame', 'disabled-by-default-devtools.timeline', 'toplevel', 'v8'] } });
  await doing();
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return told(events);
}

function told(events: TraceEvent[]): MainThread {
  const names = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  // The renderer that drew most frames is the page's.
  const drew = (thread: TraceEvent) => events.filter(({ name, pid, tid }) => name === 'Commit' && pid === thread.pid && tid === thread.tid).length;
  const main = names.sort((a, b) => drew(b) - drew(a))[0];
  if (!main) throw new Error('the trace names no main thread');
  const own = events.filter(({ pid, tid }) => pid === main.pid && tid === main.tid).sort((a, b) => a.ts - b.ts);
  const spans: { from: number; to: number }[] = [];
  for (const { name, ph, ts, dur } of own) {
    if (ph !== 'X' || dur === undefined || !counted.has(name)) continue;
    const last = spans.at(-1);
    if (last && ts <= last.to) last.to = Math.max(last.to, ts + dur);
    else spans.push({ from: ts, to: ts + dur });
  }
  const within = (from: number, to: number): number => spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), 0) / 1_000;
  // A frame ends where its result is handed to the compositor.
  const begins = own.filter(({ name }) => name === 'Commit').map(({ ts }) => ts);
  const tasks = own.filter(({ name, ph }) => ph === 'X' && name.endsWith('RunTask'));
  return {
    frames: begins.slice(1).map((to, i) => within(begins[i] ?? to, to)),
    longest: Math.max(0, ...tasks.map(({ ts, dur = 0 }) => within(ts, ts + dur))),
  };
}

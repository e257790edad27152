import type { Net, Node } from './net.ts';

/** The scope of the process itself; any other scope is the place of the subprocess token around it. */
export const top = -1;

/** Scopes inside one another deeper than this are a draft that contains itself. */
const deepest = 40;

/** Where a token can stand: a step of a scope, and at a join the flow by which it came. Places are numbered as they are met. */
export class Places {
  readonly scopes: number[] = [];
  readonly nodes: number[] = [];
  readonly vias: number[] = [];
  private readonly depths: number[] = [];
  private readonly known = new Map<string, number>();

  /** The number of a place; `via` is -1 where a token does not wait at a join. */
  at(scope: number, node: number, via = -1): number {
    const key = `${scope},${node},${via}`;
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const place = this.nodes.length;
    this.scopes.push(scope);
    this.nodes.push(node);
    this.vias.push(via);
    this.depths.push(scope === top ? 0 : (this.depths[scope] ?? 0) + 1);
    this.known.set(key, place);
    return place;
  }

  scopeOf(place: number): number {
    return this.scopes[place] ?? top;
  }

  nodeOf(place: number): number {
    return this.nodes[place] ?? -1;
  }

  viaOf(place: number): number {
    return this.vias[place] ?? -1;
  }

  tooDeep(place: number): boolean {
    return (this.depths[place] ?? 0) > deepest;
  }

  /** Whether a place is this one or lies in a subprocess that rests there. */
  within(place: number, around: number): boolean {
    for (let at = place; at !== top; at = this.scopeOf(at)) if (at === around) return true;
    return false;
  }
}

/** A token on its way to a step. */
export interface Arrival {
  scope: number;
  node: number;
  via: number;
}

/** A reason for which the case stands still, with the scope that takes it along when it is cut short. */
export interface Suspension {
  reason: string;
  scope: number;
}

/** Where a case stands, the data left out. With arrivals under way, or unsettled, it is between two events and a choice is next. */
export interface Marking {
  /** Places with a token, ascending; one token each. */
  tokens: readonly number[];
  /** `place * nodes + boundary step` of reminders whose clock has run out in this visit, ascending. */
  fired: readonly number[];
  suspensions: readonly Suspension[];
  queue: readonly Arrival[];
  /** The end with a named outcome that was reached at the top, or -1. */
  outcome: number;
  settled: boolean;
  /** Why exploration does not go on from here: a second token came to this place, or moves never came to a wait. */
  cut: { why: 'twice' | 'runaway'; node: number } | undefined;
}

/** The same text for the same marking, and for no other. */
export function keyOf({ tokens, fired, suspensions, queue, outcome, settled, cut }: Marking): string {
  const waiting = suspensions.map(({ reason, scope }) => `${reason}@${scope}`).join();
  const coming = queue.map(({ scope, node, via }) => `${scope}.${node}.${via}`).join();
  return `${tokens.join()}|${fired.join()}|${waiting}|${coming}|${outcome}|${settled ? '' : 'u'}${cut ? `${cut.why}${cut.node}` : ''}`;
}

/** Whether the case is closed. */
export function isClosed({ tokens, queue, settled, cut }: Marking): boolean {
  return settled && cut === undefined && tokens.length === 0 && queue.length === 0;
}

/** Whether the next thing is an event, and not a choice. */
export function rests({ queue, settled }: Marking): boolean {
  return settled && queue.length === 0;
}

/** The compiled step of a place. */
export function nodeAt(net: Net, places: Places, place: number): Node {
  return net.nodes[places.nodeOf(place)] as Node; // places are made of nodes
}

import { mostMoves } from '../advance.ts';
import { nodeAt, top, type Arrival, type Marking, type Places, type Suspension } from './marking.ts';
import type { Arc, Net, Node, Way } from './net.ts';

/** A join that could go on now. */
export interface Ready {
  scope: number;
  node: number;
  tokens: number[];
}

/** One turn of the crank on a marking, as `Turn` and `settle` do it on a case: the working copy while tokens move. */
export class Play {
  readonly tokens: Set<number>;
  readonly entered: number[] = [];
  /** Named ends that were reached at the top after another one. */
  readonly secondEnds: number[] = [];
  /** A subprocess, or the case, was over while the case was suspended. */
  overWhileSuspended = false;
  private readonly fired: Set<number>;
  private suspensions: Suspension[];
  private queue: Arrival[];
  private outcome: number;
  private cut: Marking['cut'];
  private moves = 0;

  constructor(
    private readonly net: Net,
    private readonly places: Places,
    marking: Marking,
  ) {
    this.tokens = new Set(marking.tokens);
    this.fired = new Set(marking.fired);
    this.suspensions = [...marking.suspensions];
    this.queue = [...marking.queue];
    this.outcome = marking.outcome;
  }

  send(arcs: Arc[], scope: number): void {
    for (const arc of arcs) this.queue.push({ scope, node: arc.to, via: arc.via });
  }

  begin(nodes: number[], scope: number): void {
    for (const node of nodes) this.queue.push({ scope, node, via: -1 });
  }

  /** A token's work is done: it goes on along all flows of its step. */
  leave(place: number): void {
    const node = nodeAt(this.net, this.places, place);
    this.release(place);
    this.suspensions = this.suspensions.map((suspension) => (suspension.scope === place ? { ...suspension, scope: top } : suspension));
    this.send(node.outgoing, this.places.scopeOf(place));
  }

  leaveBorder(border: number, host: number): void {
    const node = this.net.nodes[border] as Node; // borders are nodes
    this.entered.push(border);
    if (node.moves.interrupts) this.cancel(host);
    else this.fired.add(host * this.net.nodes.length + border);
    this.send(node.outgoing, this.places.scopeOf(host));
  }

  suspend(reason: string, scope: number): void {
    this.suspensions.push({ reason, scope });
  }

  resume(reason: string): void {
    const at = this.suspensions.findIndex((suspension) => suspension.reason === reason);
    if (at >= 0) this.suspensions.splice(at, 1);
  }

  private release(place: number): void {
    this.tokens.delete(place);
    const size = this.net.nodes.length;
    for (const border of nodeAt(this.net, this.places, place).borders) this.fired.delete(place * size + border);
  }

  private cancel(place: number): void {
    this.cancelScope(place);
    this.release(place);
  }

  private cancelScope(scope: number): void {
    this.queue = this.queue.filter((arrival) => arrival.scope !== scope);
    for (const token of [...this.tokens]) if (this.places.scopeOf(token) === scope) this.cancel(token);
    if (scope !== top) this.suspensions = this.suspensions.filter((suspension) => suspension.scope !== scope);
  }

  private rest(scope: number, node: number, via: number): number {
    const place = this.places.at(scope, node, via);
    if (this.tokens.has(place)) this.cut = { why: 'twice', node };
    else if (this.places.tooDeep(place)) this.cut = { why: 'runaway', node };
    this.tokens.add(place);
    return place;
  }

  /** An error of a resting token: the nearest boundary step that catches it takes it; false where none does. */
  fail(place: number, code: string): boolean {
    const caught = catcherOf(this.net, this.places, place, code);
    if (caught) this.leaveBorder(caught.border, caught.host);
    return caught !== undefined;
  }

  /** Goes one way from a step that a token has come to. */
  take({ scope, node: number }: Omit<Arrival, 'via'>, way: Way): void {
    const node = this.net.nodes[number] as Node; // arrivals come to nodes
    this.moves += 1;
    this.entered.push(number);
    if (this.moves > mostMoves) this.cut = { why: 'runaway', node: number };
    switch (way.how) {
      case 'pass':
        return this.send(way.arcs, scope);
      case 'stuck':
        return void this.rest(scope, number, -1);
      case 'rest': {
        const place = this.rest(scope, number, -1);
        return this.cut ? undefined : this.begin(node.begins, place);
      }
      case 'error': {
        const place = this.rest(scope, number, -1);
        for (const code of node.raises.slice(0, 1)) this.fail(place, code);
        return;
      }
      case 'token':
      case 'scope':
        if (scope === top && node.moves.outcome !== undefined) {
          if (this.outcome >= 0) this.secondEnds.push(number);
          this.outcome = number;
        }
        return way.how === 'scope' ? this.cancelScope(scope) : undefined;
    }
  }

  takeFirst(way: Way): void {
    const [arrival] = this.queue.splice(0, 1);
    if (arrival) this.take(arrival, way);
  }

  goOnFrom({ scope, node, tokens }: Ready): void {
    for (const token of tokens) this.release(token);
    this.queue.push({ scope, node, via: -1 });
  }

  /** Joins that are complete; several only where the order in which they go on could matter. */
  readyJoins(): Ready[] {
    const waiting = new Map<string, Ready>();
    for (const token of this.tokens) {
      if (this.places.viaOf(token) < 0) continue;
      const [scope, node] = [this.places.scopeOf(token), this.places.nodeOf(token)];
      const key = `${scope},${node}`;
      const ready = waiting.get(key) ?? { scope, node, tokens: [] };
      ready.tokens.push(token);
      waiting.set(key, ready);
    }
    const complete = [...waiting.values()].filter((ready) => {
      const node = this.net.nodes[ready.node] as Node; // places are made of nodes
      return node.join === 'all' ? ready.tokens.length === node.incoming : this.nothingElseCanCome(ready, node);
    });
    return complete.some(({ node }) => this.net.nodes[node]?.join === 'inclusive') ? complete : complete.slice(0, 1);
  }

  private nothingElseCanCome({ scope, tokens }: Ready, { upstream }: Node): boolean {
    const filled = new Set(tokens.map((token) => this.places.viaOf(token)));
    const comes = (node: number, wanted: boolean): boolean => [...upstream].some(([via, from]) => filled.has(via) === wanted && from.has(node));
    for (const token of this.tokens) {
      const node = this.places.nodeOf(token);
      if (this.places.scopeOf(token) === scope && comes(node, false) && !comes(node, true)) return false;
    }
    return true;
  }

  /** Moves tokens until each rests or a choice is next. */
  settle(): Marking {
    for (;;) {
      if (this.cut) return this.marking(true);
      const [arrival] = this.queue;
      if (arrival) {
        const node = this.net.nodes[arrival.node] as Node; // arrivals come to nodes
        const [way, ...others] = node.ways;
        if (arrival.via >= 0 && node.join !== 'each') {
          this.queue.shift();
          this.rest(arrival.scope, arrival.node, arrival.via);
        } else if (way && others.length === 0) this.takeFirst(way);
        else return this.marking(true);
        continue;
      }
      const [ready, ...more] = this.readyJoins();
      if (ready) {
        if (more.length > 0) return this.marking(false);
        this.goOnFrom(ready);
        continue;
      }
      const ended = [...this.tokens].find((token) => nodeAt(this.net, this.places, token).contains && ![...this.tokens].some((other) => this.places.scopeOf(other) === token));
      if (this.suspensions.length > 0 && (ended !== undefined || this.tokens.size === 0)) this.overWhileSuspended = true;
      if (ended === undefined) return this.marking(true);
      this.leave(ended);
    }
  }

  private marking(settled: boolean): Marking {
    const ascending = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);
    const closed = settled && !this.cut && this.tokens.size === 0 && this.queue.length === 0;
    const { queue, cut } = this;
    if (closed) return { tokens: [], fired: [], suspensions: [], queue, outcome: -1, settled, cut };
    return { tokens: ascending(this.tokens), fired: ascending(this.fired), suspensions: this.suspensions, queue, outcome: this.outcome, settled, cut };
  }
}

/** The boundary step that catches an error of a resting token, and the place of its host. */
export function catcherOf(net: Net, places: Places, place: number, code: string): { border: number; host: number } | undefined {
  for (let host = place; host !== top; host = places.scopeOf(host)) {
    const border = nodeAt(net, places, host).borders.find((candidate) => net.nodes[candidate]?.catches(code));
    if (border !== undefined) return { border, host };
  }
  return undefined;
}

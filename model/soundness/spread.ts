import { failuresAt, isMobile } from './happenings.ts';
import { nodeAt, top, type Marking, type Places } from './marking.ts';
import type { Arc, Net, Node } from './net.ts';
import { catcherOf } from './play.ts';

/** Where something comes from: the place of the token that may bring it about. */
export type Origin = number;

/** What is taken off the board: the token of a place with all inside it, or all tokens of a scope. */
export interface Cancel {
  host?: number;
  scope?: number;
  origin: Origin;
}

/**
 * Everything that tokens can come to and do, each thing asked for by itself: never less than what can happen (a token that has
 * been somewhere is thought to stay there too). `onward`: with all that follows, else only until they rest again.
 */
export class Spread {
  /** Places where a token may come to rest, with whom it comes from. */
  readonly rests = new Map<number, Origin>();
  /** Those of them at which a token newly arrives, be there one already or not. */
  readonly arrivals = new Map<number, Origin>();
  /** Steps that a token may enter. */
  readonly entered = new Set<number>();
  readonly cancels: Cancel[] = [];
  /** Joins, by scope and step, that may go on. */
  readonly joined: { scope: number; node: number }[] = [];
  /** Scopes in which a token may end, with the subprocesses that may be over with it. */
  readonly ending = new Set<number>();
  readonly over = new Set<number>();
  outcome: Origin | undefined;
  suspends: Origin | undefined;
  resumes: Origin | undefined;
  private readonly been = new Set<number>();
  private readonly open: (() => void)[] = [];

  constructor(
    private readonly net: Net,
    private readonly places: Places,
    private readonly onward: boolean,
    /** Tokens of others that wait at joins. */
    private readonly waiting: (place: number) => boolean,
    /** Tokens that stand still, and subprocesses that cannot be over because one stands still inside. */
    private readonly still: ReadonlySet<number>,
  ) {}

  run(): void {
    for (let next = this.open.pop(); next; next = this.open.pop()) next();
  }

  /** A token that stands there now. */
  stand(place: number, origin: Origin): void {
    this.rests.set(place, origin);
    this.expand(place, origin);
  }

  begin(nodes: number[], scope: number, origin: Origin): void {
    for (const node of nodes) this.arrive(scope, node, -1, origin);
  }

  /** All that may happen to the token of a place. */
  expand(place: number, origin: Origin): void {
    if (this.places.viaOf(place) < 0) this.own(place, origin);
    const scope = this.places.scopeOf(place);
    for (const border of nodeAt(this.net, this.places, place).borders) {
      const { moves, outgoing } = this.net.nodes[border] as Node; // borders are nodes
      if (moves.on !== 'time' && moves.on !== 'message') continue;
      if (moves.suspends !== undefined) this.suspends = origin;
      this.entered.add(border);
      if (moves.interrupts) this.cancels.push({ host: place, origin });
      this.send(outgoing, scope, origin);
    }
  }

  private own(place: number, origin: Origin): void {
    const node = nodeAt(this.net, this.places, place);
    const scope = this.places.scopeOf(place);
    if (node.moves.on && node.moves.on !== 'error') {
      if (node.moves.suspends !== undefined) this.suspends = origin;
      if (node.moves.resumes !== undefined) this.resumes = origin;
      this.send(node.outgoing, scope, origin);
      if (node.moves.on === 'answer') for (const { node: border, host = place } of failuresAt(this.net, this.places, place, node)) this.caught(border, host, origin);
    } else if (this.onward && node.contains && !this.still.has(place)) this.send(node.outgoing, scope, origin);
  }

  private caught(border: number, host: number, origin: Origin): void {
    this.entered.add(border);
    this.cancels.push({ host, origin });
    this.send(this.net.nodes[border]?.outgoing ?? [], this.places.scopeOf(host), origin);
  }

  private send(arcs: Arc[], scope: number, origin: Origin): void {
    if (arcs.length === 0) this.end(scope, origin);
    for (const arc of arcs) this.arrive(scope, arc.to, arc.via, origin);
  }

  private end(scope: number, origin: Origin): void {
    if (this.ending.has(scope)) return;
    this.ending.add(scope);
    if (scope === top || this.onward) return; // onward, the subprocess itself says that it may be over
    this.over.add(scope);
    this.send(nodeAt(this.net, this.places, scope).outgoing, this.places.scopeOf(scope), origin);
  }

  private arrive(scope: number, number: number, via: number, origin: Origin): void {
    this.open.push(() => {
      const node = this.net.nodes[number] as Node; // arcs lead to nodes
      if (via < 0 || node.join === 'each') return this.enter(scope, number, origin);
      const place = this.places.at(scope, number, via);
      this.settleAt(place, origin);
      const filled = (other: number): boolean => this.rests.has(this.places.at(scope, number, other)) || this.waiting(this.places.at(scope, number, other));
      if (node.join === 'all' ? node.vias.length < node.incoming || !node.vias.every(filled) : this.isHeldUp(scope, node, filled)) return;
      this.joined.push({ scope, node: number });
      this.enter(scope, number, origin);
    });
  }

  /** Whether an inclusive join waits for a token that stands still and can come along one flow alone, by which nobody else comes. */
  private isHeldUp(scope: number, { upstream }: Node, filled: (via: number) => boolean): boolean {
    for (const place of this.still) {
      if (this.places.scopeOf(place) !== scope) continue;
      const [via, ...others] = [...upstream].flatMap(([along, from]) => (from.has(this.places.nodeOf(place)) ? [along] : []));
      if (via !== undefined && others.length === 0 && !filled(via)) return true;
    }
    return false;
  }

  private enter(scope: number, number: number, origin: Origin): void {
    const place = this.places.at(scope, number);
    if (this.been.has(place) || this.places.tooDeep(place)) return;
    this.been.add(place);
    this.entered.add(number);
    const node = this.net.nodes[number] as Node; // arcs lead to nodes
    for (const way of node.ways) {
      switch (way.how) {
        case 'pass':
          this.send(way.arcs, scope, origin);
          break;
        case 'rest':
        case 'stuck':
          this.comeToRest(place, node, origin, way.how === 'rest');
          break;
        case 'error':
          this.raise(place, node, origin);
          break;
        case 'scope':
        case 'token':
          if (scope === top && node.moves.outcome !== undefined) this.outcome = origin;
          if (way.how === 'scope') this.cancels.push({ scope, origin });
          this.end(scope, origin);
      }
    }
  }

  private settleAt(place: number, origin: Origin): void {
    if (!this.rests.has(place)) this.rests.set(place, origin);
    if (!this.arrivals.has(place)) this.arrivals.set(place, origin);
  }

  private comeToRest(place: number, node: Node, origin: Origin, moves: boolean): void {
    this.settleAt(place, origin);
    if (moves) this.begin(node.begins, place, origin);
    if (moves && node.contains && !this.onward && node.begins.length === 0) this.end(place, origin);
    if (this.onward) this.expand(place, origin);
  }

  private raise(place: number, node: Node, origin: Origin): void {
    const caught = catcherOf(this.net, this.places, place, node.raises[0] ?? '');
    if (caught) this.caught(caught.border, caught.host, origin);
    else this.comeToRest(place, node, origin, false);
  }
}

/** The tokens of a marking to which something may ever happen. */
export function mobileTokens(net: Net, places: Places, marking: Marking): number[] {
  return marking.tokens.filter((token) => isMobile(net, nodeAt(net, places, token)));
}

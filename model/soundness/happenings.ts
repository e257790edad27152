import { nodeAt, top, type Marking, type Places } from './marking.ts';
import type { Arc, Net, Node, Way } from './net.ts';
import { catcherOf, Play } from './play.ts';

/** What may happen to a case at rest: something at the token of `place`, at its own step (`node`) or at a boundary step. */
export interface Happening {
  act: 'task' | 'answer' | 'time' | 'message' | 'error';
  place: number;
  node: number;
  /** The error, and the place of the token whose boundary step catches it. */
  code?: string;
  host?: number;
}

/** How a case came from one marking to the next. */
export type Label =
  | { act: 'begin' }
  | Happening
  | { act: 'choice'; node: number; way: Way }
  | { act: 'join'; node: number };

/** A marking that follows, how, what tokens entered on the way, and named ends that came too late. */
export interface Next {
  label: Label;
  marking: Marking;
  entered: number[];
  secondEnds: number[];
  /** A subprocess, or the case, was over on the way while the case was suspended. */
  overWhileSuspended: boolean;
}

/** Whether anything may ever happen to a token that rests here, of itself or over its border. */
export function isMobile(net: Net, node: Node): boolean {
  return node.moves.on !== undefined || node.borders.some((border) => net.nodes[border]?.moves.on !== undefined);
}

/** Everything that may happen to the token of a place now, whatever the data: a superset only in who of two listeners hears a message. */
export function happeningsAt(net: Net, places: Places, marking: Marking, place: number): Happening[] {
  const node = nodeAt(net, places, place);
  const suspended = marking.suspensions.length > 0;
  const found: Happening[] = [];
  const own = places.viaOf(place) < 0 ? node.moves.on : undefined;
  const number = places.nodeOf(place);
  const heard = new Set<string>();
  const listens = (listener: Node): boolean => {
    if (listener.hears === undefined || heard.has(listener.hears)) return false;
    heard.add(listener.hears);
    return true;
  };
  if (own === 'message') {
    if (listens(node)) found.push({ act: own, place, node: number });
  } else if (own && own !== 'error' && (!suspended || node.goesOn)) {
    found.push({ act: own, place, node: number });
    if (own === 'answer') found.push(...failuresAt(net, places, place, node));
  }
  for (const border of node.borders) {
    const step = net.nodes[border] as Node; // borders are nodes
    const { on, interrupts } = step.moves;
    if (on === 'message' ? !listens(step) : on !== 'time' || (suspended && !step.goesOn) || marking.fired.includes(place * net.nodes.length + border)) continue;
    if (on && (interrupts || !branchIsTaken(places, marking, place, step))) found.push({ act: on, place, node: border });
  }
  return found;
}

/** The errors that a step's answer may be, as far as a boundary step catches them; any other one waits to be tried again. */
export function failuresAt(net: Net, places: Places, place: number, node: Node): Happening[] {
  const found: Happening[] = [];
  for (const code of node.raises) {
    const caught = catcherOf(net, places, place, code);
    if (!caught || found.some((other) => other.node === caught.border)) continue;
    found.push({ act: 'error', place, node: caught.border, code, host: caught.host });
  }
  return found;
}

/** Whether a token is still on the branch of a boundary step that leaves its host: it is followed once at a time. */
function branchIsTaken(places: Places, marking: Marking, host: number, border: Node): boolean {
  if (border.branch.size === 0) return false;
  const scope = places.scopeOf(host);
  return marking.tokens.some((token) => places.scopeOf(token) === scope && border.branch.has(places.nodeOf(token)));
}

function after(play: Play, label: Label): Next {
  const marking = play.settle();
  return { label, marking, entered: play.entered, secondEnds: play.secondEnds, overWhileSuspended: play.overWhileSuspended };
}

/** The first marking of every case; of a branch by itself, where the flows are given by which it is entered. */
export function beginning(net: Net, places: Places, branch?: Arc[]): Next {
  const nothing: Marking = { tokens: [], fired: [], suspensions: [], queue: [], outcome: -1, settled: true, cut: undefined };
  const play = new Play(net, places, nothing);
  if (branch) play.send(branch, top);
  else play.begin(net.begins, top);
  return after(play, { act: 'begin' });
}

/** What follows when this happens. */
export function follow(net: Net, places: Places, marking: Marking, happening: Happening): Next {
  const play = new Play(net, places, marking);
  const { act, place, node: number } = happening;
  const node = net.nodes[number] as Node; // happenings name nodes
  if (act === 'error') play.leaveBorder(number, happening.host ?? place);
  else {
    if (node.moves.suspends !== undefined) play.suspend(node.moves.suspends, places.scopeOf(place));
    if (node.moves.resumes !== undefined) play.resume(node.moves.resumes);
    if (number === places.nodeOf(place)) play.leave(place);
    else play.leaveBorder(number, place);
  }
  return after(play, happening);
}

/** What follows each way of the choice that is next. */
export function choices(net: Net, places: Places, marking: Marking): Next[] {
  const [arrival] = marking.queue;
  if (!arrival) {
    return new Play(net, places, marking).readyJoins().map((ready) => {
      const play = new Play(net, places, marking);
      play.goOnFrom(ready);
      return after(play, { act: 'join', node: ready.node });
    });
  }
  const node = net.nodes[arrival.node] as Node; // arrivals come to nodes
  return node.ways.map((way) => {
    const play = new Play(net, places, marking);
    play.takeFirst(way);
    return after(play, { act: 'choice', node: arrival.node, way });
  });
}

import type { Disc } from './layer.ts';

/** A disc with the key of the mark on the screen that carries it. */
export interface CarriedDisc extends Disc {
  key: string;
}

/** Gives each new disc the screen mark of one that vanished at the same moment, so that the mark is seen to move. */
export function carryOver(before: CarriedDisc[], now: Disc[]): CarriedDisc[] {
  const stays = new Map(before.map((disc) => [disc.id, disc.key]));
  const present = new Set(now.map((disc) => disc.id));
  const free = before.filter((disc) => !present.has(disc.id)).map((disc) => disc.key);
  return now.map((disc) => ({ ...disc, key: stays.get(disc.id) ?? free.shift() ?? disc.id }));
}

import type { Box } from './diagram.ts';

const cell = 160;
const key = (column: number, row: number): number => (column + 32_768) * 65_536 + row + 32_768;

/** Things by the place they take, so that what is near a place is found without asking all. */
export class SpaceGrid<T> {
  readonly #cells = new Map<number, Set<T>>();

  *#keys(box: Box): Generator<number> {
    const right = Math.floor((box.x + box.width) / cell);
    const bottom = Math.floor((box.y + box.height) / cell);
    for (let column = Math.floor(box.x / cell); column <= right; column += 1) {
      for (let row = Math.floor(box.y / cell); row <= bottom; row += 1) yield key(column, row);
    }
  }

  /** Puts a thing at its place. */
  add(thing: T, box: Box): void {
    for (const at of this.#keys(box)) {
      const there = this.#cells.get(at);
      if (there) there.add(thing);
      else this.#cells.set(at, new Set([thing]));
    }
  }

  /** Takes a thing away from the place where it was put. */
  remove(thing: T, box: Box): void {
    for (const at of this.#keys(box)) this.#cells.get(at)?.delete(thing);
  }

  /** What may touch a box; things a little beside it are among them. */
  near(box: Box): Set<T> {
    const found = new Set<T>();
    for (const at of this.#keys(box)) {
      const there = this.#cells.get(at);
      if (there) for (const thing of there) found.add(thing);
    }
    return found;
  }
}

/** A binary heap of numbers by key, smallest key first. */
export class Queue {
  readonly #values: number[] = [];
  readonly #keys: number[] = [];

  /** Adds a value under its key. */
  push(value: number, key: number): void {
    let at = this.#values.length;
    this.#values.push(value);
    this.#keys.push(key);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#keys[parent]! <= key) break; // parent exists
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** Takes the value with the smallest key, or undefined when empty. */
  pop(): { value: number; key: number } | undefined {
    const value = this.#values[0];
    const key = this.#keys[0];
    if (value === undefined || key === undefined) return undefined;
    const lastValue = this.#values.pop();
    const lastKey = this.#keys.pop();
    if (this.#values.length > 0 && lastValue !== undefined && lastKey !== undefined) {
      this.#values[0] = lastValue;
      this.#keys[0] = lastKey;
      this.#sink();
    }
    return { value, key };
  }

  #sink(): void {
    for (let at = 0; ; ) {
      const left = at * 2 + 1;
      const right = left + 1;
      let least = at;
      if (left < this.#keys.length && this.#keys[left]! < this.#keys[least]!) least = left; // both inside
      if (right < this.#keys.length && this.#keys[right]! < this.#keys[least]!) least = right; // both inside
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }

  #swap(a: number, b: number): void {
    [this.#values[a], this.#values[b]] = [this.#values[b]!, this.#values[a]!]; // both inside
    [this.#keys[a], this.#keys[b]] = [this.#keys[b]!, this.#keys[a]!]; // both inside
  }
}

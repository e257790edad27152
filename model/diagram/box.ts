/** A rectangle on the canvas, absolute, in canvas units (1 unit = 1 px at 100 %). */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A point on the canvas. */
export interface Point {
  x: number;
  y: number;
}

/** Where a process stands: the box of every step by its identifier, the corner points of every flow from source to target. */
export interface Geometry {
  boxes: ReadonlyMap<string, Box>;
  routes: ReadonlyMap<string, readonly Point[]>;
}

/** The smallest box around all boxes; nothing around nothing. */
export function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = boxes.reduce((least, box) => Math.min(least, box.x), Infinity);
  const y = boxes.reduce((least, box) => Math.min(least, box.y), Infinity);
  const right = boxes.reduce((most, box) => Math.max(most, box.x + box.width), -Infinity);
  const bottom = boxes.reduce((most, box) => Math.max(most, box.y + box.height), -Infinity);
  return { x, y, width: right - x, height: bottom - y };
}

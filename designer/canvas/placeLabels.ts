import { overlap, type Box, type DrawnStep, type Point } from './diagram.ts';

const lineHeight = 16;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! > 0x2e7f ? 12.2 : 6.7; // iterating gives whole code points
  return width;
}

/** The box that a text of 12 px needs when it wraps at `most`. */
export function textSize(text: string, most: number): { width: number; height: number } {
  const width = widthOf(text);
  if (width <= most) return { width: Math.ceil(width) + 6, height: lineHeight };
  const widest = Math.max(...text.split(/[\s]+/).map(widthOf).filter((word) => word <= most), 0);
  // Words do not fill their lines, so a latin text needs about a seventh more room than its length says.
  const rows = Math.ceil((width * (/[ ]/.test(text) ? 1.15 : 1)) / most);
  return { width: Math.ceil(Math.max(widest, most)) + 6, height: rows * lineHeight };
}

/** How many lines the name of a task takes inside its box. */
export function nameLines(name: string): number {
  return textSize(name, 98).height / lineHeight;
}

/** Whether a task's box has room for its summary under its name, and the summary says something new. */
export function roomForSummary(name: string, summary: string | undefined, hosting: boolean): boolean {
  return summary !== undefined && summary !== name && nameLines(name) <= (hosting ? 1 : 2);
}

function crossings(box: Box, routes: Iterable<Point[]>): number {
  let count = 0;
  for (const points of routes) {
    for (const [i, b] of points.entries()) {
      const a = points[i - 1];
      if (!a) continue;
      const line = { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x) || 0.1, height: Math.abs(a.y - b.y) || 0.1 };
      if (overlap(box, line, 1)) count += 1;
    }
  }
  return count;
}

/** Where the names of events and gateways stand: beside their shape, off the flows and off other boxes where there is room. */
export function placeStepLabels(
  labelled: { step: DrawnStep; text: string }[],
  boxes: Map<string, Box>,
  solid: Box[],
  routes: Map<string, Point[]>,
): Map<string, Box> {
  const placed = new Map<string, Box>();
  for (const { step, text } of labelled) {
    const box = boxes.get(step.id);
    if (!box) continue;
    const size = textSize(text, 104);
    const cx = box.x + box.width / 2 - size.width / 2;
    const below = box.y + box.height + 3;
    const above = box.y - size.height - 3;
    const right = box.x + box.width + 4;
    const left = box.x - size.width - 4;
    const places = [
      { x: cx, y: below }, { x: cx, y: above },
      { x: box.x + box.width / 2 + 10, y: below }, { x: box.x + box.width / 2 + 10, y: above },
      { x: box.x + box.width / 2 - size.width - 10, y: below }, { x: box.x + box.width / 2 - size.width - 10, y: above },
      { x: right, y: box.y + box.height / 2 + 6 }, { x: left, y: box.y + box.height / 2 + 6 },
      { x: right, y: box.y + box.height / 2 - size.height - 6 }, { x: left, y: box.y + box.height / 2 - size.height - 6 },
      // Beside neighbours on the same border there may be room only further down.
      { x: box.x + box.width / 2 + 10, y: below + 36 }, { x: box.x + box.width / 2 - size.width - 10, y: below + 36 },
    ];
    let best: { box: Box; cost: number } | undefined;
    for (const [rank, place] of places.entries()) {
      const candidate = { ...place, ...size };
      const hits = solid.filter((other) => other !== box && overlap(candidate, other, 1)).length + [...placed.values()].filter((other) => overlap(candidate, other, 2)).length;
      const cost = hits * 100 + crossings(candidate, routes.values()) * 10 + rank;
      if (!best || cost < best.cost) best = { box: candidate, cost };
    }
    if (best) placed.set(step.id, best.box);
  }
  return placed;
}

/** Places on one piece of a flow where a label of the given size could stand, with what speaks against each. */
function placesOn(a: Point, b: Point, size: { width: number; height: number }): { box: Box; against: number }[] {
  const flat = a.y === b.y;
  const length = Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
  const along = flat ? size.width : size.height;
  const tooShort = length < along + 12 ? 30 : 0;
  const near = (along / 2 + 14) / (length || 1);
  return [0.5, 0.3, 0.7, near, 1 - near]
    .filter((share) => share >= 0 && share <= 1)
    .map((share) => ({
      box: { x: a.x + (b.x - a.x) * share - size.width / 2, y: a.y + (b.y - a.y) * share - size.height / 2, ...size },
      // On a long way the label belongs near the source, where the choice is made.
      against: tooShort + (share === 0.5 ? 0 : 2) + (length > 600 && share !== near ? 8 : 0),
    }));
}

/** Where the conditions of flows stand: on their own line, off boxes and other labels where there is room. */
export function placeFlowLabels(labelled: { id: string; text: string }[], routes: Map<string, Point[]>, taken: Box[]): Map<string, Box> {
  const placed = new Map<string, Box>();
  for (const { id, text } of labelled) {
    const points = routes.get(id) ?? [];
    const others = [...routes].filter(([other]) => other !== id).map(([, route]) => route);
    // A narrow label may stand on a short piece of line where a wide one would cover the boxes.
    const candidates = [124, 84, 58].flatMap((most, rank) =>
      points.flatMap((b, i) => {
        const a = points[i - 1];
        return a ? placesOn(a, b, textSize(text, most)).map((place) => ({ ...place, against: place.against + rank * 4 + i * 6 })) : [];
      }),
    );
    let best: { box: Box; cost: number } | undefined;
    for (const { box, against } of candidates) {
      const hits = [...taken, ...placed.values()].filter((other) => overlap(box, other)).length;
      const cost = hits * 100 + crossings(box, others) * 20 + against;
      if (!best || cost < best.cost) best = { box, cost };
    }
    if (best) placed.set(id, best.box);
  }
  return placed;
}

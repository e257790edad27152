import type { Point } from './diagram.ts';

/** SVG path through the points, with corners rounded by at most `radius`. */
export function roundedPath(points: Point[], radius = 8): string {
  const [first, ...rest] = points;
  if (!first) return '';
  let path = `M${first.x} ${first.y}`;
  rest.forEach((point, i) => {
    const before = points[i];
    const after = points[i + 2];
    if (!before || !after) {
      path += `L${point.x} ${point.y}`;
      return;
    }
    const inward = Math.hypot(point.x - before.x, point.y - before.y);
    const outward = Math.hypot(after.x - point.x, after.y - point.y);
    const r = Math.min(radius, inward / 2, outward / 2);
    const toward = (other: Point, length: number) => `${point.x + ((other.x - point.x) * r) / (length || 1)} ${point.y + ((other.y - point.y) * r) / (length || 1)}`;
    path += `L${toward(before, inward)}Q${point.x} ${point.y} ${toward(after, outward)}`;
  });
  return path;
}

import type { Point } from './diagram.ts';

/** The middle of the longest stretch of a line, where a mark covers nothing else. */
export function middleOf(points: Point[]): Point | undefined {
  const stretches = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  const length = ({ from, to }: { from: Point; to: Point }) => Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const longest = stretches.sort((a, b) => length(b) - length(a))[0];
  return longest && { x: (longest.from.x + longest.to.x) / 2, y: (longest.from.y + longest.to.y) / 2 };
}

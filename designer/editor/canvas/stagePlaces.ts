import type { Stage } from '../../../model/process.ts';
import type { StageId } from '../../../model/steps/defineStep.ts';
import type { Box, Point } from '../../canvas/diagram.ts';
import type { Band } from '../../canvas/stageBands.ts';

const strip = 56;

/** Where steps of each stage go: the bands of the stages that have steps, and a narrow strip between its neighbours for each that has none. */
export function stagePlaces(stages: readonly Stage[], bands: readonly Band[], whole: Box): (Band & { empty: boolean })[] {
  const places: (Band & { empty: boolean })[] = bands.map((band) => ({ ...band, empty: false }));
  const rank = new Map(stages.map((stage, index) => [stage.id, index]));
  const [top, height] = [bands[0]?.y ?? whole.y, bands[0]?.height ?? Math.max(whole.height, 400)];
  let shift = 0;
  for (const [index, stage] of stages.entries()) {
    if (bands.some((band) => band.stage === stage.id)) continue;
    const before = bands.filter((band) => (rank.get(band.stage) ?? 0) < index).at(-1);
    const after = bands.find((band) => (rank.get(band.stage) ?? 0) > index);
    const x = before ? before.x + before.width + (after ? -strip / 2 : shift) : after ? after.x - strip * (stages.slice(index).findIndex((other) => other.id === after.stage)) : shift;
    if (!after) shift += strip;
    places.push({ stage: stage.id, x, y: top, width: strip, height, empty: true });
  }
  return places;
}

/** The stage into which a step at this place falls: an empty stage's strip first, else the band, else the nearest. */
export function stageAt({ x }: Point, places: readonly (Band & { empty: boolean })[]): StageId | undefined {
  const inside = places.filter((place) => x >= place.x && x < place.x + place.width);
  const hit = inside.find((place) => place.empty) ?? inside[0];
  if (hit) return hit.stage;
  const away = (place: Band): number => Math.min(Math.abs(x - place.x), Math.abs(x - place.x - place.width));
  return [...places].sort((a, b) => away(a) - away(b))[0]?.stage;
}

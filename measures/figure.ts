import type { Figure } from '../model/measure.ts';
import type { Origin } from '../model/origin.ts';

/** A figure as the pages show it: what it is, its value in Chinese and English, whose word it is and where it was found. */
export function figure(id: string, zh: string, en: string, valueZh: string, valueEn: string, origin: Origin, sources: string[]): Figure {
  return { id, name: { zh, en }, value: { zh: valueZh, en: valueEn }, origin, sources };
}

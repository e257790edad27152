import type { Process } from '../model/process.ts';
import { m02 } from './m02.ts';

/** Every measure of the programme as a process, in order; a new measure is one file and one line here. */
export const measures: Process[] = [m02];

/** The process of a measure by its number, `M01` … `X15`. */
export function processOf(number: string): Process | undefined {
  return measures.find((process) => process.measure.number === number);
}

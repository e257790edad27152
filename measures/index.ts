import type { Process } from '../model/process.ts';
import { m01 } from './m01.ts';
import { m02 } from './m02.ts';
import { m03 } from './m03.ts';
import { m04 } from './m04.ts';
import { m05 } from './m05.ts';
import { m06 } from './m06.ts';
import { m07 } from './m07.ts';
import { m08 } from './m08.ts';
import { m09 } from './m09.ts';
import { m10 } from './m10.ts';
import { m11 } from './m11.ts';
import { m12 } from './m12.ts';
import { m13 } from './m13.ts';
import { m14 } from './m14.ts';
import { x15 } from './x15.ts';

/** Every measure of the programme as a process, in order; a new measure is one file and one line here. */
export const measures: Process[] = [m01, m02, m03, m04, m05, m06, m07, m08, m09, m10, m11, m12, m13, m14, x15];

/** The process of a measure by its number, `M01` … `X15`. */
export function processOf(number: string): Process | undefined {
  return measures.find((process) => process.measure.number === number);
}

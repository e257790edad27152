import { z } from 'zod';

/** One year's working days as the State Council's notice fixes them: weekdays off and weekend days worked (调休). */
export interface CalendarYear {
  year: number;
  /** Weekdays that are holidays, `MM-DD`. */
  off: string[];
  /** Saturdays and Sundays that are worked, `MM-DD`. */
  worked: string[];
  /** The notice from which the days are taken. */
  source: string;
}

const day = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'MM-DD');

/** The well-formedness of a {@link CalendarYear}; that the days fall on the right weekdays is checked by `calendarFaults`. */
export const calendarYearSchema: z.ZodType<CalendarYear> = z.strictObject({
  year: z.int().min(2000).max(2100),
  off: z.array(day).max(60),
  worked: z.array(day).max(30),
  source: z.string().min(1).max(300),
});

import { z } from 'zod';
import { caseRowSchema } from './cases.ts';
import { taskViewSchema } from './tasks.ts';

/** What an act on a task led to: where the case stands now, and what I may do next on it. */
export const taskDoneSchema = z.object({ case: caseRowSchema, next: z.array(taskViewSchema) });

/** What {@link taskDoneSchema} describes. */
export type TaskDone = z.infer<typeof taskDoneSchema>;

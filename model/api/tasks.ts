import { z } from 'zod';
import { outcomeSchema } from '../steps/outcome.ts';
import { stageIds } from '../steps/defineStep.ts';
import { textSchema } from '../text.ts';
import { applicantSchema, fenSchema, instantSchema, listOf, pageQuery } from './list.ts';
import { formSchema } from './measures.ts';
import { refusalSchema } from './problemDetails.ts';

/** What a person has to do now, with what the page needs to show and ask; `can` and `why` are about the person who reads. */
export const taskViewSchema = z.object({
  task: z.string(),
  case: z.string(),
  measure: z.string(),
  process: z.string(),
  version: z.int(),
  step: z.string(),
  name: textSchema,
  stage: z.enum(stageIds),
  role: z.string(),
  visit: z.int(),
  instance: z.int().optional(),
  openedAt: instantSchema,
  due: instantSchema.optional(),
  overdue: z.boolean(),
  claimedBy: z.string().optional(),
  applicant: applicantSchema,
  form: formSchema.optional(),
  outcomes: z.array(outcomeSchema),
  amountFen: fenSchema.optional(),
  can: z.boolean(),
  why: refusalSchema.optional(),
});

/** What {@link taskViewSchema} describes. */
export type TaskView = z.infer<typeof taskViewSchema>;

/** A page of tasks. */
export const taskListSchema = listOf(taskViewSchema);

/** Which tasks: `mine` those I claimed or that are only mine, `group` those of my roles. */
export const taskQuerySchema = z.strictObject({
  mine: z.literal('1').optional(),
  group: z.literal('1').optional(),
  case: z.string().max(60).optional(),
  measure: z.string().max(10).optional(),
  ...pageQuery,
});

/** What {@link taskQuerySchema} describes. */
export type TaskQuery = z.infer<typeof taskQuerySchema>;

/** One task with the answers to start from. */
export const taskDetailSchema = taskViewSchema.extend({ prefill: z.record(z.string(), z.json()) });

/** What {@link taskDetailSchema} describes. */
export type TaskDetail = z.infer<typeof taskDetailSchema>;

/** Finishing a task with one of its outcomes. */
export const completeTaskSchema = z.strictObject({
  outcome: z.string().min(1).max(60),
  data: z.record(z.string(), z.json()),
  reason: z.string().trim().max(2_000).optional(),
});

/** What {@link completeTaskSchema} describes. */
export type CompleteTask = z.infer<typeof completeTaskSchema>;

/** Giving a claim back; an administrator who takes it from somebody says why. */
export const releaseTaskSchema = z.strictObject({ reason: z.string().trim().max(2_000).optional() });

/** Sending back for correction: completes the task with its outcome `return`. */
export const returnTaskSchema = z.strictObject({
  reason: z.string().trim().max(2_000),
  data: z.record(z.string(), z.json()).optional(),
});

import { z } from 'zod';
import { textSchema } from '../text.ts';
import { daySchema, fenSchema, instantSchema, listOf } from './list.ts';

/** A public notice (公示) as anybody may read it; personal data were taken out before it was stored. */
export const noticeViewSchema = z.object({
  notice: z.string(),
  case: z.string(),
  applicantName: z.string(),
  measure: z.string(),
  measureName: textSchema,
  projectName: z.string(),
  amountFen: fenSchema,
  from: daySchema,
  /** Last day; absent while the end is not known. */
  to: daySchema.optional(),
  workingDays: z.int(),
  status: z.enum(['open', 'closed', 'suspended', 'withdrawn']),
  contact: textSchema,
});

/** What {@link noticeViewSchema} describes. */
export type NoticeView = z.infer<typeof noticeViewSchema>;

/** All public notices, newest first. */
export const noticeListSchema = listOf(noticeViewSchema);

/** An objection (异议) or a report (举报): signed with name and contact, since anonymous ones are not taken. */
export const messageSchema = z.strictObject({
  statement: z.string().trim().min(1).max(10_000),
  signature: z.strictObject({
    name: z.string().trim().min(1).max(100),
    unit: z.string().trim().max(200).optional(),
    contact: z.string().trim().min(5).max(200),
  }),
});

/** What {@link messageSchema} describes. */
export type Message = z.infer<typeof messageSchema>;

/** What the sender gets: by `reference` the office and the case's history know the message. */
export const messageReceiptSchema = z.object({ message: z.string(), reference: z.string() });

/** What {@link messageReceiptSchema} describes. */
export type MessageReceipt = z.infer<typeof messageReceiptSchema>;

/** A message on a case; who signed it is there only for those who handle it. */
export const receivedMessageSchema = z.object({
  message: z.enum(['objection', 'report']),
  reference: z.string(),
  notice: z.string(),
  receivedAt: instantSchema,
  /** `sending`: the case has not heard of it yet; `refused`: it came too late for the case. */
  status: z.enum(['sending', 'delivered', 'refused']),
  statement: z.string().optional(),
  signature: messageSchema.shape.signature.optional(),
  /** With it, statement and signature give the hash in the case's history. */
  salt: z.string().optional(),
});

/** What {@link receivedMessageSchema} describes. */
export type ReceivedMessage = z.infer<typeof receivedMessageSchema>;

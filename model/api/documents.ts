import { z } from 'zod';

/** An uploaded file: what it is for, what it is, and the hash by which it is kept. */
export const documentViewSchema = z.object({
  document: z.string(),
  /** Id of the required document that it is meant to be. */
  kind: z.string(),
  measure: z.string(),
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  /** Media type as found in the content, not as claimed. */
  type: z.string(),
  sha256: z.string(),
  uploadedBy: z.string(),
  uploadedAt: z.string(),
  case: z.string().optional(),
});

/** What {@link documentViewSchema} describes. */
export type DocumentView = z.infer<typeof documentViewSchema>;

/** The largest file the door takes: 20 MiB. */
export const documentLimitBytes = 20 * 1024 * 1024;

/** The fields that go with an uploaded `file` in the multipart form. */
export const uploadFieldsSchema = z.strictObject({ kind: z.string().min(1).max(80), measure: z.string().min(1).max(10), case: z.string().max(60).optional() });

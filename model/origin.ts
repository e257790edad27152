import { z } from 'zod';

/** Where a figure comes from: the district's own word, a comparable rule elsewhere, or our assumed default. */
export type Origin = 'own' | 'comparable' | 'assumed';

/** Well-formedness of an {@link Origin}. */
export const originSchema = z.enum(['own', 'comparable', 'assumed']);

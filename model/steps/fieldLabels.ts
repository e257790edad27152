import { z } from 'zod';
import { textSchema, type Text } from '../text.ts';
import { kindOf, type Step } from './index.ts';

/** What the fields of a step are called, by field name in the order of its kind; fields without a label are left out. */
export function fieldLabels(step: Step): Map<string, Text> {
  const { fields } = kindOf(step);
  const shape: { [name: string]: unknown } = fields instanceof z.ZodObject ? fields.shape : {};
  const labels = new Map<string, Text>();
  for (const [name, field] of Object.entries(shape)) {
    const label = field instanceof z.ZodType ? textSchema.safeParse(field.meta()?.['label']) : undefined;
    if (label?.success) labels.set(name, label.data);
  }
  return labels;
}

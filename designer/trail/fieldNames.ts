import { checks } from '../../model/checks/index.ts';
import type { Process } from '../../model/process.ts';
import type { Text } from '../../model/text.ts';

/** What the data that a step contributes are called: by its check, its table or its form. */
export function fieldNames(process: Process, id: string): Map<string, Text> {
  const step = process.steps.find((candidate) => candidate.id === id);
  const names = new Map<string, Text>();
  if (!step) return names;
  if ('check' in step) for (const field of checks[step.check]?.result ?? []) names.set(field.name, field.title);
  if ('table' in step) for (const output of step.table.outputs) names.set(output.id, output.label);
  const form = 'form' in step ? process.forms.find((candidate) => candidate.id === step.form) : undefined;
  for (const [name, field] of Object.entries(form?.schema.properties ?? {})) {
    if (field['x-zh'] && field['x-en']) names.set(name, { zh: field['x-zh'], en: field['x-en'] });
  }
  return names;
}

import { freshName } from '../../../model/edits/freshId.ts';
import type { Form, Process } from '../../../model/process.ts';
import type { Text } from '../../../model/text.ts';

/** A new form with nothing to fill in yet, under an identifier that no form of the process has. */
export function emptyForm(process: Process, base: string, name: Text): Form {
  return {
    id: freshName((id) => process.forms.some((form) => form.id === id), base),
    name,
    schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
  };
}

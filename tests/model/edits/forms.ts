import type { Form } from '../../../model/process.ts';
import { form } from '../rules/processes.ts';

/** A form to add, of the drawn process's making. */
export const papers: Form = { id: 'papers', name: { zh: '纸质材料', en: 'Papers' }, schema: form({ complete: { type: 'boolean' } }) };

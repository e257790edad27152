import { pointerKeys } from '../../model/form/fieldLabel.ts';
import type { FormFault } from '../../model/form/validateForm.ts';

/** Puts the focus into the first field of a form that has to be mended; `id` is the form's. */
export function focusFault(id: string, faults: Pick<FormFault, 'pointer'>[]): void {
  for (const { pointer } of faults) {
    const path = [id, ...pointerKeys(pointer)];
    // A fault inside a list of words stands at the list.
    for (let length = path.length; length > 1; length -= 1) {
      const field = document.getElementById(path.slice(0, length).join('_'));
      const input = field?.matches('input, textarea, select') ? field : field?.querySelector<HTMLElement>('input, textarea, select, button');
      if (!input) continue;
      input.focus();
      return;
    }
  }
}

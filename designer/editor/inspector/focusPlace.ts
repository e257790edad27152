/** Puts the focus on a field: its own input, or that of the nearest field around it (`table.rules.0` stands in `table`). Says whether there is one. */
export function focusPlace(inside: ParentNode, field: string | undefined): boolean {
  if (field === undefined) return false;
  const keys = field.split('.');
  for (let length = keys.length; length > 0; length -= 1) {
    const found = inside.querySelector<HTMLElement>(`[data-field="${CSS.escape(keys.slice(0, length).join('.'))}"]`);
    const input = found?.querySelector<HTMLElement>('input, textarea, select, [contenteditable="true"], button, [tabindex="0"]');
    if (!found || !input) continue;
    for (let part = found.closest('details'); part; part = part.parentElement?.closest('details') ?? null) part.open = true;
    found.scrollIntoView({ block: 'nearest' });
    input.focus();
    return true;
  }
  return false;
}

/** Hands a text to the person as a file. */
export function handOut(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read by then; the memory is given back.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

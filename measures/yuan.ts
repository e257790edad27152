/** Whole yuan as integer fen. */
export function yuan(amount: number): number {
  return amount * 100;
}

/** New names for what a step speaks of: each function gives the new name, or back what it was given where that keeps its name. */
export interface Renaming {
  step(id: string): string;
  form(id: string): string;
  role(id: string): string;
  /** A FEEL expression with the new names in it; what stands between quotes is left alone. */
  feel(text: string): string;
  /** The same of a decision table's cell. */
  tests(cell: string): string;
}

/** What one benchmark found: a table, and sentences that say how to read it. */
export interface Section {
  title: string;
  table: { head: string[]; rows: string[][] };
  notes: string[];
}

/** A benchmark: measures and tells; throws where it cannot be had on this machine. */
export type Benchmark = () => Promise<Section>;

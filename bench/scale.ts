const asked = Number(process.env['BENCH_SCALE'] ?? '1');

/** The share (0 … 1) of the usual counts that this run takes; less than 1 only proves that the benchmark runs. */
export const scale = Number.isFinite(asked) && asked > 0 && asked <= 1 ? asked : 1;

/** A count at this run's scale, never less than `least`. */
export const scaled = (count: number, least = 1): number => Math.max(least, Math.round(count * scale));

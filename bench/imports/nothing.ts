/** A case that does nothing and imports nothing: what every case costs. */
export async function runCase(): Promise<void> {}

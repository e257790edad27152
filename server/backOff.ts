const firstPauseMs = 5_000;
const longestPauseMs = 3_600_000;

/** How long (milliseconds) to leave alone what failed so many times: twice as long each time, at most an hour, so that what fails for ever is in nobody's way. */
export function backOffMs(failures: number): number {
  return Math.min(firstPauseMs * 2 ** Math.max(0, failures), longestPauseMs);
}

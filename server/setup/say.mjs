// @ts-check

/** @typedef {(zh: string, en: string) => void} Say prints one line of progress in both languages */

const dim = (/** @type {string} */ text) => (process.stderr.isTTY ? `\u001b[2m${text}\u001b[22m` : text);

/**
 * Prints one line of progress to stderr, so that stdout stays free for a command's result.
 * @type {Say}
 */
export function say(zh, en) {
  process.stderr.write(`${zh} ${dim(`· ${en}`)}\n`);
}

/**
 * Repeats a line every ten seconds while something slow is under way.
 * @template T
 * @param {Say} tell
 * @param {(seconds: number) => [zh: string, en: string]} line
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function sayWhile(tell, line, work) {
  const since = Date.now();
  const timer = setInterval(() => tell(...line(Math.round((Date.now() - since) / 1000))), 10_000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

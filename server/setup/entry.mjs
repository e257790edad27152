// @ts-check
import { Fault } from './exitCodes.mjs';
import { Interrupted } from './interruption.mjs';

/**
 * The outermost frame of a command: a Fault becomes its sentence and its exit code, an interruption its exit code, anything else is a bug and keeps its stack.
 * @param {() => Promise<number>} command gives the exit code
 */
export async function entry(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (error instanceof Fault) {
      process.stderr.write(`${error.text.zh}\n${error.text.en}\n`);
      process.exitCode = error.exitCode;
    } else if (error instanceof Interrupted) {
      process.stderr.write('已按要求停止。 · stopped as asked.\n');
      process.exitCode = error.exitCode;
    } else {
      console.error(error);
      process.exitCode = 1;
    }
  }
}

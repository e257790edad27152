import { findChromium } from '../../server/setup/chromium.mjs';
import { say } from '../../server/setup/say.mjs';

/** The path of a Chromium that runs, found (or installed) as `npm test` does. */
export const chromiumPath = (): Promise<string> => findChromium({ say });

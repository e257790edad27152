import { chromium, type Browser } from 'playwright-core';
import { chromiumPath } from '../setup/chromium.ts';

/** A real Chromium without a window, found or installed; it asks nothing of the outside by itself. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await chromiumPath(),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

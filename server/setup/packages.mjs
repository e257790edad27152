// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './exitCodes.mjs';
import { run, lastWord } from './run.mjs';
import { root } from './places.mjs';

const neededNode = [20, 19];

/** @param {string} [version] as in `process.versions.node` */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = neededNode;
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    throw new Fault('nodeTooOld', { needed: neededNode.join('.'), found: version });
  }
}

/**
 * Why node_modules does not fit package-lock.json; undefined when it does. Content is compared, not dates:
 * a checkout touches every file, and an interrupted installation leaves no lock at all.
 * @param {string} folder
 * @returns {{ zh: string, en: string } | undefined}
 */
export function missingPackages(folder) {
  const installedPath = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedPath)) return { zh: '尚未安装依赖包', en: 'the packages are not installed yet' };
  const wantedPath = join(folder, 'package-lock.json');
  if (!existsSync(wantedPath)) return undefined;
  const wanted = JSON.parse(readFileSync(wantedPath, 'utf8')).packages ?? {};
  const installed = JSON.parse(readFileSync(installedPath, 'utf8')).packages ?? {};
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (found === undefined ? entry.optional || entry.devOptional : found.version === entry.version && existsSync(join(folder, path))) continue;
    const name = path.replace(/^.*node_modules\//, '');
    return { zh: `依赖包 ${name} 与 package-lock.json 不一致`, en: `${name} is not as package-lock.json says` };
  }
  return undefined;
}

/**
 * Installs what is missing, by `npm ci` or else `npm install`.
 * @param {{ say: import('./say.mjs').Say, folder?: string, signal?: AbortSignal }} options
 */
export async function preparePackages({ say, folder = root, signal }) {
  checkNode();
  const missing = missingPackages(folder);
  if (missing === undefined) return;
  say(`正在安装依赖包（${missing.zh}）……`, `installing the packages (${missing.en}) …`);
  const npmScript = process.env.npm_execpath;
  const viaNode = npmScript !== undefined && /npm-cli\.[cm]?js$/.test(npmScript);
  /** @param {string} command */
  const npm = (command) => {
    const args = [command, '--no-audit', '--no-fund'];
    return viaNode ? run(process.execPath, [npmScript, ...args], { cwd: folder, signal }) : run('npm', args, { cwd: folder, signal });
  };
  const clean = await npm('ci');
  if (clean.code === 0) return;
  say('npm ci 未成功，改用 npm install。', `npm ci did not succeed (${npmsReason(clean)}), trying npm install.`);
  const loose = await npm('install');
  if (loose.code !== 0) throw new Fault('packages', { why: npmsReason(loose) });
}

/**
 * npm ends with where its log lies; what went wrong stands above.
 * @param {import('./run.mjs').Ran} ran
 */
function npmsReason(ran) {
  const lines = ran.output.split('\n').filter((line) => /^npm (error|ERR!)/.test(line) && !/complete log|^npm (error|ERR!)\s*$/.test(line));
  return lines.length === 0 ? lastWord(ran) : lines.slice(0, 2).map((line) => line.replace(/^npm (error|ERR!)\s*/, '')).join('; ').slice(0, 300);
}

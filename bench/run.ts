import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { benchmarks } from './index.ts';
import { machine } from './machine.ts';
import { withSection, written } from './results.ts';
import { scale } from './scale.ts';

const path = fileURLToPath(new URL('./RESULTS.md', import.meta.url));
const order = Object.keys(benchmarks);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !order.includes(name));
if (unknown.length > 0) {
  console.error(`没有这项测量：${unknown.join('、')}；可选 ${order.join('、')}。 / There is no benchmark ${unknown.join(', ')}; choose from ${order.join(', ')}.`);
  process.exit(2);
}

let failed = 0;
for (const name of asked.length > 0 ? asked : order) {
  const taken = machine();
  try {
    const section = await (await benchmarks[name]?.())?.run();
    if (!section) continue;
    const text = written(name, section, taken);
    console.log(`\n${text}`);
    if (scale === 1) writeFileSync(path, withSection(existsSync(path) ? readFileSync(path, 'utf8') : '', order, name, text));
  } catch (error) {
    failed += 1;
    console.error(`${name}:`, error);
  }
}
if (scale < 1) console.log(`BENCH_SCALE=${scale}：只证明能运行，不写入结果。 / only proves that it runs; nothing was written.`);
process.exit(failed === 0 ? 0 : 1);

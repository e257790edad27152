import { checkSettings, currentTable, readmeTable } from './settings/settingsTable.ts';
import { entry } from './setup/entry.mjs';

await entry(() => {
  const args = process.argv.slice(2);
  if (args.includes('--markdown')) process.stdout.write(`${readmeTable()}\n`);
  else {
    process.stdout.write(`${currentTable(args, process.env)}\n\n`);
    checkSettings(args, process.env);
  }
  return Promise.resolve(0);
});

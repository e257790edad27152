import { oneStart } from '../../../model/rules/oneStart.ts';
import { make, processOf, soundProcess } from './processes.ts';
import { verifyRule } from './verifyRule.ts';

verifyRule(oneStart, {
  valid: {
    'one start at the top': soundProcess(),
    'one start at the top, one in the subprocess': processOf([make.start(), make.sub('publicity'), make.start('begin', { parent: 'publicity' })], []),
  },
  invalid: {
    'an empty process': { process: processOf([], []), problems: [{ where: {}, says: 'no start event' }] },
    'two starts at the top': { process: processOf([make.start(), make.start('again')], []), problems: [{ where: { step: 'again' } }] },
    'a subprocess without start': { process: processOf([make.start(), make.sub('publicity')], []), problems: [{ where: { step: 'publicity' } }] },
  },
});

import type { Stage } from '../../process.ts';
import type { Text } from '../../text.ts';
import { defineAspect } from '../difference.ts';
import { compareFields } from '../fields.ts';
import { quoted } from '../inWords.ts';
import { listChanges } from '../listChanges.ts';
import { pair } from '../pair.ts';

const labels = new Map<string, Text>([['name', { zh: '名称', en: 'The name' }]]);

/** The milestones and what they are called. */
export const stages = defineAspect({
  aspect: 'stages',
  covers: ['stages'],
  compare(comparison) {
    const pairs = pair<Stage>(comparison.before.stages, comparison.after.stages, ({ id }) => id);
    const what = { field: 'stages' };
    return [
      ...listChanges(pairs, { one: { zh: '阶段', en: 'Stage' }, many: { zh: '阶段', en: 'stages' }, name: ({ name }) => name, what: () => what, whole: what, order: 'changed' }),
      ...pairs.both.flatMap(({ before, after }) => {
        const name = quoted(before.name);
        return compareFields(comparison, what, { zh: `阶段${name.zh}`, en: `stage ${name.en}` }, before, after, labels);
      }),
    ];
  },
});

import type { Role } from '../../process.ts';
import { same } from '../../same.ts';
import type { Text } from '../../text.ts';
import { defineAspect } from '../difference.ts';
import { compareFields } from '../fields.ts';
import { quoted } from '../inWords.ts';
import { listChanges } from '../listChanges.ts';
import { pair } from '../pair.ts';

const labels = new Map<string, Text>([['name', { zh: '名称', en: 'The name' }], ['id', { zh: '标识', en: 'The identifier' }]]);

/** Roles that were added, removed or called otherwise. */
export const roles = defineAspect({
  aspect: 'roles',
  covers: ['roles'],
  compare(comparison) {
    const pairs = pair<Role>(comparison.before.roles, comparison.after.roles, ({ id }) => id, (a, b) => same(a.name, b.name));
    const listed = listChanges(pairs, { one: { zh: '角色', en: 'Role' }, many: { zh: '角色', en: 'roles' }, name: ({ name }) => name, what: ({ id }) => ({ role: id }), whole: { field: 'roles' }, order: 'moved' });
    const each = pairs.both.flatMap(({ before, after }) => {
      const name = quoted(before.name);
      return compareFields(comparison, { role: after.id }, { zh: `角色${name.zh}`, en: `role ${name.en}` }, before, after, labels);
    });
    return [...listed, ...each];
  },
});

import { z } from 'zod';
import type { Flow } from '../process.ts';
import { feelSchema, nameSchema } from '../steps/defineStep.ts';
import { defineEdit } from './defineEdit.ts';
import { flowIdBase, freshId } from './freshId.ts';
import { named, takenId, tooMany, unconnectableIn } from './whyNot.ts';
import { withoutAbsent } from './withoutAbsent.ts';

/** A new flow from a step to a step; without an identifier it gets one made of its ends. */
export interface Connect {
  edit: 'connect';
  id?: string;
  from: string;
  to: string;
  condition?: string;
  isDefault?: boolean;
}

/** Connects two steps. */
export const connect = defineEdit<Connect>({
  edit: 'connect',
  title: { zh: '连接', en: 'Connect' },
  fields: z.strictObject({
    edit: z.literal('connect'),
    id: nameSchema.optional(),
    from: nameSchema,
    to: nameSchema,
    condition: feelSchema.optional(),
    isDefault: z.boolean().optional(),
  }),
  name(process, edit) {
    const [from, to] = [named(process, edit.from), named(process, edit.to)];
    return { zh: `连接“${from.zh}”到“${to.zh}”`, en: `Connect “${from.en}” to “${to.en}”` };
  },
  allowed(process, { id, from, to, condition }) {
    if (condition !== undefined && !feelSchema.safeParse(condition).success) {
      return { zh: '条件不能为空，也不能超过 2000 个字符。', en: 'A condition is neither empty nor longer than 2,000 characters.' };
    }
    return unconnectableIn(process, from, to) ?? tooMany(process, { flows: 1 }) ?? (id === undefined ? undefined : takenId(process, id));
  },
  apply(process, { id, from, to, condition, isDefault }) {
    const flow: Flow = withoutAbsent({ id: id ?? freshId(process, flowIdBase(from, to)), from, to, condition, isDefault });
    return { ...process, flows: [...process.flows, flow] };
  },
});

import { z } from 'zod';
import { flowSchema, type Flow } from '../process.ts';
import { nameSchema } from '../steps/defineStep.ts';
import type { Text } from '../text.ts';
import { defineEdit } from './defineEdit.ts';
import { malformed } from './malformed.ts';
import { named, takenId, unconnectableIn, unknownFlow } from './whyNot.ts';
import { withoutAbsent } from './withoutAbsent.ts';

/** A flow with other fields: name, condition, default, or other ends. */
export interface ChangeFlow {
  edit: 'changeFlow';
  flow: string;
  to: Flow;
}

/** What the fields of a flow are called. */
export const flowLabels: ReadonlyMap<string, Text> = new Map([
  ['id', { zh: '标识', en: 'Identifier' }],
  ['name', { zh: '名称', en: 'Name' }],
  ['from', { zh: '起点', en: 'From' }],
  ['to', { zh: '终点', en: 'To' }],
  ['condition', { zh: '条件', en: 'Condition' }],
  ['isDefault', { zh: '默认流向', en: 'Default' }],
]);

/** Changes a flow; a changed end is a flow dragged to another step. */
export const changeFlow = defineEdit<ChangeFlow>({
  edit: 'changeFlow',
  title: { zh: '修改流向', en: 'Change a flow' },
  fields: z.strictObject({ edit: z.literal('changeFlow'), flow: nameSchema, to: flowSchema }),
  name(process, { flow: id, to }) {
    const flow = process.flows.find((candidate) => candidate.id === id) ?? to;
    const [from, target] = [named(process, to.from), named(process, to.to)];
    if (flow.from !== to.from || flow.to !== to.to) return { zh: `改接“${from.zh}”到“${target.zh}”`, en: `Reconnect “${from.en}” to “${target.en}”` };
    const called: Text = flow.name ?? { zh: `${from.zh} → ${target.zh}`, en: `${from.en} → ${target.en}` };
    if (to.isDefault && !flow.isDefault) return { zh: `“${called.zh}”设为默认流向`, en: `Make “${called.en}” the default` };
    if (to.condition !== flow.condition) {
      const none = to.condition === undefined;
      return { zh: none ? `去掉“${called.zh}”的条件` : `“${called.zh}”的条件：${short(to.condition)}`, en: none ? `Remove the condition of “${called.en}”` : `Condition of “${called.en}”: ${short(to.condition)}` };
    }
    return { zh: `修改流向“${called.zh}”`, en: `Change the flow “${called.en}”` };
  },
  allowed(process, { flow: id, to }) {
    const flow = process.flows.find((candidate) => candidate.id === id);
    if (!flow) return unknownFlow(process, id);
    const reason = malformed(flowSchema, to, { zh: `流向“${id}”`, en: `Flow “${id}”` }, flowLabels) ?? (to.id === id ? undefined : takenId(process, to.id));
    if (reason || (flow.from === to.from && flow.to === to.to)) return reason;
    return unconnectableIn(process, to.from, to.to, id);
  },
  apply: (process, { flow: id, to }) => ({ ...process, flows: process.flows.map((flow) => (flow.id === id ? withoutAbsent(to) : flow)) }),
});

const short = (feel = ''): string => (feel.length > 60 ? `${feel.slice(0, 59)}…` : feel);

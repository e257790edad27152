import { defineFix } from './defineFix.ts';

/** The condition or default mark that is never asked is taken away. */
export const conditionPlace = defineFix({
  rule: 'conditionPlace',
  offers(process, { where }) {
    const flow = process.flows.find(({ id }) => id === where.flow);
    if (!flow) return [];
    const { condition, isDefault, ...rest } = flow;
    const to = where.field === 'condition' ? { ...rest, ...(isDefault ? { isDefault } : {}) } : { ...rest, ...(condition === undefined ? {} : { condition }) };
    const mark = { zh: '取消默认标记', en: 'Remove the default mark' };
    return [{ name: where.field === 'condition' ? { zh: '去掉条件', en: 'Remove the condition' } : mark, edit: { edit: 'changeFlow', flow: flow.id, to } }];
  },
});

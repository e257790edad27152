import { defineFix, type Offer } from './defineFix.ts';

/** One of the flows becomes the default, the last in order first; a flow that is never taken can be removed. */
export const gatewayCovers = defineFix({
  rule: 'gatewayCovers',
  offers(process, { where }, { outgoing }) {
    const flow = process.flows.find(({ id }) => id === where.flow);
    if (flow) {
      const hasDefault = outgoing.get(flow.from)?.some((other) => other.isDefault);
      const remove: Offer = { edit: { edit: 'removeElements', steps: [], flows: [flow.id] } };
      return hasDefault ? [remove] : [{ edit: { edit: 'changeFlow', flow: flow.id, to: { ...flow, isDefault: true } } }, remove];
    }
    return (outgoing.get(where.step ?? '') ?? []).toReversed().map((way): Offer => {
      const { condition: _asked, ...rest } = way;
      return { edit: { edit: 'changeFlow', flow: way.id, to: { ...rest, isDefault: true } } };
    });
  },
});

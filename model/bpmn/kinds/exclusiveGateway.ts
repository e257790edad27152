import type { ExclusiveGateway } from '../../steps/exclusiveGateway.ts';
import { defineMapping } from '../defineMapping.ts';

/** An exclusive gateway is one in BPMN too; its flows carry conditions and default. */
export const exclusiveGateway = defineMapping<ExclusiveGateway>({
  kind: 'exclusiveGateway',
  reads: ['default'],
  claims: () => true,
  write: () => ({}),
  read: () => ({}),
  supply: () => ({}),
});

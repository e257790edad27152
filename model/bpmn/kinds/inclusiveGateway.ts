import type { InclusiveGateway } from '../../steps/inclusiveGateway.ts';
import { defineMapping } from '../defineMapping.ts';

/** An inclusive gateway is one in BPMN too; its flows carry conditions and default. */
export const inclusiveGateway = defineMapping<InclusiveGateway>({
  kind: 'inclusiveGateway',
  reads: ['default'],
  claims: () => true,
  write: () => ({}),
  read: () => ({}),
  supply: () => ({}),
});

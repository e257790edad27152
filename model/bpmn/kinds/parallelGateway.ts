import type { ParallelGateway } from '../../steps/parallelGateway.ts';
import { defineMapping } from '../defineMapping.ts';

/** A parallel gateway is one in BPMN too. */
export const parallelGateway = defineMapping<ParallelGateway>({
  kind: 'parallelGateway',
  reads: [],
  claims: () => true,
  write: () => ({}),
  read: () => ({}),
  supply: () => ({}),
});

import { shapeSizes } from '../../steps/stepSize.ts';
import type { SubProcess } from '../../steps/subProcess.ts';
import { defineMapping } from '../defineMapping.ts';

/** A step that contains steps is an embedded subprocess; one that an event starts by itself is not. */
export const subProcess = defineMapping<SubProcess>({
  kind: 'subProcess',
  also: { 'bpmn:Transaction': { zh: '事务子流程按普通子流程导入：不会自动撤回已做的事。', en: 'A transaction was imported as a plain subprocess: nothing is taken back by itself.' } },
  reads: ['flowElements', 'artifacts', 'laneSets', 'default'],
  claims: (element) => element['triggeredByEvent'] !== true,
  write: () => ({}),
  read: () => ({}),
  supply: (_element, _eye, said) => ({ size: said.size ?? { ...shapeSizes.subProcess } }),
});

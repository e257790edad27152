import type { BoundaryError } from '../../steps/boundaryError.ts';
import { defineMapping } from '../defineMapping.ts';
import { definitionIn, elementIn } from '../element.ts';
import { attachedReads, readHost, writeAttached } from '../parts/attached.ts';

/** The way out when a step fails is a boundary event with an error; without a code it catches any. */
export const boundaryError = defineMapping<BoundaryError>({
  kind: 'boundaryError',
  reads: attachedReads,
  claims: (element) => definitionIn(element)?.$type === 'bpmn:ErrorEventDefinition',
  write: (step, pen) => ({
    ...writeAttached(step.host, true, pen),
    eventDefinitions: [pen.make('bpmn:ErrorEventDefinition', step.error === undefined ? {} : { errorRef: pen.error(step.error) })],
  }),
  read(element, eye) {
    const error = eye.error(elementIn(definitionIn(element), 'errorRef'));
    return { ...readHost(element, eye), ...(error === undefined ? {} : { error }) };
  },
  supply: (_element, _eye, said) => ({ ...said, host: said.host ?? '' }),
});

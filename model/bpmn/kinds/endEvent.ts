import type { EndEvent } from '../../steps/endEvent.ts';
import { defineMapping } from '../defineMapping.ts';
import { elementIn, elementsIn, definitionIn, type Element } from '../element.ts';

const ways: { [type: string]: EndEvent['end'] } = { 'bpmn:TerminateEventDefinition': 'terminate', 'bpmn:ErrorEventDefinition': 'error' };

function wayOf(element: Element): EndEvent['end'] | undefined {
  const definition = definitionIn(element);
  return definition ? ways[definition.$type] : elementsIn(element, 'eventDefinitions').length === 0 ? 'plain' : undefined;
}

/** An end is an end event: plain, terminate, or an error with its code; its outcome is ours alone. */
export const endEvent = defineMapping<EndEvent>({
  kind: 'endEvent',
  reads: ['eventDefinitions'],
  claims: () => true,
  write(step, pen) {
    if (step.end === 'terminate') return { eventDefinitions: [pen.make('bpmn:TerminateEventDefinition')] };
    if (step.end === 'error') return { eventDefinitions: [pen.make('bpmn:ErrorEventDefinition', step.error === undefined ? {} : { errorRef: pen.error(step.error) })] };
    return {};
  },
  read(element, eye) {
    const end = wayOf(element);
    const error = end === 'error' ? eye.error(elementIn(definitionIn(element), 'errorRef')) : undefined;
    return { ...(end === undefined ? {} : { end }), ...(error === undefined ? {} : { error }) };
  },
  supply(element, eye, said) {
    if (said.end === undefined) {
      const types = elementsIn(element, 'eventDefinitions').map((definition) => definition.$type).join(', ');
      eye.changed(element, `结束时要做的事（${types}）未导入，按普通结束处理。`, `What happens at this end (${types}) was left out; it is a plain end.`);
    }
    return { ...said, end: said.end ?? 'plain' };
  },
});

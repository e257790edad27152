import type { StartEvent } from '../../steps/startEvent.ts';
import { defineMapping } from '../defineMapping.ts';
import { elementsIn } from '../element.ts';

/** A start is a start event without trigger; other triggers are listed, because a case begins with a declaration. */
export const startEvent = defineMapping<StartEvent>({
  kind: 'startEvent',
  reads: ['eventDefinitions'],
  claims: () => true,
  write: () => ({}),
  read: () => ({}),
  supply(element, eye) {
    for (const { $type } of elementsIn(element, 'eventDefinitions')) {
      eye.changed(element, `开始事件的触发条件（${$type}）未导入：案件由申报开始。`, `What triggers the start (${$type}) was left out: a case begins with a declaration.`);
    }
    return {};
  },
});

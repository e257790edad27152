import type { Eye, Pen } from './defineMapping.ts';
import { idOf, moddle, textIn } from './element.ts';

/** A pen whose elements belong to no file: to see what a step would be written as. */
export const scratchPen: Pen = {
  make: (type, properties) => moddle.create(type, properties),
  stepElement: (id) => moddle.create('bpmn:Task', { id }),
  message: (name) => moddle.create('bpmn:Message', { name }),
  error: (errorCode) => moddle.create('bpmn:Error', { errorCode }),
  role: (id) => moddle.create('bpmn:Resource', { id: `Role_${id}` }),
};

/** An eye for what was written by us: every name is as we wrote it. */
export const scratchEye: Eye = {
  stepId: (element) => (element ? idOf(element) : undefined),
  message: (element) => textIn(element, 'name'),
  error: (element) => textIn(element, 'errorCode'),
  role: (element) => (element ? idOf(element).replace('Role_', '') : undefined),
  roleByPlace: () => 'staff',
  changed: () => undefined,
};

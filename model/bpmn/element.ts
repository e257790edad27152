/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';

/** One element of a BPMN file as the parser gives it and the writer takes it. */
export type Element = ModdleElement;

/** Namespace of everything that is ours alone. */
export const ownNamespace = 'urn:shenpi:bpmn:1';

const jsonBody = { name: 'json', isBody: true, type: 'String' };
const own = (name: string) => ({ name, superClass: ['Element'], properties: [{ name: 'of', isAttr: true, type: 'String' }, jsonBody] });

/** Reads and writes BPMN 2.0 with our own elements: what a process, step, flow, form or measure is beyond BPMN, as JSON. */
export const moddle = new BpmnModdle({
  shenpi: { name: 'Shenpi', uri: ownNamespace, prefix: 'shenpi', xml: { tagAlias: 'lowerCase' }, types: ['Process', 'Measure', 'Form', 'Step', 'Flow'].map(own), enumerations: [], associations: [] },
});

function isElement(value: unknown): value is Element {
  return typeof value === 'object' && value !== null && '$type' in value;
}

/** Whether an element is of a BPMN type or of one derived from it. */
export function isA(element: Element, type: string): boolean {
  return element.$instanceOf?.(type) ?? false;
}

/** A property that is text; absent where it is anything else. */
export function textIn(element: Element | undefined, property: string): string | undefined {
  const value = element?.[property];
  return typeof value === 'string' ? value : undefined;
}

/** A property that is one element. */
export function elementIn(element: Element | undefined, property: string): Element | undefined {
  const value = element?.[property];
  return isElement(value) ? value : undefined;
}

/** A property that is a list of elements; empty where it is anything else. */
export function elementsIn(element: Element | undefined, property: string): Element[] {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** The identifier of an element in its file. */
export function idOf(element: Element | undefined): string {
  return textIn(element, 'id') ?? '';
}

/** The one event definition of an event; absent where there is none or there are several. */
export function definitionIn(element: Element): Element | undefined {
  const [definition, another] = elementsIn(element, 'eventDefinitions');
  return another ? undefined : definition;
}

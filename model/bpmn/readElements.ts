import { stepKinds, type Step } from '../steps/index.ts';
import type { Mapping } from './defineMapping.ts';
import { elementIn, elementsIn, idOf, isA, textIn, type Element } from './element.ts';
import { fits, mappingFor, mappingNamed } from './kinds/index.ts';
import { calledInFile, type Notebook } from './notebook.ts';
import { ownFields, ownPartsIn, type Fields } from './ownPart.ts';

/** An element of a file that becomes a step. */
export interface StepElement {
  element: Element;
  container: Element | undefined;
  mapping: Mapping<Step>;
  /** What we kept beside it; absent where it was not written by us. */
  kept: Fields | undefined;
}

/** The elements of a file that matter: what becomes a step, every sequence flow, and what has no place here, each in the order of the file. */
export interface FileElements {
  steps: StepElement[];
  flows: Element[];
  /** Steps of the file that nothing here does; flows may still lead past them. */
  leftOut: Element[];
  /** Frames with a name: groups of a category. */
  groups: Element[];
}

function keptIn(element: Element): { kind: string; fields: Fields } | undefined {
  const [part] = ownPartsIn(element, 'shenpi:Step');
  return part && { kind: textIn(part, 'of') ?? '', fields: ownFields(part) };
}

function mappingIn(element: Element): { mapping: Mapping<Step>; kept: Fields | undefined } | undefined {
  const own = keptIn(element);
  const named = own && mappingNamed(own.kind);
  // Another tool may have made another kind of element of it: then only what every step has is kept.
  if (own && named && fits(named, element.$type) && named.claims(element)) return { mapping: named, kept: own.fields };
  const mapping = mappingFor(element);
  return mapping && { mapping, kept: own && named && stepKinds[named.kind].bpmn === element.$type ? own.fields : undefined };
}

function noteElement(element: Element, notebook: Notebook): void {
  const called = calledInFile(element);
  const text = textIn(element, 'text');
  const more = text === undefined ? '' : `：“${text.slice(0, 200)}”`;
  notebook.say('leftOut', element, `“${called}”（${element.$type}）不能在这里运行，未导入${more}。`, `“${called}” (${element.$type}) cannot be run here and was left out${text === undefined ? '' : `: “${text.slice(0, 200)}”`}.`);
}

/** Sorts the elements of a process; what has no place here is noted, one by one, with everything in it. */
export function readElements(process: Element, notebook: Notebook): FileElements {
  const found: FileElements = { steps: [], flows: [], leftOut: [], groups: [] };
  const leaveOut = (element: Element): void => {
    noteElement(element, notebook);
    if (isA(element, 'bpmn:FlowNode')) found.leftOut.push(element);
    for (const inner of [...elementsIn(element, 'flowElements'), ...elementsIn(element, 'artifacts')]) leaveOut(inner);
  };
  const walk = (scope: Element, container: Element | undefined): void => {
    for (const element of elementsIn(scope, 'flowElements')) {
      if (isA(element, 'bpmn:SequenceFlow')) {
        found.flows.push(element);
        continue;
      }
      const read = isA(element, 'bpmn:FlowNode') ? mappingIn(element) : undefined;
      if (!read) {
        leaveOut(element);
        continue;
      }
      found.steps.push({ element, container, ...read });
      if (stepKinds[read.mapping.kind].contains) walk(element, element);
    }
    for (const artifact of elementsIn(scope, 'artifacts')) {
      if (isA(artifact, 'bpmn:Group') && elementIn(artifact, 'categoryValueRef')) found.groups.push(artifact);
      else leaveOut(artifact);
    }
  };
  walk(process, undefined);
  return withHosts(found, leaveOut);
}

/** Border events whose host is not a step of the same container are left out. */
function withHosts(found: FileElements, leaveOut: (element: Element) => void): FileElements {
  const containerOf = new Map(found.steps.map(({ element, container }) => [element, container]));
  const steps = found.steps.filter(({ element, container }) => {
    if (!isA(element, 'bpmn:BoundaryEvent')) return true;
    const host = elementIn(element, 'attachedToRef');
    const sits = host !== undefined && containerOf.has(host) && containerOf.get(host) === container && !isA(host, 'bpmn:BoundaryEvent');
    if (!sits) leaveOut(element);
    return sits;
  });
  return { ...found, steps };
}

/** The name in the file of the frame around steps. */
export function groupText(group: Element): { id: string; text: string } {
  const value = elementIn(group, 'categoryValueRef');
  return { id: idOf(value), text: textIn(value, 'value') ?? '' };
}

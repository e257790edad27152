import type { Step } from '../steps/index.ts';
import type { Element } from './element.ts';

/** What writing one step needs of the file around it. */
export interface Pen {
  make(type: string, properties?: { readonly [property: string]: unknown }): Element;
  /** The element of a step that is already written: the host of a border event. */
  stepElement(id: string): Element | undefined;
  /** The message of this name at the top of the file, the same for everybody who names it. */
  message(name: string): Element;
  /** The error of this code at the top of the file. */
  error(code: string): Element;
  /** The resource that stands for a role at the top of the file. */
  role(id: string): Element;
}

/** What reading one element needs of the file around it. Names come out as our own kind of names. */
export interface Eye {
  /** Our identifier of the step that an element became or will become. */
  stepId(element: Element | undefined): string | undefined;
  message(element: Element | undefined): string | undefined;
  error(element: Element | undefined): string | undefined;
  role(element: Element | undefined): string | undefined;
  /** Whose work an element is where it does not say so itself: by its lane, or by what other tools say of candidates. */
  roleByPlace(element: Element): string;
  /** Says that something of the element was changed or has to be filled in. */
  changed(element: Element, zh: string, en: string): void;
}

/** What a kind has of its own, beside what every step has. */
export type OwnFields<S extends Step> = Omit<S, 'id' | 'kind' | 'name' | 'stage' | 'parent' | 'position' | 'required' | 'whileSuspended'>;

/** How one kind of step is told in BPMN 2.0, in both directions. What BPMN has no word for is not its business: it is kept beside as JSON. */
export interface Mapping<S extends Step> {
  kind: S['kind'];
  /** Elements of BPMN that become this kind although they say something else; listed for the reader. */
  also?: { [element: string]: { zh: string; en: string } };
  /** Properties of the element that {@link Mapping.read} understands; what else stands there is listed as left out. */
  reads: readonly string[];
  /** Whether an element of the right type is of this kind. */
  claims(element: Element): boolean;
  /** The standard properties that say what BPMN can say of this step. */
  write(step: S, pen: Pen): { readonly [property: string]: unknown };
  /** What the standard properties say; a field that they do not say is absent. */
  read(element: Element, eye: Eye): Partial<OwnFields<S>>;
  /** What a step from elsewhere still needs to be well-formed; where nobody can know, it is noted for the reader. */
  supply(element: Element, eye: Eye, said: Partial<OwnFields<S>>): OwnFields<S>;
}

/** Declares a mapping; the identity function that gives one shape to every file of `kinds/`. */
export function defineMapping<S extends Step>(mapping: Mapping<S>): Mapping<S> {
  return mapping;
}

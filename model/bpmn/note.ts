import type { Place } from '../problem.ts';
import type { Text } from '../text.ts';

/** Where in a BPMN file something stands. */
export interface FilePlace {
  /** Identifier of the element in the file. */
  element?: string;
  name?: string;
  /** `bpmn:ScriptTask`, or the name of another tool's element. */
  type?: string;
  /** From 1. */
  line?: number;
}

/** Something a reader has to know of an import: the file is refused, a part is left out or was changed, or something had to be assumed. */
export interface ImportNote {
  weight: 'refused' | 'leftOut' | 'changed' | 'assumed';
  message: Text;
  where: FilePlace;
  /** What it became in the process. */
  became?: Place;
}

/** A change of `advance` that running cases would notice. */
export interface Revision {
  revision: number;
  since: string;
  was: string;
  is: string;
  why: string;
}

/** Every revision of the engine so far, oldest first; a case keeps the one it began on. */
export const revisions: Revision[] = [
  { revision: 1, since: '0.1.0', was: 'nothing', is: 'the first engine', why: 'A case has to name the engine that ran it, from the first day.' },
];

/** The revision on which new cases begin. */
export const revision = 1;

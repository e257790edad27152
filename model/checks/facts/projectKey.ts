/** A project's name as two claims of one applicant are compared by it: without spaces and punctuation, width and case made alike. */
export function projectKey(name: string): string {
  return name.normalize('NFKC').replace(/[\s\p{P}]/gu, '').toLowerCase();
}

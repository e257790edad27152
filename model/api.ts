/** The door's contract, by resource: the server validates and answers by these schemas, the page reads the same file. */
export * from './api/acts.ts';
export * from './api/budget.ts';
export * from './api/cases.ts';
export * from './api/documents.ts';
export * from './api/drafts.ts';
export * from './api/incidents.ts';
export * from './api/letters.ts';
export * from './api/list.ts';
export * from './api/measures.ts';
export * from './api/notices.ts';
export * from './api/operations.ts';
export * from './api/problemDetails.ts';
export * from './api/problems.ts';
export * from './api/proposals.ts';
export * from './api/session.ts';
export * from './api/tasks.ts';
export * from './api/upkeep.ts';

import type { Headers, WorkflowInterceptorsFactory } from '@temporalio/workflow';

/** Where callers put the trace they belong to; the name is that of Temporal's own OpenTelemetry interceptors. */
const header = '_tracer-data';
/** What a case does later than this is no part of the request that came before. */
const relatedMs = 60_000;

/**
 * Hands the trace of what reached a case on to the activities that follow from it. Only the header: spans inside a workflow cost every case
 * a library, and Temporal's own interceptors for them change the order of commands of cases that began without.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  let cause: Headers = {};
  let at = 0;
  const note = (headers: Headers): void => {
    const found = headers[header];
    cause = found === undefined ? {} : { [header]: found };
    at = Date.now();
  };
  const following = (headers: Headers): Headers => (Date.now() - at > relatedMs ? headers : { ...headers, ...cause });
  return {
    inbound: [
      {
        execute(input, next) {
          note(input.headers);
          return next(input);
        },
        handleUpdate(input, next) {
          note(input.headers);
          return next(input);
        },
        handleSignal(input, next) {
          note(input.headers);
          return next(input);
        },
      },
    ],
    outbound: [
      {
        scheduleActivity: (input, next) => next({ ...input, headers: following(input.headers) }),
        scheduleLocalActivity: (input, next) => next({ ...input, headers: following(input.headers) }),
      },
    ],
  };
};

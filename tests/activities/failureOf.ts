import { ApplicationFailure } from '@temporalio/activity';

/** The failure with which a promise ends: its code and whether it is final. Anything else that it does is an error of the test. */
export async function failureOf(promise: Promise<unknown>): Promise<{ code: string; final: boolean }> {
  try {
    await promise;
  } catch (failure) {
    if (!(failure instanceof ApplicationFailure)) throw failure;
    return { code: failure.type ?? '', final: failure.nonRetryable === true };
  }
  throw new Error('expected a failure');
}

import { ApplicationFailure } from '@temporalio/activity';
import type { Text } from '../model/text.ts';

/** The world's final "no": not retried; `code` becomes the code of the event `effectFailed`. */
export function finalFailure(code: string, message: Text): ApplicationFailure {
  return ApplicationFailure.nonRetryable(sentence(message), code, message);
}

/** Something that may be better the next time. */
export function passingFailure(code: string, message: Text): ApplicationFailure {
  return ApplicationFailure.retryable(sentence(message), code, message);
}

function sentence({ zh, en }: Text): string {
  return `${zh} / ${en}`;
}

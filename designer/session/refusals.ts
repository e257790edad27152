import type { ProblemDetails } from '../../model/api.ts';
import type { Text } from '../../model/text.ts';

/** The door said no, or broke: its problem details. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The door could not be reached, or what came back was no answer of it. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** What went wrong, as a sentence in both languages. */
export function sentenceOf(error: unknown): Text {
  if (error instanceof Refused) return error.problem.text;
  if (error instanceof Unreachable) return { zh: '无法连接服务器；请检查网络后重试，已填写的内容不会丢失。', en: 'The server cannot be reached; check the network and try again. What you filled in is kept.' };
  return { zh: '页面出错了；请刷新后重试。', en: 'This page went wrong; reload it and try again.' };
}

/** What the door said about single fields, by JSON pointer into the request. */
export function fieldFaults(error: unknown): { pointer: string; message: Text }[] {
  return error instanceof Refused ? (error.problem.errors ?? []) : [];
}

import type { ProblemDetails } from '../model/api/problemDetails.ts';
import type { Refusal, RefusalCode } from '../model/refusal.ts';
import type { Text } from '../model/text.ts';

/** How a refusal looks over HTTP. */
export interface RefusalRow {
  status: number;
  title: Text;
}

const row = (status: number, zh: string, en: string): RefusalRow => ({ status, title: { zh, en } });

/** HTTP status and title of every refusal code. */
export const refusals: { readonly [code in RefusalCode]: RefusalRow } = {
  malformed: row(400, '请求格式不正确', 'The request is malformed'),
  tooLarge: row(413, '内容过大', 'Too large'),
  unknown: row(404, '没有找到', 'Not found'),
  formInvalid: row(422, '表单填写有误', 'The form has faults'),
  amountInvalid: row(422, '金额不正确', 'The amount is invalid'),
  creditCodeInvalid: row(422, '统一社会信用代码不正确', 'The credit code is invalid'),
  notSignedIn: row(401, '请先登录', 'Not signed in'),
  notAllowed: row(403, '没有权限', 'Not allowed'),
  separationOfDuties: row(403, '职责分离', 'Separation of duties'),
  taskNotOpen: row(409, '任务不在办理中', 'The task is not open'),
  taskClaimed: row(409, '任务已被签收', 'The task is claimed'),
  outcomeUnknown: row(422, '没有这一办理结果', 'No such outcome'),
  caseClosed: row(409, '案件已结束', 'The case is closed'),
  caseSuspended: row(409, '案件已中止', 'The case is suspended'),
  notSuspended: row(409, '案件没有中止', 'The case is not suspended'),
  notWithdrawable: row(409, '不能撤回', 'Cannot be withdrawn'),
  messageNotExpected: row(409, '目前不受理', 'Not received now'),
  calendarInvalid: row(422, '日历有误', 'The calendar has faults'),
  incidentUnknown: row(404, '没有这一异常', 'No such incident'),
  reasonMissing: row(422, '缺少理由', 'A reason is missing'),
  documentRefused: row(422, '材料不能接收', 'The document is refused'),
  windowClosed: row(409, '不在申报期内', 'The window is closed'),
  keyReused: row(409, '幂等键已用于另一请求', 'The idempotency key was used for another request'),
  keyMissing: row(400, '缺少幂等键', 'The idempotency key is missing'),
  draftStale: row(409, '草稿已被他人修改', 'The draft was changed by somebody else'),
  processMalformed: row(422, '流程内容不符合格式', 'The process is malformed'),
  notPublishable: row(422, '流程还不能发布', 'The process cannot be published yet'),
  versionUnchanged: row(409, '与最新版本相同', 'The same as the latest version'),
  proposalOpen: row(409, '已有待批准的发布申请', 'A proposal is open already'),
  proposalDecided: row(409, '发布申请已处理', 'The proposal is decided'),
  fourEyes: row(403, '须由另一人批准', 'Another person has to approve'),
  sandboxOnly: row(403, '仅限沙箱', 'Sandbox only'),
  tooManyRequests: row(429, '请求过于频繁', 'Too many requests'),
  notReady: row(503, '服务暂不可用', 'Not ready'),
};

/** One fault of a request's body, by JSON pointer. */
export interface BodyFault {
  pointer: string;
  message: Text;
}

/** A refusal on its way out: thrown anywhere behind the door, caught by it alone. */
export class Refused extends Error {
  readonly refusal: Refusal;
  readonly errors: BodyFault[];
  /** What the asker needs to go on from here, beside the words. */
  beside: Pick<ProblemDetails, 'draft' | 'obstacles'> = {};
  /** What was asked for is there, and the asker may not know it: the record of refused attempts tells, the answer does not. */
  hidden = false;

  constructor(refusal: Refusal, errors: BodyFault[] = []) {
    super(refusal.message.en);
    this.name = 'Refused';
    this.refusal = refusal;
    this.errors = errors;
  }
}

/** A {@link Refused} in few words, for `throw`. */
export function refuse(code: RefusalCode, zh: string, en: string, where?: string, errors: BodyFault[] = []): Refused {
  return new Refused({ code, message: { zh, en }, ...(where === undefined ? {} : { where }) }, errors);
}

/** A refusal with what its asker needs to go on. */
export function withBeside(refused: Refused, beside: Refused['beside']): Refused {
  refused.beside = beside;
  return refused;
}

/** Marks a refusal that hides what is there from somebody who may not read it. */
export function hidden(refused: Refused): Refused {
  refused.hidden = true;
  return refused;
}

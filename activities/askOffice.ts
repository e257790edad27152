import type { JsonObject } from '../model/text.ts';
import { connectors } from './connectors.ts';
import type { EffectInput } from './contracts.ts';
import { finalFailure, passingFailure } from './failures.ts';
import { officeRequest } from './officeRequest.ts';
import type { Outside } from './outside.ts';

/**
 * Asks the office that `request.connector` names and answers what it said, in the connector's shape. Questions change nothing, so they may be
 * asked again. A 4xx other than 408 and 429 is the office's final `refusedByOffice`. An answer of the wrong shape (`badAnswer`) may be
 * passing, a maintenance page for instance, so it is tried again as often as silence is, and no longer.
 */
export function askOffice(outside: Outside) {
  return async ({ request }: EffectInput): Promise<JsonObject> => {
    const name = String(request.connector);
    const connector = Object.hasOwn(connectors, name) ? connectors[name] : undefined;
    if (!connector) {
      throw finalFailure('connectorUnknown', {
        zh: `没有名为 ${name} 的外部连接：请由管理员检查流程。`,
        en: `There is no connection named ${name}: an administrator should look at the process.`,
      });
    }
    const reply = await officeRequest(outside.offices(name), connector.method, connector.path(request), connector.body?.(request));
    if (reply.status === 408 || reply.status === 429 || reply.status >= 500) {
      throw passingFailure('officeTroubled', {
        zh: `外部单位（${name}）暂时无法办理（${reply.status}），将自动重试。`,
        en: `The office (${name}) cannot serve right now (${reply.status}); it will be tried again.`,
      });
    }
    if (reply.status >= 400) {
      throw finalFailure('refusedByOffice', {
        zh: `外部单位（${name}）拒绝了查询（${reply.status}）：请工作人员联系该单位。`,
        en: `The office (${name}) refused the request (${reply.status}): staff should contact it.`,
      });
    }
    const answer = connector.answer.safeParse(reply.body);
    if (!answer.success) {
      throw passingFailure('badAnswer', {
        zh: `外部单位（${name}）的答复格式不符：${answer.error.issues[0]?.path.join('.') ?? ''}。`,
        en: `The answer of the office (${name}) is not of the agreed shape: ${answer.error.issues[0]?.path.join('.') ?? ''}.`,
      });
    }
    return answer.data;
  };
}

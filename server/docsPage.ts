import { operations, type Operation } from '../model/api/operations.ts';
import { refusalCodes } from '../model/refusal.ts';
import { needsKey } from './http/call.ts';
import { refusals } from './refusals.ts';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const schemaLink = (name: string, part: string) => `<a href="/api/openapi.json#/components/schemas/${name}${part}"><code>${name}${part}</code></a>`;

function operationRow(name: string, operation: Operation): string {
  const who = operation.who === 'everybody' ? '所有人 / everybody' : operation.who === 'signedIn' ? '已登录 / signed in' : operation.who.join(', ');
  const parts = [
    operation.query ? '<code>?query</code>' : '',
    operation.upload ? 'multipart/form-data' : operation.body ? schemaLink(name, 'Body') : '',
    needsKey(operation) ? '<code>Idempotency-Key</code>' : '',
  ].filter((part) => part !== '');
  const answer = operation.answer ? schemaLink(name, 'Answer') : escape(operation.media ?? '204');
  return `<tr id="${name}"><td><b>${operation.method.toUpperCase()}</b></td><td><code>${escape(operation.path)}</code></td><td>${escape(operation.title.zh)}<br>${escape(operation.title.en)}</td><td>${escape(who)}</td><td>${parts.join('<br>')}</td><td>${answer}</td></tr>`;
}

const refusalRow = (code: (typeof refusalCodes)[number]) => `<tr id="${code}"><td><code>${code}</code></td><td>${refusals[code].status}</td><td>${escape(refusals[code].title.zh)}<br>${escape(refusals[code].title.en)}</td></tr>`;

/** The readable form of the API's documentation: one page without scripts. */
export function docsPage(): string {
  return `<!doctype html>
<html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Shenpi API</title>
<style>body{font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1f2329}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #d0d3d6;padding:.4rem .6rem;text-align:left;vertical-align:top}code{font-size:.9em}tr:target{background:#fff7d6}</style></head>
<body><h1>审批 API / Shenpi API</h1>
<p>完整定义 / full definition: <a href="/api/openapi.json">OpenAPI 3.1</a>. 会话 / session: <code>POST /api/session</code>（沙箱 / sandbox）, <code>GET /api/sign-in</code>（统一身份认证 / identity provider） → cookie <code>shenpi_session</code> (TLS: <code>__Host-shenpi_session</code>).
写操作须带 <code>X-Requested-With: shenpi</code> 和 <code>Idempotency-Key</code>（每次操作一个，重试不变）。 / Writes carry <code>X-Requested-With: shenpi</code> and an <code>Idempotency-Key</code> (one for each act, the same when repeated).
金额为整数分。 / Amounts are integer fen.</p>
<h2>操作 / Operations</h2>
<table><thead><tr><th></th><th>路径 / Path</th><th>用途 / Purpose</th><th>谁 / Who</th><th>请求 / Request</th><th>答复 / Answer</th></tr></thead><tbody>
${Object.entries<Operation>(operations).map(([name, operation]) => operationRow(name, operation)).join('\n')}
</tbody></table>
<h2>拒绝 / Refusals</h2>
<p><code>application/problem+json</code> (RFC 9457)</p>
<table><thead><tr><th>code</th><th>HTTP</th><th></th></tr></thead><tbody>
${refusalCodes.map(refusalRow).join('\n')}
<tr id="fault"><td><code>fault</code></td><td>500</td><td>程序错误<br>A fault of ours</td></tr>
</tbody></table></body></html>`;
}

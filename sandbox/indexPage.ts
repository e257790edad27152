import type { Order } from './orderBook.ts';
import type { RegisteredBody } from './registers.ts';
import { modes, type Setting } from './switches.ts';

/** The page on which a person sees the played registers and orders, and turns the switches; Chinese and English side by side. */
export function indexPage(bodies: readonly RegisteredBody[], orders: Order[], switches: Record<string, Setting>): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>外部单位（沙盒） Outside offices (sandbox)</title>
<style>
body { font: 14px/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1f2329; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #dee0e3; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
form { display: flex; gap: .5rem; flex-wrap: wrap; align-items: center; }
input { width: 6rem; }
</style>
</head>
<body>
<h1>外部单位（沙盒） <span lang="en">Outside offices (sandbox)</span></h1>
<p>全部数据均为虚构。 <span lang="en">Everything here is invented.</span></p>
<h2>开关 <span lang="en">Switches</span></h2>
<table>
<thead><tr><th scope="col">单位 Office</th><th scope="col">现状 Now</th><th scope="col">切换 Switch</th></tr></thead>
<tbody>${Object.entries(switches).map(switchRow).join('')}</tbody>
</table>
<h2>支付指令 <span lang="en">Payment orders</span></h2>
<table>
<thead><tr><th scope="col">凭证 Order</th><th scope="col">收款人 Payee</th><th scope="col">金额（元） Amount (yuan)</th><th scope="col">结果 Outcome</th></tr></thead>
<tbody>${orders.map(orderRow).join('') || '<tr><td colspan="4">暂无 None yet</td></tr>'}</tbody>
</table>
<h2>登记信息 <span lang="en">Registers</span></h2>
<table>
<thead><tr><th scope="col">信用代码 Code</th><th scope="col">名称 Name</th><th scope="col">区 District</th><th scope="col">纳统 Listed</th><th scope="col">备注 Remarks</th></tr></thead>
<tbody>${bodies.map(bodyRow).join('')}</tbody>
</table>
</body>
</html>`;
}

function switchRow([office, setting]: [string, Setting]): string {
  const options = modes.map((mode) => `<option${mode === setting.mode ? ' selected' : ''}>${mode}</option>`).join('');
  const now = setting.times === undefined ? setting.mode : `${setting.mode} × ${setting.times}`;
  return `<tr><th scope="row">${safe(office)}</th><td>${safe(now)}</td><td><form method="post" action="/switches">
<input type="hidden" name="office" value="${safe(office)}">
<label>方式 Mode <select name="mode">${options}</select></label>
<label>毫秒 ms <input name="delayMs" inputmode="numeric" value="${setting.delayMs}"></label>
<label>次数 Times <input name="times" inputmode="numeric"></label>
<button>切换 Switch</button></form></td></tr>`;
}

function orderRow(order: Order): string {
  const yuan = (order.amountFen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  const outcome = order.state === 'paid' ? `已支付 paid ${order.paidAt ?? ''}` : `已拒绝 refused: ${order.reason ?? ''}`;
  return `<tr><td>${safe(order.orderId)}</td><td>${safe(order.payee)}</td><td class="number">${yuan}</td><td>${safe(outcome)}</td></tr>`;
}

function bodyRow(body: RegisteredBody): string {
  const remarks = [body.status === 'active' ? '' : body.status, body.barredBecause ?? '', body.higherAward?.recalled ? '上级资金已追回 recalled' : ''];
  const listed = body.statistics.listed ? String(body.statistics.firstListedYear) : '—';
  return `<tr><td>${safe(body.creditCode)}</td><td>${safe(body.name)}</td><td>${safe(body.district)}</td><td>${listed}</td><td>${safe(remarks.filter(Boolean).join('；'))}</td></tr>`;
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

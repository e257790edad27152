import { z } from 'zod';
import { expectsWhole, expectsYesNo, setting, whole, yesNo } from './about.ts';

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const aWeekMs = 604_800_000;

/** The settings of the product's own processes, and of the store. */
export const ownSettings = {
  SHENPI_PORT: setting(whole(0, 65_535).prefault('7788'), {
    meaning: { zh: '接口和页面的端口', en: 'port of the API and the page' },
    expects: expectsWhole(0, 65_535), argument: { name: 'port' }, also: 'PORT',
  }),
  SHENPI_HOST: setting(z.string().prefault('127.0.0.1'), {
    meaning: { zh: '监听的地址', en: 'address it listens on' },
    expects: { zh: '地址', en: 'an address' }, argument: { name: 'host' },
  }),
  SHENPI_DATA: setting(z.string().optional(), {
    meaning: { zh: '存放文件的文件夹；没有 DATABASE_URL 时数据库也在其中。多个 server 进程须共用', en: 'folder of the uploaded files, and of the store where DATABASE_URL is not set; several servers share it' },
    expects: { zh: '文件夹', en: 'a folder' }, otherwise: '.shenpi/data', argument: { name: 'data' },
  }),
  DATABASE_URL: setting(z.url({ protocol: /^postgres(ql)?$/ }).optional(), {
    meaning: { zh: 'PostgreSQL 的地址；不设置则使用内嵌数据库（只限一个进程）', en: 'the PostgreSQL; without it the embedded store, for one process alone' },
    expects: { zh: 'postgres://用户:口令@主机/数据库', en: 'postgres://user:password@host/database' }, secret: true,
  }),
  SHENPI_DATABASE_POOL: setting(whole(2, 500).prefault('20'), {
    meaning: { zh: '每个进程到 PostgreSQL 的连接数上限', en: 'most connections of one process to PostgreSQL' },
    expects: expectsWhole(2, 500),
  }),
  SHENPI_WORKER: setting(yesNo('1'), {
    meaning: { zh: '本进程是否办理案件（npm run server 不办理）', en: 'whether this process carries cases (npm run server does not)' },
    expects: expectsYesNo, argument: { name: 'no-worker', sets: '0' },
  }),
  SHENPI_DOOR: setting(yesNo('1'), {
    meaning: { zh: '本进程是否应答接口和页面（npm run worker 不应答）', en: 'whether this process answers the API and the page (npm run worker does not)' },
    expects: expectsYesNo, argument: { name: 'no-door', sets: '0' },
  }),
  SHENPI_ROLLOUT: setting(z.enum(['newest', 'always', 'byHand', 'off']).prefault('newest'), {
    meaning: {
      zh: '新版 worker 何时接手案件：newest 首次启动的版本接手；always 本版本启动即接手（回退时用）；byHand 由 temporal 命令指定；off 不分版本',
      en: 'when this build of the worker takes the cases over: newest, if no newer build has; always, for going back; byHand, by the temporal command; off, builds are not told apart',
    },
    expects: { zh: 'newest、always、byHand 或 off', en: 'newest, always, byHand or off' },
  }),
  SHENPI_SANDBOX: setting(yesNo('1'), {
    meaning: { zh: '沙箱：口令公开的账号，只限回环地址；数据建立时决定，不可更改', en: 'a sandbox: accounts with a published password, on a loopback address only; settled when the store is made' },
    expects: expectsYesNo, argument: { name: 'no-sandbox', sets: '0' },
  }),
  SHENPI_DAY_MS: setting(whole(10, 86_400_000).prefault('1000'), {
    meaning: { zh: '沙箱中一天的实际毫秒数', en: 'real milliseconds of one day in a sandbox' },
    expects: expectsWhole(10, 86_400_000), argument: { name: 'day' },
  }),
  SHENPI_START: setting(z.iso.date().prefault('2026-03-02'), {
    meaning: { zh: '沙箱中新案件开始的日期', en: 'day on which a new case of a sandbox begins' },
    expects: { zh: '日期，如 2026-03-02', en: 'a day such as 2026-03-02' }, argument: { name: 'start' },
  }),
  SHENPI_CLAIM_MS: setting(whole(1_000, aWeekMs).prefault('86400000'), {
    meaning: { zh: '认领的任务在多少实际毫秒后失效，以便同事接办', en: 'real milliseconds after which a claim lapses, so that a colleague can take the task' },
    expects: expectsWhole(1_000, aWeekMs),
  }),
  SHENPI_ORIGIN: setting(z.url({ protocol: /^https?$/ }).transform((address) => new URL(address).origin).optional(), {
    meaning: { zh: '浏览器访问的地址；不设置则以请求为准', en: 'address under which browsers reach the door; without it their requests say' },
    expects: { zh: '地址，如 https://approvals.example.cn', en: 'an address such as https://approvals.example.cn' },
  }),
  SHENPI_SECURE: setting(yesNo('0'), {
    meaning: { zh: '在 TLS 之后：Cookie 只经 TLS 传送', en: 'behind TLS: cookies over TLS alone' },
    expects: expectsYesNo,
  }),
  SHENPI_PROXIES: setting(whole(0, 10).prefault('0'), {
    meaning: { zh: '前面有几层可信的代理', en: 'how many trusted proxies stand in front' },
    expects: expectsWhole(0, 10),
  }),
  SHENPI_PAGE: setting(z.string().optional(), {
    meaning: { zh: '页面构建结果所在的文件夹；none 表示不提供页面', en: 'folder of the built page; none: no page' },
    expects: { zh: '文件夹或 none', en: 'a folder, or none' }, otherwise: 'dist/designer', argument: { name: 'no-page', sets: 'none' },
  }),
  SHENPI_LOG: setting(z.enum(levels).prefault('info'), {
    meaning: { zh: '日志级别', en: 'level of the log' },
    expects: { zh: levels.join('、'), en: levels.join(', ') },
  }),
  SHENPI_WATCH_PORT: setting(whole(1, 65_535).optional(), {
    meaning: { zh: '供监控用的另一端口：/livez、/readyz、/metrics；没有接口的 worker 靠它', en: 'a second port for /livez, /readyz and /metrics; a mere worker has no other' },
    expects: expectsWhole(1, 65_535),
  }),
  SHENPI_WATCH_HOST: setting(z.string().prefault('127.0.0.1'), {
    meaning: { zh: '上述端口监听的地址', en: 'address that port listens on' },
    expects: { zh: '地址', en: 'an address' },
  }),
  SHENPI_WATCH_TOKEN: setting(z.string().min(16).optional(), {
    meaning: { zh: '读取 /metrics 所需的令牌（Authorization: Bearer …）；不设置则只应答本机', en: 'token that /metrics asks for (Authorization: Bearer …); without it this machine alone is answered' },
    expects: { zh: '至少 16 个字符', en: 'of at least 16 characters' }, secret: true,
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(z.url({ protocol: /^https?$/ }).optional(), {
    meaning: { zh: 'OpenTelemetry 收集器（OTLP/HTTP）；不设置则不记录调用链', en: 'OpenTelemetry collector (OTLP over HTTP); without it nothing is traced' },
    expects: { zh: '地址，如 http://127.0.0.1:4318', en: 'an address such as http://127.0.0.1:4318' },
  }),
  OTEL_SERVICE_NAME: setting(z.string().prefault('shenpi'), {
    meaning: { zh: '调用链中的服务名', en: 'name of the service in traces' },
    expects: { zh: '名称', en: 'a name' },
  }),
};

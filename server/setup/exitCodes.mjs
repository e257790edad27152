// @ts-check

/**
 * Every way a command of this product can stop before its work begins, with its exit code and what to do.
 * `{word}` is filled from the details a Fault is raised with. 1 is left to failed tests and to bugs.
 */
export const exitCodes = Object.freeze({
  usage: {
    exit: 2,
    zh: '命令参数或设置不正确：{what}。用法：{usage}',
    en: 'The arguments or settings are not understood: {what}. Usage: {usage}',
  },
  nodeTooOld: {
    exit: 10,
    zh: '需要 Node {needed} 或更高版本，当前为 {found}。请升级 Node 后重试。',
    en: 'Node {needed} or newer is needed, this is {found}. Upgrade Node and try again.',
  },
  packages: {
    exit: 11,
    zh: '无法安装依赖包（{why}）。请检查网络或 npm 的源配置，然后运行 npm ci。',
    en: 'The packages could not be installed ({why}). Check the network or npm\'s registry setting, then run: npm ci',
  },
  noTemporal: {
    exit: 12,
    zh: '找不到 Temporal，也无法下载或编译（{why}）。请安装 temporal 命令行工具，或用 TEMPORAL_ADDRESS 指向一台已有的服务器。',
    en: 'Temporal was not found and could be neither downloaded nor built ({why}). Install the temporal command, or name a running server by TEMPORAL_ADDRESS.',
  },
  temporalUnreachable: {
    exit: 13,
    zh: 'Temporal 服务器 {address} 没有应答（{why}）。请查看它的日志，确认地址正确后重试。',
    en: 'The Temporal server at {address} does not answer ({why}). Look at its log, check the address and try again.',
  },
  temporalRefused: {
    exit: 28,
    zh: 'Temporal 服务器 {address} 不接受连接（{why}）。请检查证书是否有效、是否由受信任的机构签发，以及 TEMPORAL_TLS_… 和 TEMPORAL_API_KEY 的设置。',
    en: 'The connection to the Temporal server at {address} is not trusted ({why}). Check that certificates are valid and their issuer is known, and the settings TEMPORAL_TLS_… and TEMPORAL_API_KEY.',
  },
  temporalNamespace: {
    exit: 29,
    zh: 'Temporal 服务器 {address} 没有命名空间 {namespace}。请检查 TEMPORAL_NAMESPACE，或先建立它：temporal operator namespace create --namespace {namespace} --retention 720h',
    en: 'The Temporal server at {address} has no namespace {namespace}. Check TEMPORAL_NAMESPACE, or create it: temporal operator namespace create --namespace {namespace} --retention 720h',
  },
  storeNotOpenable: {
    exit: 14,
    zh: '数据库 {store} 无法打开（{why}）。请检查路径、权限和 DATABASE_URL。',
    en: 'The store {store} cannot be opened ({why}). Check the path, its permissions and DATABASE_URL.',
  },
  storeNewerSchema: {
    exit: 15,
    zh: '数据库由更新版本的程序写成（结构版本 {found}，本程序只认识到 {known}）。请使用更新的程序。',
    en: 'The store was written by a newer release (schema {found}, this release knows up to {known}). Use the newer release.',
  },
  storeTooOld: {
    exit: 26,
    zh: '数据库服务器 {store} 是 PostgreSQL {found}，本程序需要 {needed} 或更高版本。请升级数据库服务器，或用 DATABASE_URL 指向另一台。',
    en: 'The server {store} is PostgreSQL {found}; this release needs {needed} or newer. Upgrade it, or name another one by DATABASE_URL.',
  },
  storeFull: {
    exit: 27,
    zh: '数据库 {store} 所在的磁盘已满（{why}）。未写入任何内容；请腾出空间后重试。',
    en: 'The disk of the store {store} is full ({why}). Nothing was written; make room and try again.',
  },
  portInUse: {
    exit: 16,
    zh: '端口 {port} 已被占用。请关闭占用它的程序，或用 --port 选择另一个端口。',
    en: 'Port {port} is in use. Stop the program that holds it, or choose another one with --port.',
  },
  noChromium: {
    exit: 17,
    zh: '找不到 Chromium，也无法安装（{why}）。请安装 chromium，或用 CHROMIUM_PATH 指明其路径。',
    en: 'Chromium was not found and could not be installed ({why}). Install chromium, or name its path by CHROMIUM_PATH.',
  },
  sandboxAccountsNotLoopback: {
    exit: 18,
    zh: '沙箱账号（无真实口令）只能在本机回环地址上使用，不能监听 {address}。请改用回环地址，或配置真实的身份认证。',
    en: 'Sandbox accounts have no real passwords and are served on a loopback address only, not on {address}. Use a loopback address, or configure real sign-in.',
  },
  sandboxAccountsInRealStore: {
    exit: 25,
    zh: '{store} 不是沙箱数据，却含有口令公开的沙箱账号，因此不予启动。请用没有沙箱账号的备份恢复，或另建数据库。',
    en: '{store} is not a sandbox store, yet holds sandbox accounts, whose password is published: it is not served. Restore a copy without them, or use another store.',
  },
  notSandboxStore: {
    exit: 19,
    zh: '{store} 不是沙箱数据，此操作只允许用于沙箱。请用 --data 指定另一个文件夹。',
    en: '{store} is not a sandbox store, and this is allowed on sandbox stores only. Choose another folder with --data.',
  },
  alreadyRunning: {
    exit: 20,
    zh: '数据文件夹 {data} 正由进程 {pid} 使用。请先停止它，或用 --data 指定另一个文件夹。',
    en: 'The data folder {data} is in use by process {pid}. Stop that one first, or choose another folder with --data.',
  },
  pageNotBuilt: {
    exit: 21,
    zh: '页面构建失败（{why}）。请运行 npm run build 查看详情。',
    en: 'The page could not be built ({why}). Run npm run build to see why.',
  },
  notReady: {
    exit: 22,
    zh: '服务器在 {seconds} 秒内没有就绪（{address}）。请查看上面的输出。',
    en: 'The server at {address} was not ready within {seconds} seconds. See its output above.',
  },
  noCompose: {
    exit: 35,
    zh: '找不到 Docker Compose，也无法编译（{why}）。请安装 Docker Compose 插件（第 2 代或更新），或安装 Go。',
    en: 'Docker Compose was not found and could not be built ({why}). Install the Docker Compose plugin (second generation or newer), or Go.',
  },
  serverNotRunning: {
    exit: 36,
    zh: '数据文件夹 {data} 的内嵌数据库只能由正在运行的服务器打开。请先运行 npm start，再重试。',
    en: 'The embedded store of {data} is opened by its running server alone. Run npm start first, then try again.',
  },
  rebuildIncomplete: {
    exit: 37,
    zh: '{of} 个案件中有 {failed} 个未能由历史重建，见上；其余已重建，可再次运行。',
    en: '{failed} of {of} cases could not be rebuilt, see above; the others are. It may be run again.',
  },
  noTestRan: {
    exit: 23,
    zh: '没有运行任何测试（{why}）。请检查所给的路径。',
    en: 'No test ran ({why}). Check the path that was given.',
  },
  cleanUpFailed: {
    exit: 24,
    zh: '无法停止 Temporal 进程 {pid}（{why}）。请手动结束它。',
    en: 'The Temporal process {pid} could not be stopped ({why}). End it by hand.',
  },
});

/** @typedef {keyof typeof exitCodes} FaultCode */

/** A start-up or command-line failure: a sentence in both languages that says what to do, and a documented exit code. */
export class Fault extends Error {
  /**
   * @param {FaultCode} code
   * @param {Readonly<Record<string, string | number | { zh: string, en: string }>>} [details] what fills the `{word}`s of the sentence
   * @param {unknown} [cause]
   */
  constructor(code, details = {}, cause) {
    const { exit, zh, en } = exitCodes[code];
    /**
     * @param {string} sentence
     * @param {'zh' | 'en'} language
     */
    const fill = (sentence, language) => sentence.replace(/\{(\w+)\}/g, (whole, word) => {
      const detail = details[word];
      return String(typeof detail === 'object' ? detail[language] : (detail ?? whole));
    });
    super(fill(en, 'en'), cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.code = code;
    this.exitCode = exit;
    this.text = { zh: fill(zh, 'zh'), en: fill(en, 'en') };
  }
}

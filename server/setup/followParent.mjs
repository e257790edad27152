// @ts-check
// Loaded into the server's process: when the process that started it is killed, the server drains and ends instead of holding port and store.
if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}

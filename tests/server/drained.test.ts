import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { drained } from '../../server/http/drained.ts';

it('a server that stops takes nobody new, answers who is being answered, ends streams, and closes idle connections', async () => {
  let answer: (() => void) | undefined;
  const server = createServer((request, response) => {
    if (request.url === '/stream') {
      response.setHeader('Content-Type', 'text/event-stream');
      response.write('data: 1\n\n');
    } else if (request.url === '/slow') answer = () => response.end('done');
    else response.end('quick');
  });
  const drain = drained(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const at = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const stream = (await at('/stream')).text();
  await (await at('/quick')).text(); // its connection is kept alive
  const slow = at('/slow').then((response) => response.text());
  await expect.poll(() => answer).toBeDefined();

  let over = false;
  const end = drain().then(() => (over = true));
  expect(await stream).toBe('data: 1\n\n');
  const refused = connect(port, '127.0.0.1');
  expect(await once(refused, 'error')).toMatchObject([{ code: 'ECONNREFUSED' }]);
  expect(over).toBe(false);
  answer?.();
  expect(await slow).toBe('done');
  await end;
});

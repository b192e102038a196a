// npx tsx web-on-node.ts: the web-standard handler behind Node's own server, with no framework.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { handle } from './web.ts';

async function respond(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = 'GET' } = incoming;
  const body = method === 'POST' ? { body: Readable.toWeb(incoming), duplex: 'half' as const } : {};
  const response = await handle(new Request('http://localhost/decisions', { method, ...body }));
  // Why: what is left of a body that was refused is not read.
  const headers = { 'content-type': 'application/json', connection: 'close' };
  outgoing.writeHead(response.status, headers).end(await response.text());
}

const server = createServer((incoming, outgoing) => {
  respond(incoming, outgoing).catch(() => outgoing.destroy());
});

// Why: on localhost, so that only what stands in front of it, with your sign-in, can reach it.
server.listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1', () => {
  console.log(`listening on ${(server.address() as AddressInfo).port}`);
});

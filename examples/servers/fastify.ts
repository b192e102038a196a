// npx tsx fastify.ts, then POST a request to /decisions: the answer is a decision, or what is wrong with the request.
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import type { FastifyError } from 'fastify';
import { safeDecide } from 'lawful-sharing';

// Why: the logger stays off; one that you turn on must log neither bodies nor whole errors.
const app = Fastify({ bodyLimit: 64 * 1024, logger: false });

app.post('/decisions', (request, reply) => {
  const read = safeDecide(request.body);
  // An issue names a place, what is wrong and what to do. It never repeats what was sent.
  if (read.success) return reply.send(read.decision);
  return reply.code(422).send({ issues: read.issues });
});

const problems: Record<number, string> = {
  400: 'expected JSON',
  413: 'expected a smaller body',
  415: 'expected JSON',
};

app.setErrorHandler((error: FastifyError, _request, reply) => {
  const told = problems[error.statusCode ?? 500];
  const status = told === undefined ? 500 : (error.statusCode ?? 500);
  return reply.code(status).send({ error: told ?? 'a fault of ours' });
});

// Why: on localhost, so that only what stands in front of it, with your sign-in, can reach it.
await app.listen({ port: Number(process.env['PORT'] ?? 3000), host: '127.0.0.1' });
console.log(`listening on ${(app.server.address() as AddressInfo).port}`);

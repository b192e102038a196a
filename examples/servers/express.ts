// npx tsx express.ts, then POST a request to /decisions: the answer is a decision, or what is wrong with the request.
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { ErrorRequestHandler } from 'express';
import { safeDecide } from 'lawful-sharing';

const app = express();
app.disable('x-powered-by');
app.use(express.json({ limit: '64kb' }));

app.post('/decisions', (req, res) => {
  const read = safeDecide(req.body);
  // An issue names a place, what is wrong and what to do. It never repeats what was sent.
  if (read.success) res.json(read.decision);
  else res.status(422).json({ issues: read.issues });
});

const problems: Record<number, string> = { 400: 'expected JSON', 413: 'expected a smaller body' };

// Why: Express would answer with the stack, and the errors of its JSON parser hold the whole body: never log them.
const onError: ErrorRequestHandler = (error: { status?: number }, _req, res, next) => {
  if (res.headersSent) {
    next(error);
    return;
  }
  const told = problems[error.status ?? 500];
  const status = told === undefined ? 500 : (error.status ?? 500);
  res.status(status).json({ error: told ?? 'a fault of ours' });
};
app.use(onError);

// Why: on localhost, so that only what stands in front of it, with your sign-in, can reach it.
const server = app.listen(Number(process.env['PORT'] ?? 3000), '127.0.0.1', () => {
  console.log(`listening on ${(server.address() as AddressInfo).port}`);
});

// A handler of web-standard requests: for Next, Hono, Deno, Bun, Cloudflare Workers and the like.
import { safeDecide } from 'lawful-sharing';

const limit = 64 * 1024;
const answer = (status: number, body: unknown): Response => Response.json(body, { status });

/** The body as text, or nothing where it is too large. Why: what `content-length` says is only a claim. */
async function bodyOf({ body }: Request): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let size = 0;
  let text = '';
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Answers a POST of a request with a decision, or with what is wrong with the request. */
export async function handle(request: Request): Promise<Response> {
  if (request.method !== 'POST') return answer(405, { error: 'expected POST' });
  try {
    const text = await bodyOf(request);
    if (text === undefined) return answer(413, { error: 'expected a smaller body' });
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      // Why: the error of JSON.parse may quote what was sent.
      return answer(400, { error: 'expected JSON' });
    }
    const read = safeDecide(body);
    // An issue names a place, what is wrong and what to do. It never repeats what was sent.
    return read.success ? answer(200, read.decision) : answer(422, { issues: read.issues });
  } catch {
    return answer(500, { error: 'a fault of ours' });
  }
}

// In a Next application this is app/decisions/route.ts, with web.ts beside it.
import { handle } from './web.ts';

export const runtime = 'nodejs';
export const POST = (request: Request): Promise<Response> => handle(request);

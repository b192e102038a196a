import 'reflect-metadata';
import { HttpException } from '@nestjs/common';
import { expect, test } from 'vitest';
import { decide, safeDecide } from '../../src/index.ts';

// Why by a name that the compiler does not follow: its decorators are of another tsconfig, examples/servers/tsconfig.json.
const file = 'nest-controller';
const { DecisionsController } = (await import(`../../examples/servers/${file}.ts`)) as {
  DecisionsController: new () => { decide(body: unknown): unknown };
};
const controller = new DecisionsController();

test('the NestJS controller answers a good request with the decision', () => {
  const request = { on: '2026-11-21', mode: 'proactive' } as const;
  expect(controller.decide(request)).toEqual(decide(request));
});

test('the NestJS controller answers a malformed request with 422 and the issues alone', () => {
  const malformed = { on: 'Wilhelmina', Wilhelmina: 1 };
  const { issues } = safeDecide(malformed) as { issues: unknown };
  let thrown: unknown;
  try {
    controller.decide(malformed);
  } catch (error) {
    thrown = error;
  }
  const { status, body } =
    thrown instanceof HttpException
      ? { status: thrown.getStatus(), body: thrown.getResponse() }
      : { status: undefined, body: undefined };
  expect(status).toBe(422);
  expect(body).toEqual({ issues });
});

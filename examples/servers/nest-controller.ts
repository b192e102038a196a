import { Body, Controller, HttpCode, Post, UnprocessableEntityException } from '@nestjs/common';
import { safeDecide } from 'lawful-sharing';
import type { SharingDecision } from 'lawful-sharing';

// Why `unknown`: the library checks the body itself, and a pipe that changes it first would hide what was sent.
@Controller('decisions')
export class DecisionsController {
  @Post()
  @HttpCode(200)
  decide(@Body() body: unknown): SharingDecision {
    const read = safeDecide(body);
    // An issue names a place, what is wrong and what to do. It never repeats what was sent.
    if (!read.success) throw new UnprocessableEntityException({ issues: read.issues });
    return read.decision;
  }
}

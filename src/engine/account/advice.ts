import type { SharingDecision } from '../../model/decision.ts';
import { capital } from '../phrases.ts';
import { once, section } from './section.ts';
import type { Section } from './section.ts';
import { adviserWords } from './words.ts';

/** Whom to ask, and about what. */
export const adviceSection = ({ advice }: SharingDecision): Section =>
  section('Advice to get', {
    lines: advice.map(
      ({ who, about }) => `${capital(adviserWords[who])}: ${about.replace(/\.$/, '')}.`,
    ),
  });

/** What to be wary of. */
export const cautionsSection = ({ cautions }: SharingDecision): Section =>
  section('Cautions', { lines: once(cautions.map(({ text }) => text)) });

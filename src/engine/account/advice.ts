import type { SharingDecision } from '../../model/decision.ts';
import { capital } from '../phrases.ts';
import { once, section } from './section.ts';
import type { Section } from './section.ts';
import type { Speech } from './speech.ts';

/** Whom to ask, and about what. */
export const adviceSection = ({ advice }: SharingDecision, { say }: Speech): Section =>
  section(say('heading.advice'), {
    lines: advice.map(({ who, about }) =>
      say('adviceFrom', {
        who: capital(say(`adviser.${who}`)),
        about: about.replace(/\.$/, ''),
      }),
    ),
  });

/** What to be wary of. */
export const cautionsSection = ({ cautions }: SharingDecision, { say }: Speech): Section =>
  section(say('heading.cautions'), { lines: once(cautions.map(({ text }) => text)) });

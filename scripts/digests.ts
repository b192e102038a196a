/** Writes test/scenarios/digests.tsv: what every scenario comes to, a line each. */
import { writeFileSync } from 'node:fs';
import { digestsFile, keptTexts, scenarios } from '../test/digests/scenarios.ts';

writeFileSync(digestsFile, keptTexts().digests);
console.log(`${scenarios.length} scenarios`);

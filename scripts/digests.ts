/** Writes test/scenarios/digests.tsv: what every scenario comes to, a line each. */
import { writeFileSync } from 'node:fs';
import { digestsFile, digestsText, scenarios } from '../test/digests/scenarios.ts';

writeFileSync(digestsFile, digestsText());
console.log(`${scenarios.length} scenarios`);

/** Runs the analyses of a rule base, one after another. */
import type { Base, Finding } from './base.ts';
import { see } from './base.ts';
import { contradictions } from './contradictions.ts';
import type { Extent } from './corpus.ts';
import { corpus } from './corpus.ts';
import { duplicates } from './duplicates.ts';
import { gaps } from './gaps.ts';
import { idleExceptions, idleLeaves } from './idle.ts';
import { unmet } from './unmet.ts';

export const keyOf = ({ check, rules, at }: Finding): string => [check, ...rules, at].join(' ');

const sizeOf = ({ request }: Finding): number => JSON.stringify(request ?? '').length;

/** Looks at decisions, and keeps of each finding the smallest request that shows it. */
function decisions(base: Base, extent: Extent): { findings: Finding[]; looked: number } {
  const found = new Map<string, Finding>();
  let looked = 0;
  for (const request of corpus(base, extent)) {
    const seen = see(base, request);
    if (!seen) continue;
    looked++;
    for (const finding of [...contradictions(base, seen), ...gaps(base, seen)]) {
      const known = found.get(keyOf(finding));
      if (!known || sizeOf(finding) < sizeOf(known)) found.set(keyOf(finding), finding);
    }
  }
  return { findings: [...found.values()], looked };
}

/** The analyses by name. */
export const analyses: Readonly<
  Record<string, (base: Base, extent: Extent) => { findings: Finding[]; looked?: number }>
> = {
  duplicates: (base) => ({ findings: duplicates(base) }),
  unmet: (base) => ({ findings: unmet(base) }),
  leaves: (base) => ({ findings: idleLeaves(base) }),
  exceptions: (base) => ({ findings: idleExceptions(base) }),
  decisions,
};

/** All findings, or those of one analysis, with a line of figures. */
export function analyse(
  base: Base,
  extent: Extent,
  only: string | undefined,
  tell: (line: string) => void,
): { findings: Finding[]; figures: string } {
  let looked = 0;
  const findings = Object.entries(analyses).flatMap(([name, run]) => {
    if (only !== undefined && name !== only) return [];
    const begun = performance.now();
    const found = run(base, extent);
    looked += found.looked ?? 0;
    tell(
      `${name}: ${found.findings.length} in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
    );
    return found.findings;
  });
  const { rules } = base.ground.program;
  return { findings, figures: `${rules.length} rules, ${looked} decisions` };
}

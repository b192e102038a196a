import type { SharingDecision } from '../../model/decision.ts';
import { goes, section } from './section.ts';
import type { Section } from './section.ts';
import type { Speech } from './speech.ts';

/** The rules that the verdicts, bases and telling rest on, of those that were found met. */
function restingOn(decision: SharingDecision): ReadonlySet<string> {
  const met = new Set(
    decision.reasons.flatMap(({ rule, finding }) => (finding === 'met' ? [rule] : [])),
  );
  const going = new Set(decision.items.filter(goes).map(({ ref }) => ref));
  const rows = [
    ...decision.items.filter((item) => !goes(item)),
    ...decision.lawfulBases.filter(({ preferred }) => preferred),
    ...decision.conditions.filter(({ item, status }) => status === 'available' && going.has(item)),
    ...decision.confidentiality.filter(({ item, status }) => status === 'met' && going.has(item)),
    ...decision.gateways.filter(({ status }) => status === 'applies'),
    ...decision.informing,
  ];
  return new Set(
    rows
      .flatMap(({ reasons }) => reasons)
      .filter((id) => met.has(id))
      .sort(),
  );
}

/** What the verdicts, bases and telling rest on; local procedures and all other sources are counted. */
export function referencesSection(decision: SharingDecision, speech: Speech): Section {
  const { say, word, count } = speech;
  const rules = restingOn(decision);
  const resting = decision.reasons.filter(({ rule }) => rules.has(rule));
  const places = new Map<string, Set<string>>();
  for (const { source, at } of [
    ...resting.flatMap(({ citations }) => citations),
    ...decision.humanDecision.citations,
  ])
    places.set(source, (places.get(source) ?? new Set<string>()).add(at));
  const listed = decision.citations.flatMap(({ id, kind, title, url, verified, commencement }) => {
    const at = places.get(id);
    if (!at || kind === 'local-procedure') return [];
    const state = [
      ...(verified ? [] : [say('unverified')]),
      ...(commencement === 'in-force' ? [] : [word(commencement)]),
    ];
    const said = state.length ? ` (${state.join('; ')})` : '';
    return [`${title}, ${[...at].sort().join('; ')}${said}: ${url}`];
  });
  const rest = decision.citations.length - listed.length;
  return section(say('heading.references'), {
    lines: [
      ...listed,
      ...(rest ? [count(rest, 'sources')] : []),
      ...(rules.size ? [say('rules', { rules: [...rules].join(', ') })] : []),
    ],
  });
}

import type { SharingDecision } from '../model/decision.ts';

/** How a note is written. */
export interface NoteOptions {
  /** Markdown for a case file that shows it, or plain text for one that does not. */
  format?: 'markdown' | 'text';
}

interface Paper {
  title(text: string): string;
  heading(text: string): string;
  item(text: string): string;
  sub(text: string): string;
}
const papers: Record<'markdown' | 'text', Paper> = {
  markdown: {
    title: (text) => `# ${text}`,
    heading: (text) => `\n## ${text}\n`,
    item: (text) => `- ${text}`,
    sub: (text) => `  - ${text}`,
  },
  text: {
    title: (text) => `${text}\n${'='.repeat(text.length)}`,
    heading: (text) => `\n${text}\n${'-'.repeat(text.length)}`,
    item: (text) => `* ${text}`,
    sub: (text) => `    ${text}`,
  },
};

const outcomeWords: Record<SharingDecision['outcome'], string> = {
  share: 'Share',
  'share-in-part': 'Share in part',
  'do-not-share': 'Do not share',
  'seek-advice': 'Seek advice',
  'more-information-needed': 'More information needed',
};
const verdictWords: Record<SharingDecision['items'][number]['verdict'], string> = {
  share: 'share',
  'share-with-changes': 'share, with changes',
  withhold: 'hold back',
  undetermined: 'not settled',
};
const tellingWords: Record<SharingDecision['informing'][number]['verdict'], string> = {
  tell: 'tell them of this sharing',
  'need-not-tell': 'need not be told of this sharing',
  'do-not-tell': 'do not tell them',
  defer: 'tell them later',
  undetermined: 'not settled whether to tell them',
};
const whenWords: Record<SharingDecision['obligations'][number]['when'], string> = {
  before: 'Before sharing',
  with: 'With the information',
  after: 'Afterwards',
};
const statusWords: Record<SharingDecision['consents'][number]['verdict'], string> = {
  valid: 'valid',
  invalid: 'not valid',
  undetermined: 'not known to be valid',
  'not-needed': 'not needed',
  'not-appropriate': 'not to be asked for',
};
const consentWords: Record<SharingDecision['consents'][number]['kind'], string> = {
  dataProtection: 'data protection consent',
  confidentiality: 'consent to disclose what is confidential',
  service: 'agreement to the service',
};

/** A lawful basis or condition as it is cited: `6(1)(e)` becomes "Article 6(1)(e)". */
const provision = (article: string): string =>
  /^\d/.test(article) ? `Article ${article}` : article;
const paragraph = (schedule1: string): string =>
  /^\d/.test(schedule1) ? `Schedule 1 paragraph ${schedule1}` : schedule1;
const answerWords = (value: boolean | string): string =>
  value === true ? 'yes' : value === false ? 'no' : value;

/** Words of ours as a reader meets them: `redact-identity` becomes "redact identity". */
const plain = (word: string): string => word.replaceAll('-', ' ');
const whose = ({
  person,
  item,
  consent,
}: SharingDecision['questions'][number]['scope']): string => {
  const of = consent === undefined ? '' : `, ${consentWords[consent]}`;
  return person !== undefined
    ? ` (person ${person}${of})`
    : item !== undefined
      ? ` (item ${item})`
      : '';
};

/** The sources behind what a note tells: findings that were made, not the many that were looked at. */
function sourcesOf(decision: SharingDecision): ReadonlySet<string> {
  const met = decision.reasons.filter(({ finding }) => finding === 'met');
  const human = decision.humanDecision.citations;
  return new Set(
    [...met.flatMap(({ citations }) => citations), ...human].map(({ source }) => source),
  );
}

/**
 * A note of a decision for the case file, in Markdown (the default) or plain text. It holds the refs and words of the
 * decision and nothing else of the case.
 *
 * @since 0.1.0
 */
export function caseNote(
  decision: SharingDecision,
  { format = 'markdown' }: NoteOptions = {},
): string {
  const paper = papers[format];
  const because = new Map(decision.reasons.map((reason) => [reason.rule, reason]));
  const titles = new Map(decision.citations.map(({ id, title }) => [id, title]));
  const told = sourcesOf(decision);
  const lines: string[] = [];
  const section = (heading: string, entries: readonly string[]) => {
    if (entries.length) lines.push(paper.heading(heading), ...entries);
  };
  const reasons = (ids: readonly string[]): string[] =>
    [
      ...new Set(
        ids.flatMap((id) => {
          const reason = because.get(id);
          return reason && reason.finding !== 'unknown' ? [reason.because] : [];
        }),
      ),
    ].map((text) => paper.sub(text));

  const strength =
    decision.outcome === 'seek-advice' || decision.outcome === 'more-information-needed'
      ? ''
      : ` (${decision.strength})`;
  lines.push(paper.title(`${outcomeWords[decision.outcome]}${strength}`), '', decision.summary);
  if (decision.urgency !== 'routine') lines.push('', `Urgency: ${plain(decision.urgency)}.`);

  section(
    'What goes and what does not',
    decision.items.flatMap(({ ref, verdict, strength: how, changes, reasons: why }) => [
      paper.item(
        `${ref}: ${verdictWords[verdict]}${verdict.startsWith('share') ? ` (${how})` : ''}${changes.length ? `: ${changes.map(plain).join(', ')}` : ''}`,
      ),
      ...(verdict === 'withhold' ? reasons(why) : []),
    ]),
  );
  section(
    'Ask next',
    decision.questions.map(({ question, scope, because: why }) =>
      paper.item(`${question}${whose(scope)} ${why}`),
    ),
  );
  section(
    'What would change this',
    decision.remedies.map(({ item, text }) => paper.item(`${item}: ${text}`)),
  );
  section('Lawful footing', [
    ...decision.lawfulBases
      .filter(({ status }) => status === 'available')
      .sort((a, b) => Number(b.preferred) - Number(a.preferred))
      .flatMap(({ article, condition, preferred, items, reasons: why }) => [
        paper.item(
          `${provision(article)}${condition === undefined ? '' : `, ${condition}`}${preferred ? ' (preferred)' : ''}: ${items.join(', ')}`,
        ),
        ...(preferred ? reasons(why) : []),
      ]),
    ...decision.conditions
      .filter(({ status }) => status === 'available')
      .map(({ item, article, schedule1, appropriatePolicyDocument }) =>
        paper.item(
          `${provision(article)}${schedule1 === undefined ? '' : `, ${paragraph(schedule1)}`}: ${item}${appropriatePolicyDocument === 'missing' ? ' (the policy document is missing)' : ''}`,
        ),
      ),
    ...decision.confidentiality
      .filter(({ status }) => status === 'met')
      .map(({ item, by }) => paper.item(`Confidence gives way (${plain(by ?? '')}): ${item}`)),
  ]);
  section(
    'Duties, powers and restrictions',
    decision.gateways
      .filter(({ status }) => status === 'applies')
      .map(({ id, kind, strength: how, reasons: why }) =>
        paper.item(`${because.get(why[0] ?? '')?.title ?? id} (${id}): ${kind}, ${how}`),
      ),
  );
  section(
    'Consent',
    decision.consents.map(({ person, kind, verdict, defects }) =>
      paper.item(
        `${person}: ${consentWords[kind]} is ${statusWords[verdict]}${defects.length ? `: ${defects.map(plain).join(', ')}` : ''}`,
      ),
    ),
  );
  section(
    'Telling people',
    decision.informing.flatMap(({ person, verdict, reasons: why }) => [
      paper.item(`${person}: ${tellingWords[verdict]}`),
      ...(verdict === 'undetermined' ? [] : reasons(why)),
    ]),
  );
  for (const when of ['before', 'with', 'after'] as const) {
    const due = decision.obligations.filter((one) => one.when === when && one.status === 'applies');
    section(
      whenWords[when],
      due.map(({ level, text, due: by }) =>
        paper.item(`${level}: ${text}${by === undefined ? '' : ` By ${by}.`}`),
      ),
    );
  }
  const open = decision.obligations.filter(({ status }) => status === 'undetermined');
  section(
    'May also apply, depending on what is not known yet',
    open.map(({ level, text }) => paper.item(`${level}: ${text}`)),
  );
  section(
    'Advice',
    decision.advice.map(({ who, about }) => paper.item(`${plain(who)}: ${about}`)),
  );
  section(
    'Record, as soon as possible and never as a reason to wait',
    decision.record
      .filter(({ status }) => status === 'applies')
      .map(({ field, level, value, timing }) =>
        paper.item(
          `${plain(field)} (${level})${value === undefined ? '' : `: ${[value].flat().map(answerWords).join(', ')}`}${timing === 'before' ? ', before sharing' : ''}`,
        ),
      ),
  );
  section(
    'Cautions',
    decision.cautions.map(({ text }) => paper.item(text)),
  );
  section(
    'Sources',
    decision.citations
      .filter(({ id }) => told.has(id))
      .map(({ title, pinpoint, url, verified, commencement }) => {
        const state = [
          ...(verified ? [] : ['text not verified']),
          ...(commencement === 'in-force' ? [] : [plain(commencement)]),
        ];
        return paper.item(
          `${title}, ${pinpoint}${state.length ? ` (${state.join(', ')})` : ''}: ${url}`,
        );
      }),
  );
  const { provenance, humanDecision } = decision;
  lines.push(
    '',
    `${humanDecision.why} (${humanDecision.citations.map(({ source, at }) => `${titles.get(source) ?? source}, ${at}`).join('; ')})`,
    `Decided as at ${provenance.on} under ${decision.regime}, by lawful-sharing ${provenance.packageVersion}, law as at ${provenance.lawAsAt}. Not legal advice.`,
  );
  return `${lines.join('\n')}\n`;
}

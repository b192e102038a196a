/** A JSON pointer to where a path of keys and places leads. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** One thing wrong with a request: where, what, and what to do. It never repeats a value of the request. */
export interface RequestIssue {
  code: string;
  /** A JSON pointer; empty for the request as a whole. */
  path: string;
  message: string;
  help: string;
}

/** One defect of a rule or pack. */
export interface PackIssue {
  code: string;
  /** The pack, and the rule where there is one. */
  pack: string;
  rule?: string;
  /** A JSON pointer within the rule or pack. */
  path: string;
  message: string;
  help: string;
}

const line = (place: string, path: string, { message, help }: { message: string; help: string }) =>
  `${place}${path ? `, ${path}` : ''}: ${message}\n  help: ${help}`;

/** How many issues a message tells at most, so that it stays a message; `issues` holds them all. */
const told = 1000;

const messageOf = (lines: readonly string[]): string =>
  [
    ...lines.slice(0, told),
    ...(lines.length > told ? [`and ${lines.length - told} more`] : []),
  ].join('\n');

/**
 * A request that is not well formed. All its issues come at once, and none of them repeats what was sent.
 * Told apart by `code`, since two copies of a library do not share a class.
 */
export class InvalidRequestError extends Error {
  readonly code = 'invalid-request';
  readonly issues: readonly RequestIssue[];
  constructor(issues: readonly RequestIssue[]) {
    super(messageOf(issues.map((issue) => line('request', issue.path, issue))));
    this.name = 'InvalidRequestError';
    this.issues = issues;
  }
}

/** A rule or pack that does not hold together. All its defects come at once. Told apart by `code`. */
export class InvalidPackError extends Error {
  readonly code = 'invalid-pack';
  readonly issues: readonly PackIssue[];
  constructor(issues: readonly PackIssue[]) {
    super(
      messageOf(
        issues.map((issue) =>
          line(issue.rule ? `rule \`${issue.rule}\`` : `pack \`${issue.pack}\``, issue.path, issue),
        ),
      ),
    );
    this.name = 'InvalidPackError';
    this.issues = issues;
  }
}

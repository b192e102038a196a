/** How the command line is used. */
export const usage = `usage: lawful-sharing <command>

  decide [FILE|-] [--as-at DATE] [--pack ID|FILE]... [--format text|markdown|json] [--brief] [--cross-check]
      decide a request; with no file, the first example; --pack adds the procedures of a place;
      --cross-check evaluates it a second time with json-rules-engine
  decide FILE|- --ndjson [--brief] [--as-at DATE] [--pack ID|FILE]... [--cross-check]
      decide many requests, one in JSON on each line (at most 8,000,000 characters; blank lines are skipped):
      a line of JSON for each, in their order, with the number of its line as \`line\`; a bad line is told on
      standard error by its number, and so is how many are done; the rest are decided all the same
  explain FILE|- --rule ID [--pack ID|FILE]... [--person REF] [--item REF] [--format text|json]
      how a rule stands for a request, limb by limb
  facts [--format text|json]
      every question and derived fact that a rule can read
  rules [--source ID] [--format text|json]
      every rule with its limbs, or those that cite a source
  check-pack ID|FILE [--pack ID|FILE]...
      every defect of a pack of local procedures, beside others it is to work with; with none, what it changes

exit: 0 done, 1 a defect of ours, 2 bad usage or a file that cannot be opened, 3 an invalid request or pack,
      4 two evaluators disagree
`;

/** A command line that cannot be carried out as it stands. */
export class UsageError extends Error {}

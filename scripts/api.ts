/**
 * Writes docs/report: what each entry point exports, with its types. With `--check`, only compares it.
 * Reads the declarations under temp/types, which `npm run declarations` writes.
 */
import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { root } from './rulebase.ts';

/** Each report, and the declarations that it is made from. One pack stands for all: they export the same. */
const entries = {
  'lawful-sharing': 'index',
  rules: 'rules/index',
  model: 'model/index',
  'json-rules-engine': 'json-rules-engine/index',
  testing: 'testing/index',
  'packs-somerset': 'rules/packs/somerset.generated',
};

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const configFile = join(root, 'api-extractor.json');
const base = ExtractorConfig.loadFile(configFile);

/** Whether the report of an entry point is what it was. Written anew unless only checked. */
function isUnchanged([name, declarations]: [string, string]): boolean {
  const { apiReportChanged, succeeded } = Extractor.invoke(
    ExtractorConfig.prepare({
      configObject: {
        ...base,
        mainEntryPointFilePath: join(root, 'temp/types', `${declarations}.d.ts`),
        apiReport: { enabled: true, ...base.apiReport, reportFileName: `${name}.api.md` },
      },
      configObjectFullPath: configFile,
      packageJsonFullPath: join(root, 'package.json'),
    }),
    {
      localBuild: !values.check,
      messageCallback: (message) => {
        message.handled = message.logLevel !== ExtractorLogLevel.Error;
      },
    },
  );
  if (!succeeded && !apiReportChanged)
    throw new Error(`docs/report/${name}.api.md: the report could not be made`);
  return !apiReportChanged;
}

for (const entry of Object.entries(entries)) {
  if (isUnchanged(entry)) continue;
  const report = `docs/report/${entry[0]}.api.md`;
  if (!values.check) console.log(`${report}: written; tell the change in CHANGELOG.md`);
  else {
    console.error(
      `${report}: what is exported has changed\n  help: run \`npm run api\`, read its diff, and write the change into CHANGELOG.md`,
    );
    process.exitCode = 1;
  }
}

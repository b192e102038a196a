/** Builds the site: guides, rules, evidence, decisions and the reference of every export, in `docs/api`. */
import { join } from 'node:path';
import { Application, TSConfigReader, TypeDocReader } from 'typedoc';
import { root } from './rulebase.ts';
import { documents } from './site/documents.ts';
import { site } from './site/plugin.ts';

const from = (name: string): string => join(root, 'scripts', 'site', name);
const app = await Application.bootstrapWithPlugins(
  { router: 'by-file', theme: 'site', customCss: from('site.css'), customJs: from('site.js') },
  [new TypeDocReader(), new TSConfigReader()],
);
const all = documents();
site(app, all);

const refused = (): boolean =>
  app.logger.hasErrors() || app.logger.hasWarnings() || app.logger.validationWarningCount > 0;
const project = await app.convert();
if (project && !refused()) app.validate(project);
if (project && !refused()) await app.generateOutputs(project);
if (!project || refused()) process.exitCode = 1;
else console.log(`${all.length} documents in docs/api/index.html`);

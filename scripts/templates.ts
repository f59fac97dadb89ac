/**
 * Writes what is made from the built-in templates' files (src/workshop/templates/*.yaml): a module for each, so that
 * no page has to read YAML to show a sheet, its agenda in a module of its own, since few pages need that; and the JSON
 * schema of such files, docs/template.schema.json. A test compares all of it with the files.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { templateShape, withoutStages } from '../src/workshop/parseTemplate.ts';
import type { WholeTemplate } from '../src/workshop/template.ts';
import { fileProblemWords, readTemplateFile } from '../src/workshop/templateFile.ts';

/** Files, and the name of the constant each becomes. */
export const builtIn = {
  'staff-role': 'staffRole',
  'first-staff-role': 'firstStaffRole',
  'two-way': 'twoWay',
} as const;

const folder = new URL('../src/workshop/templates/', import.meta.url);
export const schemaFile = new URL('../docs/template.schema.json', import.meta.url);

export function builtInTemplate(file: string): WholeTemplate {
  const read = readTemplateFile(readFileSync(new URL(`${file}.yaml`, folder), 'utf8'));
  if (!read.ok) throw new Error(`${file}.yaml\n${fileProblemWords(read.error).join('\n')}`);
  return read.value;
}

export const templateSchema = (): unknown => ({
  title: 'A template for Rolewright',
  ...z.toJSONSchema(templateShape, { io: 'input', target: 'draft-2020-12' }),
});

const moduleText = (file: string, name: string, template: WholeTemplate): string =>
  `/** Made from ${file}.yaml by \`npm run templates\`; change that file. */
import type { Template } from '../template.ts';

export const ${name} = ${JSON.stringify(withoutStages(template))} as unknown as Template; // checked when it was made
`;

const stagesText = (file: string, name: string, template: WholeTemplate): string =>
  `/** Made from ${file}.yaml by \`npm run templates\`; change that file. */
import type { Stage } from '../stage.ts';

export const ${name}Stages: readonly Stage[] = ${JSON.stringify(template.stages)};
`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const written: URL[] = [schemaFile];
  const write = (file: URL, text: string): void => {
    writeFileSync(file, text);
    written.push(file);
  };
  for (const [file, name] of Object.entries(builtIn)) {
    const template = builtInTemplate(file);
    write(new URL(`${name}.ts`, folder), moduleText(file, name, template));
    write(new URL(`${name}Stages.ts`, folder), stagesText(file, name, template));
  }
  writeFileSync(schemaFile, JSON.stringify(templateSchema()));
  execFileSync('node_modules/.bin/biome', ['format', '--write', ...written.map(({ pathname }) => pathname)]);
}

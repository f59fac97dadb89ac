/**
 * `npm run make-it-ours -- FILE`: checks one statement per line, of a file or of standard input, and prints one line
 * of JSON for each: the statement, what made the check ask, and the questions. For people who write templates, and
 * for whoever wants to see what the check would say of a posting.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checker } from '../src/workshop/ours/check.ts';
import type { LanguageCode } from '../src/workshop/ours/finding.ts';
import { isLanguageCode, languageCodes } from '../src/workshop/ours/languages/languages.ts';
import { linesOf } from './makeItOurs/lines.ts';
import { printed } from './makeItOurs/printed.ts';

const usage = `npm run make-it-ours -- [FILE] [--language CODE] [--glossary FILE] [--questions CODE]

  FILE              one statement per line; without it, or with -, standard input
  --language CODE   the language of the statements (${languageCodes.join(', ')}); else told by their words
  --glossary FILE   your team's own names, one per line
  --questions CODE  the language to ask in; else that of each statement`;

/** Expected to go wrong, and told in one sentence. */
class Refusal extends Error {}

function languageFrom(option: string, code: string | undefined): LanguageCode | undefined {
  if (code === undefined || isLanguageCode(code)) return code;
  throw new Refusal(`--${option} knows ${languageCodes.join(' and ')}, not "${code}".`);
}

function readLines(name: string): string[] {
  const called = name === '-' ? 'Standard input' : `"${name}"`;
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(name === '-' ? 0 : name);
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined;
    if (code === 'EOF') return [];
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : String(problem);
    throw new Refusal(`${called} could not be read: ${why}.`);
  }
  const lines = linesOf(bytes);
  if (lines === null) throw new Refusal(`${called} is not a text in UTF-8.`);
  return lines;
}

function main(): void {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (problem) {
    throw new Refusal(`${problem instanceof Error ? problem.message : String(problem)}\n\n${usage}`);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(usage);
    return;
  }
  if (positionals.length > 1) throw new Refusal(`One file at a time, please.\n\n${usage}`);
  const language = languageFrom('language', values.language);
  const voice = languageFrom('questions', values.questions);
  const glossary = values.glossary === undefined ? [] : readLines(values.glossary);
  const check = checker({ glossary, ...(language ? { language } : {}) });
  for (const statement of readLines(positionals[0] ?? '-'))
    process.stdout.write(`${JSON.stringify(printed(statement, check(statement), voice))}\n`);
}

const parse = () =>
  parseArgs({
    allowPositionals: true,
    options: {
      language: { type: 'string' },
      glossary: { type: 'string' },
      questions: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });

// Whoever reads our lines may stop early, as `head` does: that is no failure.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code !== 'EPIPE') throw problem;
  process.exit(0);
});

try {
  main();
} catch (problem) {
  if (!(problem instanceof Refusal)) throw problem;
  console.error(problem.message);
  process.exitCode = 1;
}

/**
 * Templates as files people edit by hand: YAML (of which JSON is a part), described in docs/templates.md. Everything
 * that is wrong is told with its line. Loaded where somebody brings or takes such a file; nothing else needs YAML.
 */
import {
  Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { fail, type Result } from '../base/result.ts';
import { parseTemplate, templateLimits } from './parseTemplate.ts';
import { type Format, formats, type Stage } from './stage.ts';
import type { Source, WholeTemplate } from './template.ts';

export interface FileProblem {
  /** The first line is 1; null where the file as a whole is meant. */
  readonly line: number | null;
  /** E.g. `responsibilities.2.prompts.execution`; empty for the whole. */
  readonly path: string;
  readonly expected: string;
}

/** Characters; the largest template there can be has about a tenth. */
export const longestFile = 400_000;
/** A file that is wrong all over is not told line by line. */
const mostProblems = 20;

const problem = (line: number | null, path: string, expected: string): FileProblem => ({
  line,
  path,
  expected,
});

/** The first sentence of what the YAML reader says; the rest draws the place, which the line tells. */
const firstLine = (message: string): string => message.split('\n')[0]?.replace(/ at line .*$/, '') ?? '';

export function readTemplateFile(text: string): Result<WholeTemplate, readonly FileProblem[]> {
  if (text.trim() === '') return fail([problem(null, '', 'a template; the file is empty')]);
  if (text.length > longestFile)
    return fail([problem(null, '', `a template; a file of ${text.length} characters is none`)]);
  const lines = new LineCounter();
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  const yaml = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines });
  if (yaml.errors.length > 0)
    return fail(
      yaml.errors
        .slice(0, mostProblems)
        .map(({ pos, message }) => problem(lineAt(pos[0]), '', `readable YAML (${firstLine(message)})`)),
    );
  let value: unknown;
  try {
    value = yaml.toJS();
  } catch (error) {
    // Aliases that multiply, or lead nowhere.
    const why = error instanceof Error ? firstLine(error.message) : 'it can’t be read';
    return fail([problem(null, '', `a template (${why})`)]);
  }
  const parsed = parseTemplate(value);
  if (parsed.ok) return parsed;
  const lineOf = (keys: readonly (string | number)[]): number | null => {
    const at = nodeAt(yaml.contents, keys);
    return at === null ? null : lineAt(at);
  };
  return fail(
    parsed.error
      .slice(0, mostProblems)
      .map(({ path, keys, expected }) => problem(lineOf(keys), path, expected)),
  );
}

/** Where a value's key is, or the value itself in a list; where it is missing, what it is missing in. */
function nodeAt(contents: ParsedNode | null, keys: readonly (string | number)[]): number | null {
  let node: unknown = contents;
  let at = contents?.range[0] ?? null;
  for (const key of keys) {
    if (!isCollection(node)) break;
    const own = isMap(node) ? keyIn(node, key) : node.get(key, true);
    if (isNode(own)) at = own.range?.[0] ?? at;
    node = node.get(key, true);
  }
  return at;
}

/** The key as it stands in the file. */
const keyIn = (map: YAMLMap, name: string | number): unknown =>
  map.items.map(({ key }) => key).find((key) => isScalar(key) && key.value === name);

const words = ({ line, path, expected }: FileProblem): string =>
  `${line === null ? '' : `Line ${line}: `}${path === '' ? '' : `${path} should be `}${expected}.`;

/** One sentence for each, for people to read. */
export const fileProblemWords = (problems: readonly FileProblem[]): readonly string[] => [
  ...problems.map((one) =>
    one.path === '' ? `${words(one).replace(/^(Line \d+: )?/, '$1Expected ')}` : words(one),
  ),
  ...(problems.length >= mostProblems ? ['There may be more.'] : []),
];

const sameSource = (a: Source, b: Source): boolean => a.title === b.title && a.url === b.url;

/** What a file need not say is left out. */
function minutesFor({ minutes }: Stage): number | Partial<Record<Format, number>> {
  const all = formats.map((format) => minutes[format]);
  const [first] = all;
  return first !== undefined && all.every((one) => one === first) ? first : minutes;
}

/** Fields in the order in which the documentation tells them. */
function plain(template: WholeTemplate) {
  const { version, id, title, summary, source } = template;
  const ownSource = (own: Source) => (sameSource(own, source) ? {} : { source: own });
  return {
    version,
    id,
    title,
    summary,
    source,
    pillars: template.pillars.map(({ id, title, meaning, colour, source }) => ({
      id,
      title,
      meaning,
      colour,
      ...ownSource(source),
    })),
    responsibilities: template.responsibilities.map(
      ({ id, title, meaning, pillars, prompts, stretchPrompts, source }) => ({
        id,
        title,
        meaning,
        ...(pillars.join() === Object.keys(prompts).join() ? {} : { pillars }),
        prompts,
        ...(stretchPrompts ? { stretchPrompts } : {}),
        ...ownSource(source),
      }),
    ),
    sides: template.sides.map(({ id, title, prompt, stretchPrompt, place, asks, source }) => ({
      id,
      title,
      prompt,
      ...(stretchPrompt ? { stretchPrompt } : {}),
      place,
      ...(asks ? { asks } : {}),
      ...ownSource(source),
    })),
    ...(template.stages.length === 0
      ? {}
      : {
          stages: template.stages.map((stage) => ({
            id: stage.id,
            title: stage.title,
            minutes: minutesFor(stage),
            say: stage.say,
            do: stage.do,
            place: stage.place,
            ...(stage.step ? { step: stage.step } : {}),
            ...(stage.writing === 'open' ? {} : { writing: stage.writing }),
            ...(stage.authors === 'named' ? {} : { authors: stage.authors }),
            ...(stage.tool ? { tool: stage.tool } : {}),
          })),
        }),
  };
}

const heading = ` A template for Rolewright. Edit it in any text editor, then bring it to a board: Start a sheet → Template.
 What each field means: docs/templates.md. At most ${templateLimits.responsibilities} responsibilities and ${templateLimits.stages} stages.`;

/** Read again, it gives the same template. */
export function templateFile(template: WholeTemplate): string {
  const yaml = new Document(plain(template), { aliasDuplicateObjects: false });
  yaml.commentBefore = heading;
  for (const key of ['pillars', 'responsibilities', 'sides', 'stages']) {
    const own = isMap(yaml.contents) ? keyIn(yaml.contents, key) : null;
    if (isNode(own)) own.spaceBefore = true;
  }
  return yaml.toString({ lineWidth: 0 });
}

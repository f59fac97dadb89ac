/**
 * The templates that a sheet or a session can be made from: the built-in ones and those of this board; bringing one
 * here from a file, and taking one along as a file. Loaded when somebody starts a sheet.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import { later } from '../../../annotations/times.ts';
import { BoardRefusal } from '../../../board/port.ts';
import type { TemplateRecord } from '../../../board/templateRecord.ts';
import type { Stage } from '../../../workshop/stage.ts';
import type { Template, WholeTemplate } from '../../../workshop/template.ts';
import type { Platform } from '../platform.ts';
import type { SheetEntry } from '../sheet/sheetEntries.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { builtInStages, builtInTemplates, readOwnTemplates } from './moreTemplates.ts';
import { learnTemplates, templateOf } from './templates.ts';

export interface TemplateChoice {
  readonly template: Template;
  /** Whether it lies on this board only. */
  readonly own: boolean;
}

export type Brought =
  | { readonly kind: 'brought'; readonly name: string; readonly title: string; readonly known: boolean }
  /** What is wrong, a sentence each. */
  | { readonly kind: 'refused'; readonly words: readonly string[] };

export interface TemplateShelf {
  /** Built-in ones first; of a team's own the newest by each id. */
  readonly choices: ReadonlySignal<readonly TemplateChoice[]>;
  /** Reads the board again; what it said before stays where it refuses. */
  look(): Promise<void>;
  /** `text`: a template's file. */
  bring(text: string): Promise<Brought>;
  /** Saves the template as a file to be edited. False when it is not known here any more. */
  save(name: string): Promise<boolean>;
  /** Of its agenda; those of the built-in template where it has none. */
  stages(name: string): Promise<readonly Stage[]>;
}

export interface TemplateShelfContext {
  readonly platform: Pick<Platform, 'board' | 'clock' | 'save'>;
  readonly list: { readonly entries: ReadonlySignal<readonly SheetEntry[]> };
}

type Own = TemplateRecord & { readonly name: string };

export function openTemplateShelf({
  platform,
  list,
}: TemplateShelfContext): TemplateShelf & { dispose(): void } {
  const { board, clock } = platform;
  const own = signal<readonly Own[]>([]);
  const choices = signal<readonly TemplateChoice[]>([]);

  const listChoices = (): void => {
    const newest = own.value.filter(
      ({ template }, index, all) => all.findIndex((one) => one.template.id === template.id) === index,
    );
    choices.value = [
      ...builtInTemplates.map((template) => ({ template, own: false })),
      ...newest.flatMap(({ name }) => {
        const template = templateOf(name);
        return template ? [{ template, own: true }] : [];
      }),
    ];
  };
  learnTemplates(builtInTemplates);
  listChoices();

  const read = async (): Promise<void> => {
    own.value = await readOwnTemplates(board);
    listChoices();
  };

  /** Earlier ones by the same id that no sheet is made from take room for nothing. */
  const takeOlderAway = async (name: string): Promise<void> => {
    const used = new Set(list.entries.value.map(({ details }) => details.template));
    const id = own.value.find((one) => one.name === name)?.template.id;
    const older = own.value.filter((one) => one.template.id === id && one.name !== name);
    for (const one of older) if (!used.has(one.name)) await board.writeTemplateRecord(one.name, null);
  };

  const whole = async (name: string): Promise<WholeTemplate | null> => {
    const known = own.value.find((one) => one.name === name)?.template;
    const builtIn = builtInTemplates.find(({ id }) => id === name);
    const stages = builtIn && (await builtInStages(name));
    return known ?? (builtIn && stages ? { ...builtIn, stages } : null);
  };

  const put = async (template: WholeTemplate): Promise<Brought> => {
    const [{ longestRecord, templateRecordJson }, { ownName }] = await Promise.all([
      import('../../../board/templateRecord.ts'),
      import('../../../workshop/ownTemplate.ts'),
    ]);
    const name = ownName(template);
    const title = template.title;
    if (own.value.some((one) => one.name === name)) return { kind: 'brought', name, title, known: true };
    // The newest by this board's records, whatever this clock says.
    const at = later(new Date(clock.now()).toISOString(), own.value[0]?.at ?? null);
    const json = await templateRecordJson({ template, at });
    if (JSON.stringify(json).length > longestRecord)
      return {
        kind: 'refused',
        words: ['This template says more than a board has room for. Shorten its questions and sentences.'],
      };
    try {
      await board.writeTemplateRecord(name, json);
      await read();
      await takeOlderAway(name).catch(() => undefined); // they only take room
      return { kind: 'brought', name, title, known: false };
    } catch (error) {
      const full = error instanceof BoardRefusal && error.reason === 'refused';
      const words = full
        ? 'The board did not take it. An app has 30 KB there for all its sheets and templates, which may be full: use a board with fewer sheets.'
        : refusalWords(error, 'bring the template here');
      return { kind: 'refused', words: [words] };
    }
  };

  return {
    dispose() {},
    choices,
    // Refused, the built-in ones are there all the same.
    look: () => read().catch(() => undefined),
    async bring(text) {
      const { fileProblemWords, readTemplateFile } = await import('../../../workshop/templateFile.ts');
      const file = readTemplateFile(text);
      return file.ok ? put(file.value) : { kind: 'refused', words: fileProblemWords(file.error) };
    },
    async save(name) {
      const template = await whole(name);
      if (!template) return false;
      const { templateFile } = await import('../../../workshop/templateFile.ts');
      const bytes = new TextEncoder().encode(templateFile(template));
      platform.save({ name: `${template.id}.rolewright.yaml`, type: 'application/yaml', bytes });
      return true;
    },
    async stages(name) {
      const own = (await whole(name))?.stages ?? [];
      return own.length > 0 ? own : ((await builtInStages(builtInTemplates[0]?.id ?? '')) ?? []);
    },
  };
}

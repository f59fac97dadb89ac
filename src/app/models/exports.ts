/** Taking the sheet away: as a file or to the clipboard. What writes the formats is loaded only when it is asked for. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { JobDescription } from '../../export/document.ts';
import type { NoticeContent } from './notice.ts';
import type { SheetContext } from './parts.ts';
import type { SheetView } from './sheetView.ts';

export type ExportFormat = 'word' | 'markdown';

export interface Exports {
  /** What is being written now. */
  readonly working: ReadonlySignal<ExportFormat | 'copy' | 'archive' | null>;
  save(format: ExportFormat): Promise<void>;
  copyMarkdown(): Promise<void>;
  /** Everything in the sheet, to take along to another board. */
  saveArchive(): Promise<void>;
  dispose(): void;
}

/** File types by format (IANA media types). */
const types: Record<ExportFormat | 'archive', string> = {
  word: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  markdown: 'text/markdown;charset=utf-8',
  archive: 'application/json',
};

async function bytesOf(description: JobDescription, format: ExportFormat): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'word') {
    const { word } = await import('../../export/word.ts');
    return word(description);
  }
  return new TextEncoder().encode(await markdownOf(description));
}

async function markdownOf(description: JobDescription): Promise<string> {
  const { markdown } = await import('../../export/markdown.ts');
  return markdown(description);
}

export function openExports({
  platform,
  keeper,
  documents,
  shared,
  tell,
  copy,
  me,
  boardId,
}: SheetContext): Exports {
  const working = signal<ExportFormat | 'copy' | 'archive' | null>(null);

  /** `at` is ISO 8601. */
  const withSheet = async (
    what: ExportFormat | 'copy' | 'archive',
    run: (current: SheetView, at: string) => Promise<void>,
  ): Promise<void> => {
    if (working.value !== null) return;
    working.value = what;
    try {
      // The board may know more than the mirror; if it won't answer, the mirror is what there is.
      await keeper.reconcile().catch(() => undefined);
      if (shared.value) await run(shared.value, new Date(platform.clock.now()).toISOString());
    } catch {
      tell({ tone: 'warn', message: 'The document could not be written. Reload the board and try again.' });
    } finally {
      working.value = null;
    }
  };
  const withDescription = (
    what: ExportFormat | 'copy',
    run: (description: JobDescription) => Promise<void>,
  ): Promise<void> =>
    withSheet(what, async (current, at) => {
      const { describe } = await import('./describing.ts');
      await run(describe(current, at, platform.timeZone, documents));
    });

  /** A page can't know whether its frame may download; where it may not, nothing at all happens. */
  const saved = (name: string, action: NoticeContent['action']): void =>
    tell({
      tone: 'info',
      message: `Look among your downloads for ${name}. If it is not there, this browser keeps us from saving: copy the text instead.`,
      ...(action ? { action } : {}),
    });

  const copyMarkdown = (): Promise<void> =>
    withDescription('copy', async (description) =>
      copy(await markdownOf(description), 'Copied as Markdown. Paste it where you like.'),
    );

  return {
    working,
    save: (format) =>
      withDescription(format, async (description) => {
        const { documentName } = await import('./describing.ts');
        const name = documentName(description, format === 'word' ? 'docx' : 'md');
        platform.save({ name, type: types[format], bytes: await bytesOf(description, format) });
        saved(name, { word: 'Copy as Markdown', run: () => void copyMarkdown() });
      }),
    copyMarkdown,
    saveArchive: () =>
      withSheet('archive', async (current, at) => {
        const { archiveFile } = await import('./archiving.ts');
        const { timeZone } = platform;
        const file = archiveFile(current, { board: boardId, by: me, at, timeZone });
        if (!file) throw new Error('The sheet has no header yet.');
        const bytes = new TextEncoder().encode(file.text);
        platform.save({ name: file.name, type: types.archive, bytes });
        const copied = 'Copied. Paste it into a file, or where you take words along on the other board.';
        saved(file.name, { word: 'Copy the text', run: () => void copy(file.text, copied) });
      }),
    dispose: () => undefined,
  };
}

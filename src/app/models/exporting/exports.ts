/**
 * Taking the sheet away: as files or to the clipboard, with what somebody chose to have in them. What gathers, writes
 * and packs is loaded only when it is asked for.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { JobDescription } from '../../../export/document.ts';
import type { PdfPicture } from '../../../export/pdf.ts';
import type { Bytes, ToWrite, Written } from '../../../export/write.ts';
import type { SheetId } from '../../../workshop/ids.ts';
import type { NoticeContent } from '../notice.ts';
import type { PlatformFile, RichText } from '../platform.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { choiceFrom, choiceText, type ExportChoice, type ExportFormat, usualChoice } from './exportChoice.ts';
import { failureWords } from './failureWords.ts';
import { formatWords, zipType } from './formatWords.ts';
import type { GatherFailure } from './gathering.ts';

/** What is being done now. `of` files, `done` of them; a task that can be stopped says so. */
export interface ExportWork {
  readonly what: 'save' | 'copy' | 'archive';
  readonly done: number;
  readonly of: number;
}

/** What a preview shows: a page, a PDF's pages, or the text itself. */
export type Preview =
  /** `why`: it is no PDF, though one was chosen. */
  | { readonly kind: 'page'; readonly html: string; readonly why?: string }
  | { readonly kind: 'pages'; readonly picture: Extract<PdfPicture, { kind: 'pages' }> }
  | { readonly kind: 'text'; readonly text: string; readonly cut: boolean }
  | { readonly kind: 'none'; readonly why: string };

export interface Exports {
  /** As last time, in this browser. */
  readonly choice: ReadonlySignal<ExportChoice>;
  change(part: Partial<ExportChoice>): void;
  /** Null while nothing is done. */
  readonly working: ReadonlySignal<ExportWork | null>;
  /** What could not be copied, to be selected by hand or opened in a tab. */
  readonly byHand: ReadonlySignal<RichText | null>;
  /** `format`: another than the one chosen. */
  save(format?: ExportFormat): Promise<void>;
  /** These sheets, one file each, in a zip. */
  saveSheets(sheets: ReadonlySet<SheetId>): Promise<void>;
  /** These sheets in counts, as one document: nothing of what anybody thinks of a note. */
  saveSummary(sheets: ReadonlySet<SheetId>): Promise<void>;
  /** Formatted, for Docs, Confluence or mail; and as Markdown for what takes text only. */
  copyRich(): Promise<void>;
  copyMarkdown(): Promise<void>;
  /** What could not be copied, in a tab of its own. */
  openByHand(): void;
  closeByHand(): void;
  /** Everything in the sheet, to take along to another board. */
  saveArchive(): Promise<void>;
  stop(): void;
  /** Opens the wide window with what would come out. */
  look(): Promise<void>;
  preview(choice: ExportChoice): Promise<Preview>;
  dispose(): void;
}

const shelfKey = 'export/choice';
/** Characters of a text that a preview shows. */
const longestPreview = 100_000;

const broken = 'The document could not be written. Reload the board and try again.';

const copiedJson = 'Copied. Paste it into a file, or where you take words along on the other board.';

export function openExports(context: SheetContext): Exports {
  const { platform, keeper, tell, copy, shelf } = context;
  const kept = signal(choiceFrom(shelf.read(shelfKey)));
  const working = signal<ExportWork | null>(null);
  const byHand = signal<RichText | null>(null);
  let stop = (): void => undefined;
  let stopped = false;

  const now = (): string => new Date(platform.clock.now()).toISOString();

  /** One thing at a time; whatever happens, it ends, and what went wrong is said. */
  const work = async (what: ExportWork['what'], of: number, run: () => Promise<void>): Promise<void> => {
    if (working.peek() !== null) return;
    working.value = { what, done: 0, of };
    stopped = false;
    try {
      // The board may know more than the mirror; if it won't answer, the mirror is what there is.
      await keeper.reconcile().catch(() => undefined);
      await run();
    } catch {
      tell({ tone: 'warn', message: broken });
    } finally {
      working.value = null;
      stop = () => undefined;
    }
  };

  const fileOf = async (choice: ExportChoice, of: SheetContext = context): Promise<ToWrite | GatherFailure> =>
    (await import('./choosing.ts')).fileOf(of, choice, now());
  const described = async (): Promise<JobDescription | GatherFailure> =>
    (await import('./choosing.ts')).described(context, kept.peek(), now());

  const written = async (files: readonly ToWrite[]): Promise<Written | null> => {
    const writer = await platform.openWriter();
    if (stopped) return null;
    const task = writer.write(files, (done) => {
      if (working.peek()) working.value = { what: 'save', done, of: files.length };
    });
    stop = task.stop;
    return task.done;
  };

  /** A page can't know whether its frame may download; where it may not, nothing at all happens. */
  const hand = (file: PlatformFile, action: NoticeContent['action']): void => {
    platform.save(file);
    tell({
      tone: 'info',
      message: `Look among your downloads for ${file.name}. If it is not there, this browser keeps us from saving${action ? `: ${action.word.toLowerCase()} instead` : ''}.`,
      ...(action ? { action } : {}),
    });
  };
  const inTab = (file: PlatformFile): NonNullable<NoticeContent['action']> => ({
    word: 'Open it',
    run() {
      if (!platform.openTab(file))
        tell({
          tone: 'warn',
          message: 'This browser keeps us from opening a tab, too. Copy the text instead.',
          action: { word: 'Copy as Markdown', run: () => void copyMarkdown() },
        });
    },
  });

  const saveFile = async (file: ToWrite, format: ExportFormat): Promise<void> => {
    const made = await written([file]);
    if (!made) return;
    const [instead] = made.instead;
    if (instead) {
      const { noPdf } = await import('./missingWords.ts');
      const page = { name: instead.name, type: formatWords.html.type, bytes: made.bytes };
      tell({
        tone: 'warn',
        message: noPdf(instead.signs),
        action: { word: 'Open it', run: inTab(page).run },
      });
      return;
    }
    const done = { name: file.name, type: formatWords[format].type, bytes: made.bytes };
    hand(done, inTab(done));
  };

  const save = (format: ExportFormat): Promise<void> =>
    work('save', 1, async () => {
      const file = await fileOf({ ...kept.peek(), format });
      if (typeof file === 'string') {
        tell({ tone: 'warn', message: failureWords[file] });
        return;
      }
      await saveFile(file, format);
    });

  /** As text, written beside the page as files are: a large document would hold it up. */
  const writtenText = async (file: ToWrite): Promise<string> =>
    'text' in file ? file.text : new TextDecoder().decode((await beside(file)) ?? new Uint8Array());
  const beside = async (file: ToWrite): Promise<Bytes | null> => {
    const made = await (await platform.openWriter()).write([file], () => undefined).done;
    return made?.bytes ?? null;
  };

  const richText = async (): Promise<RichText | GatherFailure> => {
    const description = await described();
    if (typeof description === 'string') return description;
    const { paper, withFrontMatter, withBom } = usualChoice;
    const options = { paper, withFrontMatter, withBom };
    const [html, text] = await Promise.all(
      (['fragment', 'markdown'] as const).map((format) =>
        writtenText({ name: format, format, description, options }),
      ),
    );
    return { html: html ?? '', text: text ?? '' };
  };

  const copyMarkdown = (): Promise<void> =>
    work('copy', 1, async () => {
      const rich = await richText();
      if (typeof rich === 'string') tell({ tone: 'warn', message: failureWords[rich] });
      else await copy(rich.text, 'Copied as Markdown. Paste it where you like.');
    });

  return {
    choice: computed(() => kept.value),
    change(part) {
      kept.value = { ...kept.peek(), ...part };
      shelf.write(shelfKey, choiceText(kept.peek()));
    },
    working,
    byHand,
    save: (format = kept.peek().format) => save(format),
    saveSheets: (sheets) =>
      work('save', sheets.size, async () => {
        const choice = { ...kept.peek(), moment: 'now' as const };
        const files: ToWrite[] = [];
        for (const other of context.sheets()) {
          if (!sheets.has(other.id) || stopped) continue;
          const file = await fileOf(choice, other);
          if (typeof file !== 'string') files.push(file);
        }
        const made = files.length > 0 && !stopped ? await written(files) : null;
        if (!made) {
          if (!stopped) tell({ tone: 'warn', message: failureWords['no-sheet'] });
          return;
        }
        const [only] = files;
        const day = now().slice(0, 10);
        const { bytes, instead } = made;
        const alone = files.length === 1;
        const name = only && alone ? (instead[0]?.name ?? only.name) : `job-descriptions-${day}.zip`;
        const type = alone ? formatWords[instead.length > 0 ? 'html' : choice.format].type : zipType;
        hand({ name, type, bytes }, inTab({ name, type, bytes }));
        const said: string[] = [];
        if (files.length < sheets.size)
          said.push(
            `${sheets.size - files.length} of the ${sheets.size} sheets have not arrived here yet, and are not in ${name}.`,
          );
        if (instead.length > 0) {
          const { someNoPdf } = await import('./missingWords.ts');
          const signs = new Set(instead.flatMap((one) => one.signs));
          said.push(
            `Saved as ${name}. ${someNoPdf(
              instead.map((one) => one.name),
              [...signs],
            )}`,
          );
        }
        if (said.length > 0) tell({ tone: 'warn', message: said.join(' ') });
      }),
    saveSummary: (sheets) =>
      work('save', 1, async () => {
        const views = context
          .sheets()
          .flatMap((other) => (sheets.has(other.id) ? (other.shared.peek() ?? []) : []));
        if (views.length === 0) {
          tell({ tone: 'warn', message: failureWords['no-sheet'] });
          return;
        }
        const [{ summaryOf }, { summaryDocument }, { documentName }] = await Promise.all([
          import('./summarising.ts'),
          import('../../../export/summaryDocument.ts'),
          import('../../../export/fileName.ts'),
        ]);
        const choice = kept.peek();
        // Everything there is of a sheet is no summary.
        const format = choice.format === 'json' ? 'word' : choice.format;
        const { paper, withFrontMatter, withBom } = choice;
        const { timeZone } = platform;
        const description = summaryDocument(summaryOf(views, { at: now(), timeZone }));
        await saveFile(
          {
            ...{ name: documentName(description, formatWords[format].extension), format, description },
            options: { paper, withFrontMatter, withBom },
          },
          format,
        );
        if (views.length < sheets.size)
          tell({
            tone: 'warn',
            message: `${sheets.size - views.length} of the ${sheets.size} sheets have not arrived here yet, and are not in the summary.`,
          });
      }),
    async copyRich() {
      byHand.value = null;
      // What is copied is made while the click still counts.
      let failure: GatherFailure | null = null;
      await work('copy', 1, async () => {
        const content = richText().then((rich) => {
          if (typeof rich !== 'string') return rich;
          failure = rich;
          throw new Error(rich);
        });
        content.catch(() => undefined);
        try {
          await platform.copyRich(content);
          tell({ tone: 'info', message: 'Copied. Paste it into a document, a wiki page or a mail.' });
        } catch {
          if (failure) tell({ tone: 'warn', message: failureWords[failure] });
          // A frame without the right to the clipboard is no fault of the person's: offer the text itself.
          else byHand.value = await content;
        }
      });
    },
    copyMarkdown,
    openByHand() {
      const rich = byHand.peek();
      if (!rich) return;
      void fileOf({ ...kept.peek(), format: 'html' }).then(async (file) => {
        const bytes = typeof file === 'string' ? null : await beside(file);
        if (!bytes) return;
        const opened = platform.openTab({ name: 'job-description.html', type: formatWords.html.type, bytes });
        if (!opened)
          tell({
            tone: 'warn',
            message: 'This browser keeps us from opening a tab. Select the text and copy it.',
          });
      });
    },
    closeByHand() {
      byHand.value = null;
    },
    saveArchive: () =>
      work('archive', 1, async () => {
        const { gatherAll } = await import('./gathering.ts');
        const file = await gatherAll(context, now());
        if (typeof file === 'string') {
          tell({ tone: 'warn', message: failureWords[file] });
          return;
        }
        const bytes = new TextEncoder().encode(file.text);
        const run = () => void copy(file.text, copiedJson);
        hand({ name: file.name, type: formatWords.json.type, bytes }, { word: 'Copy the text', run });
      }),
    stop() {
      stopped = true;
      stop();
    },
    async look() {
      const asked = new URLSearchParams({ sheet: context.id, preview: choiceText(kept.peek()) });
      const shown = await platform.screens
        .openModal(`modal.html?${asked}`, { width: 960, height: 720 })
        .catch(() => false);
      if (!shown)
        tell({ tone: 'warn', message: 'Another window is open on this board. Close it, then look again.' });
    },
    async preview(choice) {
      const file = await fileOf(choice);
      if (typeof file === 'string') return { kind: 'none', why: failureWords[file] };
      if ('text' in file) return textPreview(file.text);
      if (file.format === 'pdf') {
        const { description, options } = file;
        const writer = await platform.openWriter();
        const picture = await writer.picture(description, options.paper);
        if (picture.kind === 'pages') return { kind: 'pages', picture };
        const { noPdf } = await import('./missingWords.ts');
        const html = await writtenText({ ...file, format: 'html' });
        return { kind: 'page', html, why: noPdf(picture.signs) };
      }
      if (file.format === 'word' || file.format === 'html')
        return { kind: 'page', html: await writtenText({ ...file, format: 'html' }) };
      return textPreview(await writtenText(file));
    },
    dispose() {
      stopped = true;
      stop();
    },
  };
}

const textPreview = (text: string): Preview => ({
  kind: 'text',
  text: text.slice(0, longestPreview).toWellFormed(),
  cut: text.length > longestPreview,
});

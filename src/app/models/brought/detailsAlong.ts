/**
 * What a sheet is about, as a file tells it: taken where the sheet here says nothing of it yet, kept as it is here where
 * both say something else. Whose sheet it is stays out of it: that is a claim, which each makes for themselves.
 */
import { changeDetails } from '../../../annotations/sheetDocument.ts';
import type { ChangePlan, SheetChange } from '../../../board/changePlan.ts';
import { titleMarkJson } from '../../../board/marks.ts';
import { recordJson } from '../../../board/recordJson.ts';
import { runChanges } from '../../../board/runChanges.ts';
import { subtitleKey, titleKey } from '../../../workshop/piece.ts';
import type { SheetDetails } from '../../../workshop/sheet.ts';
import { frameTitle, subtitleText, titleText } from '../../../workshop/sheetWords.ts';
import type { Template } from '../../../workshop/template.ts';
import { tidyDetails } from '../../../workshop/tidyDetails.ts';
import { untitled } from '../drop/detailsFrom.ts';
import type { SheetContext } from '../sheet/parts.ts';

/** What comes along of a sheet's details, in the order in which they are told. */
const fields = ['title', 'team', 'level', 'reviewers'] as const;
export type DetailField = (typeof fields)[number];

export interface DetailsAlong {
  readonly take: Partial<Pick<SheetDetails, DetailField>>;
  /** Those that say something else here. */
  readonly kept: readonly DetailField[];
}

const said = (value: string | readonly string[]): string =>
  typeof value === 'string' ? value.trim() : value.join(', ');

export function detailsAlong(there: SheetDetails, here: SheetDetails, template: Template): DetailsAlong {
  const from = tidyDetails(there);
  const unsaid: readonly string[] = ['', untitled, template.title];
  const differ = fields.filter((field) => {
    const theirs = said(from[field]);
    return theirs !== '' && theirs !== said(here[field]);
  });
  const open = differ.filter((field) => {
    const ours = said(here[field]);
    return field === 'title' ? unsaid.includes(ours) : ours === '';
  });
  return {
    take: Object.fromEntries(open.map((field) => [field, from[field]])),
    kept: differ.filter((field) => !open.includes(field)),
  };
}

/** In the sheet, in the board's record and on the board, as far as nobody has changed the words there. Gives the way back. */
export async function takeDetails(
  context: SheetContext,
  take: DetailsAlong['take'],
): Promise<(() => Promise<void>) | null> {
  const view = context.view.peek();
  if (!view || Object.keys(take).length === 0) return null;
  const { details: before, template } = view;
  const after = { ...before, ...take };
  const write = async (from: SheetDetails, to: SheetDetails): Promise<void> => {
    if (!changeDetails(context.documents.sheet, to)) return;
    const { platform, keeper } = context;
    const { board, clock } = platform;
    const items = await keeper.reconcile();
    const { anchors } = context.documents.content.peek();
    const id = context.frame();
    const frame = items.find((item) => item.id === id);
    const change = (
      key: string,
      words: (template: Template, details: SheetDetails) => string,
    ): SheetChange[] => {
      const item = key === 'frame' ? frame : items.find((one) => one.id === anchors.get(key));
      const [was, text] = [words(template, tidyDetails(from)), words(template, tidyDetails(to))];
      if (!item || item.text.trim() !== was.trim() || was === text) return [];
      return [
        { kind: 'change', id: item.id, what: was, from: { text: was }, to: { text, bold: key === titleKey } },
      ];
    };
    const plan: ChangePlan = {
      stages: [
        [
          ...change('frame', frameTitle),
          ...change(titleKey, titleText),
          ...change(subtitleKey, (_, details) => subtitleText(details)),
        ],
      ],
    };
    await runChanges(plan, board, { clock });
    await board.writeSheetRecord(context.id, recordJson({ frame: id, anchors, details: tidyDetails(to) }));
    const title = anchors.get(titleKey);
    if (title) await board.writeMark(title, titleMarkJson(to));
    await keeper.reconcile();
  };
  const onBoard = (from: SheetDetails, to: SheetDetails) =>
    context.onBoard('change what the sheet is about', () => write(from, to));
  await onBoard(before, after);
  return async () => void (await onBoard(after, before));
}

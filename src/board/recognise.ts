/**
 * What a sheet is about that no record and no mark tells, as of one dropped before its title said so and then copied
 * to another board: the template and the lens whose headings are there, and what can be read from its title. The same
 * frame gives everybody the same answer.
 */
import type { ItemId, SheetId } from '../workshop/ids.ts';
import { layoutSheet } from '../workshop/layout.ts';
import { isBorderKey, type Piece, subtitleKey, titleKey } from '../workshop/piece.ts';
import { lenses, type SheetDetails } from '../workshop/sheet.ts';
import type { Template } from '../workshop/template.ts';
import { tidyDetails } from '../workshop/tidyDetails.ts';
import type { BoardItem } from './item.ts';
import { writingOf } from './matchPieces.ts';

/** Share of its headings that must be there: people change or delete a few. */
const enough = 0.6;

/** Between the parts of a frame's own title (sheetWords.ts). */
const between = ' · ';

interface Stranger {
  readonly id: SheetId;
  readonly frame: BoardItem;
  readonly title: ItemId | null;
  /** What lies in the frame. */
  readonly items: readonly BoardItem[];
}

/** How many of these pieces are there by what they say; a heading in two columns has to be there twice. */
function present(pieces: readonly Piece[], items: readonly BoardItem[]): number {
  const left = items.filter(({ kind }) => kind === 'shape' || kind === 'text').map(({ text }) => text.trim());
  return pieces.filter(({ appearance }) => {
    const at = left.indexOf(appearance.text.trim());
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

const piecesOf = (template: Template, details: SheetDetails, items: readonly BoardItem[]) =>
  layoutSheet(template, tidyDetails(details), { writing: writingOf(items), blanksPerLane: 0 }).pieces;

/** Null when the headings are those of no template of ours. */
export function recogniseSheet(
  templates: readonly Template[],
  { id, frame, title, items }: Stranger,
): SheetDetails | null {
  const [first = '', team = '', ...rest] = frame.text.split(between);
  const plain: Omit<SheetDetails, 'template' | 'lens'> = {
    id,
    title: items.find((item) => item.id === title)?.text ?? first,
    team: rest.length > 0 ? team : '',
    level: '',
    engineer: rest.join(between) || team,
    reviewers: [],
    // When it was dropped is not told anywhere; nothing in it is older than this.
    createdAt: items.map(({ modifiedAt }) => modifiedAt).reduce((a, b) => (b < a ? b : a), frame.modifiedAt),
  };
  const tried = templates.flatMap((template) =>
    lenses.map((lens) => {
      const details = { ...plain, template: template.id, lens };
      const headings = piecesOf(template, details, items).filter(({ key }) => isBorderKey(key));
      return { details, share: present(headings, items) / headings.length };
    }),
  );
  const best = tried.reduce((a, b) => (b.share > a.share ? b : a), { details: null, share: 0 } as {
    readonly details: SheetDetails | null;
    readonly share: number;
  });
  return best.details && best.share >= enough ? tidyDetails(best.details) : null;
}

/** What people may well have changed, or what can't be told of an older sheet. */
const own = [titleKey, subtitleKey];

/** Whether all that a drop puts there is there, blank notes too, as it is not when a drop ends half-way. */
export function isWhole(template: Template, details: SheetDetails, items: readonly BoardItem[]): boolean {
  const writing = writingOf(items);
  const { pieces } = layoutSheet(template, tidyDetails(details), { writing });
  const [notes, words] = [
    pieces.filter(({ appearance }) => appearance.kind === 'sticky'),
    pieces.filter(({ key, appearance }) => appearance.kind !== 'sticky' && !own.includes(key)),
  ];
  const stickies = items.filter(({ kind }) => kind === 'sticky').length;
  return present(words, items) === words.length && stickies >= notes.length;
}

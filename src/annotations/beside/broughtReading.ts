/** What came along from another board of one person, read as their desk there would be. Nothing of it counts here. */
import { type ItemId, itemId } from '../../workshop/ids.ts';
import { type AltitudeDesk, readAltitude } from '../altitude/altitudeDesk.ts';
import type { BroughtDesk } from '../brought.ts';
import { type ClarityDesk, readClarity } from '../clarity/clarityDesk.ts';
import { type DeskRecords, readDeskRecords } from '../deskRecords.ts';
import { readHeldNotes } from '../noteDrafts/heldNotes.ts';
import { noteKey, type Placement, stickiesOf } from '../noteDrafts/placements.ts';
import { type PlaceDesk, readPlaceDesk } from '../place/placeDesk.ts';
import { readThemeMarks, type ThemeMarks } from '../themes/themeMarks.ts';
import { type Answer, readAnswered } from '../whyNow/answer.ts';
import { deskOfWords } from './besideWords.ts';
import { besideOf } from './word.ts';

export interface BroughtReading extends Omit<BroughtDesk, 'beside'> {
  readonly place: PlaceDesk;
  readonly clarity: ClarityDesk;
  readonly altitude: AltitudeDesk;
  readonly themes: ThemeMarks;
  /** Why the role is needed, as everybody saw it over there. */
  readonly answer: Answer | null;
  readonly records: DeskRecords;
  /** Notes written unseen over there, by their ids in the draft. */
  readonly written: ReadonlyMap<string, string>;
  /** What this version can't read. */
  readonly unknown: number;
}

const read = new WeakMap<BroughtDesk, BroughtReading>();

/** Each record is read once. */
export function broughtReading(brought: BroughtDesk): BroughtReading {
  const known = read.get(brought) ?? readingOf(brought);
  read.set(brought, known);
  return known;
}

function readingOf({ beside = [], ...rest }: BroughtDesk): BroughtReading {
  const { words, unknown: unreadable } = besideOf({ beside });
  const { owner } = rest.desk;
  const doc = deskOfWords(words);
  const [place, clarity, altitude] = [readPlaceDesk(doc, owner), readClarity(doc), readAltitude(doc)];
  const [themes, answered, records] = [readThemeMarks(doc), readAnswered(doc), readDeskRecords(doc, owner)];
  const strange = unreadable + words.filter(({ root }) => !doc.share.has(root)).length;
  const all = [place, clarity, altitude, themes, answered, records];
  return {
    ...rest,
    ...{ place, clarity, altitude, themes, records },
    answer: answered.done ? answered.answer : null,
    written: new Map(readHeldNotes(doc).notes.map(({ note }) => [note.id, note.text])),
    unknown: all.reduce((sum, { unknown }) => sum + unknown, strange + rest.desk.unknown),
  };
}

/** The words under which somebody wrote a sticky unseen, on the other board. */
export function writtenAs(
  { desk: { owner }, written }: Pick<BroughtReading, 'desk' | 'written'>,
  note: ItemId,
  placements: readonly Placement[],
): string | null {
  const stickies = stickiesOf(placements, () => false);
  for (const [id, text] of written)
    if (stickies.get(noteKey({ user: owner, id }))?.item === itemId(note)) return text;
  return null;
}

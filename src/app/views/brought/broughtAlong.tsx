/** What people said about a note on another board: a record to read, apart from what is said here. */

import type { BroughtReading } from '../../../annotations/beside/broughtReading.ts';
import { broughtReading } from '../../../annotations/beside/broughtReading.ts';
import { readPlacing } from '../../../annotations/noteDrafts/placements.ts';
import { besideNote, whoThere } from '../../../export/brought.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { Detail } from '../../../export/document.ts';
import { needWordsOf } from '../../../export/needWords.ts';
import { asksManager } from '../../models/needs/noteWords.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { NoteView, SheetView } from '../../models/sheet/sheetView.ts';
import { stanceWords } from '../../models/words/stanceWords.ts';
import { RelativeTime } from '../parts/relativeTime.tsx';
import '../styles/clarity.css';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly note: NoteView;
}

export function BroughtAlong({ sheet, view, note }: Props) {
  const { placements } = readPlacing(sheet.document);
  const all = view.content.brought
    .map(broughtReading)
    .map((reading) => ({ reading, beside: besideNote(note.id, reading, placements) }))
    .filter(({ reading, beside }) => beside.length > 0 || hasWords(reading, note));
  if (all.length === 0) return null;
  const names = new Map<string, string>(view.participants.map(({ user, name }) => [user, name]));
  return (
    <section class="talk" aria-label="From another board" data-testid="brought">
      <h3 class="caption">From another board</h3>
      <p class="hint">To read; it counts for nothing here until the person takes it up.</p>
      {all.map(({ reading, beside }) => (
        <Person
          key={reading.desk.owner}
          note={note}
          reading={reading}
          beside={beside}
          by={names.get(reading.by) || 'somebody'}
        />
      ))}
    </section>
  );
}

const hasWords = ({ desk }: BroughtReading, { id }: NoteView): boolean =>
  desk.stances.has(id) || desk.remarks.some(({ note }) => note === id);

interface PersonProps {
  readonly note: NoteView;
  readonly reading: BroughtReading;
  readonly beside: readonly Detail[];
  readonly by: string;
}

function Person({ note, reading: { desk }, beside, by }: PersonProps) {
  const stance = desk.stances.get(note.id);
  const remarks = desk.remarks.filter((remark) => remark.note === note.id);
  const called = asksManager(note) ? (needWordsOf(desk.claim) ?? stanceWords) : stanceWords;
  return (
    <div class="thread thread-brought" data-testid={`brought-of-${desk.owner}`}>
      <p class="remark-who">
        <bdi>{whoThere(desk)}</bdi>, brought along by <bdi>{by}</bdi>
      </p>
      {beside.length > 0 && (
        <div class="why-of" data-testid="brought-beside">
          <dl>
            {beside.map(({ name, words }) => (
              <div key={name}>
                <dt dir="auto">{name}</dt>
                <dd dir="auto">{cleanLine(words)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {stance && (
        <p>
          <b>{called[stance.value]}</b> <RelativeTime at={stance.at} />
          {stance.reason && (
            <>
              {' '}
              <q dir="auto">{stance.reason}</q>
            </>
          )}
        </p>
      )}
      {remarks.map(({ id, text, wording, from, at }) => (
        <div key={id} class="remark">
          {from && (
            <p class="hint">
              In the words of <bdi>{cleanLine(from.name) || 'somebody'}</bdi>, from a Word document; not
              checked.
            </p>
          )}
          {text && (
            <p class="remark-text" dir="auto">
              {text} <RelativeTime at={at} />
            </p>
          )}
          {wording && (
            <div class="suggestion">
              <p class="suggestion-label">
                Suggested wording <RelativeTime at={at} />
              </p>
              <p class="remark-text" dir="auto">
                {wording.proposed}
              </p>
            </div>
          )}
        </div>
      ))}
    </div>
  );
}

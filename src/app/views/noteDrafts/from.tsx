/** Whose a note is that was written unseen: said in words, on its line and on its card. Loaded on demand. */
import { fromWords } from '../../models/noteDrafts/draftWords.ts';
import { noteDraftsPart } from '../../models/noteDrafts/part.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { NoteView, SheetView } from '../../models/sheet/sheetView.ts';
import '../styles/noteDrafts.css';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly note: Pick<NoteView, 'id'>;
}

const isPair = ({ participants }: SheetView): boolean => participants.length === 2;

/** Below the line of a note. */
export function NoteFrom({ sheet, view, note }: Props) {
  const sides = sheet.part(noteDraftsPart).value?.origins.value.get(note.id);
  if (!sides) return null;
  return (
    <span class="draft-from draft-below" data-testid="note-from" dir="auto">
      {fromWords(sides, view.me.user, isPair(view))}
    </span>
  );
}

/** On a note's card, with what was said in other words. */
export function NoteOrigins({ sheet, view, note }: Props) {
  const sides = sheet.part(noteDraftsPart).value?.origins.value.get(note.id);
  if (!sides) return null;
  const also = sides.filter((side) => side.also !== null);
  return (
    <div class="draft-origins" data-testid="note-origins">
      <p class="hint" dir="auto">
        Written unseen, {fromWords(sides, view.me.user, isPair(view))}.
      </p>
      {also.map((side) => (
        <p key={side.user} class="hint" data-testid="also-said">
          <bdi>{side.user === view.me.user ? 'You' : side.name || 'Somebody'}</bdi> also said it as{' '}
          <q dir="auto">{side.also}</q>
        </p>
      ))}
    </div>
  );
}

/** Putting a suggested wording on its sticky, and taking it off again. */
import { applicationOf, undoOf } from '../../../annotations/suggestion.ts';
import { remarksIn, type SpokenRemark } from '../../../annotations/threads.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { Speech } from '../talk/talking.ts';

export interface Wordings {
  /** Puts the suggested wording on the sticky. */
  apply(remark: SpokenRemark): Promise<void>;
  unapply(remark: SpokenRemark): Promise<void>;
}

export function openWordings({ view, notes, onBoard, tell }: SheetContext, speech: Speech): Wordings {
  const noteOf = (id: ItemId) => view.value?.notes.get(id);

  const unapply = async (remark: SpokenRemark): Promise<void> => {
    const note = noteOf(remark.note);
    const spoken = note?.threads.flatMap(remarksIn).find(({ id }) => id === remark.id);
    if (!note || !spoken?.wording || !spoken.verdict) return;
    const change = undoOf(spoken.verdict, spoken.wording, note);
    if (!change) {
      tell({
        tone: 'warn',
        message: 'The note has been changed since, so nothing was undone. Edit it instead.',
      });
      return;
    }
    const written = await onBoard('write on the sticky', () => notes.reword(note.id, change.after));
    if (written) speech.decide(spoken, 'reopened');
  };

  return {
    async apply(remark) {
      const note = noteOf(remark.note);
      if (!note || !remark.wording) return;
      const application = applicationOf(remark.wording, note);
      if (application.kind === 'already-there') {
        speech.decide(remark, 'applied', { before: note.text });
        return;
      }
      const written = await onBoard('write on the sticky', () =>
        notes.reword(note.id, application.change.after),
      );
      if (!written) return;
      speech.decide(remark, 'applied', { before: application.change.before });
      const undo = { word: 'Undo', run: () => void unapply(remark) };
      const message =
        application.kind === 'fits'
          ? 'The sticky has the new wording.'
          : 'The sticky has the new wording. It had changed since the suggestion was made.';
      tell({ tone: 'info', message, action: undo });
    },
    unapply,
  };
}

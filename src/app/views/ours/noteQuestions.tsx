/** On a note's card: what the check asks, and what can be done about it. It never stands in the way of anything else. */
import type { Asked } from '../../models/ours/asked.ts';
import { oursPart } from '../../models/ours/oursPart.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import { inAList } from '../../models/words/wordsInWords.ts';
import { QuestionList } from './questionWords.tsx';
import '../styles/ours.css';

interface Props {
  readonly sheet: SheetModel;
  readonly asked: Asked;
  readonly canWrite: boolean;
  /** Opens the note's words for editing; null for who may not. */
  readonly onEdit: (() => void) | null;
}

export function NoteQuestions({ sheet, asked, canWrite, onEdit }: Props) {
  const ours = sheet.part(oursPart).value;
  if (!ours) return null;
  const { note, finding, questions, generic, own, setAside, setAsideBy } = asked;
  const names = ours.namesIn(note.text);
  if (setAside && !generic)
    return (
      <p class="hint ask-aside" data-testid="ask-aside">
        You have set {questions.length === 1 ? 'a question' : 'the questions'} about this wording aside.{' '}
        {canWrite && (
          <button
            type="button"
            class="link-button"
            data-testid="ask-again"
            onClick={() => ours.askAgain(note.id)}
          >
            Ask again
          </button>
        )}
      </p>
    );
  const title = generic ? 'Generic: an example, make it yours' : 'Make it ours: this would fit any team';
  const body = (
    <>
      <QuestionList finding={finding} questions={questions} />
      {names.map((name) => (
        <p key={name} class="hint">
          Is <bdi>“{name}”</bdi> one of yours?{' '}
          <button
            type="button"
            class="link-button"
            data-testid="add-this-name"
            disabled={!canWrite}
            onClick={() => ours.addNames(name)}
          >
            Add it to your names
          </button>
        </p>
      ))}
      {setAsideBy.length > 0 && (
        <p class="hint">
          <bdi>{inAList(setAsideBy)}</bdi> {setAsideBy.length === 1 ? 'leaves' : 'leave'} it as it is.
        </p>
      )}
      <div class="actions">
        {onEdit && (
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="ask-edit"
            onClick={onEdit}
          >
            Reword the note
          </button>
        )}
        {canWrite && !setAside && (
          <button
            type="button"
            class="link-button"
            data-testid="ask-dismiss"
            onClick={() => ours.setAside(note.id)}
          >
            Fine as it is
          </button>
        )}
      </div>
      {questions.includes('place') && (
        <button
          type="button"
          class="link-button"
          data-testid="to-names"
          onClick={() => {
            sheet.close();
            sheet.step.value = 'ours';
          }}
        >
          Names that only your team uses…
        </button>
      )}
    </>
  );
  // Who did not write it came for something else; for them it is one line until they open it.
  return own ? (
    <section class="asks" aria-label="Make it ours" data-testid="note-questions">
      <p class="caption">{title}</p>
      {body}
    </section>
  ) : (
    <details class="asks settled" data-testid="note-questions">
      <summary>{title}</summary>
      {body}
    </details>
  );
}

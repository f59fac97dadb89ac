/** A note's why on its card: what was answered, and a few questions behind a line that opens. */
import { useState } from 'preact/hooks';
import type { Why } from '../../../annotations/clarity/clarity.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import { type ClarityId, clarityQuestions } from '../../../workshop/clarity/questions.ts';
import type { Clarity } from '../../models/clarity/clarity.ts';
import { clarityPart } from '../../models/clarity/part.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { NoteView, SheetView } from '../../models/sheet/sheetView.ts';
import { roleWords } from '../../models/words/roleWords.ts';
import { SavedTextField } from '../parts/textField.tsx';
import '../styles/clarity.css';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
  readonly note: NoteView;
}

const nothing: readonly Why[] = [];

export function NoteWhy({ sheet, view, note }: Props) {
  const part = sheet.part(clarityPart).value;
  if (!part) return null;
  const whys = part.whys.value.get(note.id) ?? nothing;
  const may = note.place === 'gone' ? 'never' : part.mayAnswer.value;
  if (whys.length === 0 && may === 'never') return null;
  return (
    <section class="why" aria-label="Why it is there" data-testid="note-why">
      {whys.map((why) => (
        <WhyOf key={why.person.user} why={why} me={view.me.user} />
      ))}
      {may === 'now' && <Ask view={view} part={part} note={note} whys={whys} />}
      {may === 'later' && <p class="hint">You can add your why once views are no longer given unseen.</p>}
    </section>
  );
}

function WhyOf({ why, me }: { readonly why: Why; readonly me: string }) {
  const { person, isEngineers, answers } = why;
  return (
    <div class={isEngineers ? 'why-of' : 'why-of why-added'} data-testid={`why-of-${person.user}`}>
      {!isEngineers && (
        <span class="view-who" dir="auto">
          {person.user === me ? 'You add' : `${person.name || 'Somebody'} adds`}
          {person.role &&
            person.user !== me &&
            ` · ${roleWords[person.role]}${person.confirmed ? '' : ', not confirmed'}`}
        </span>
      )}
      <dl>
        {clarityQuestions.map(({ id, label }) => {
          const words = answers.get(id);
          return words === undefined ? null : (
            <div key={id}>
              <dt>{label}</dt>
              <dd dir="auto">{cleanLine(words)}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

interface AskProps extends Pick<Props, 'view' | 'note'> {
  readonly part: Clarity;
  readonly whys: readonly Why[];
}

function Ask({ view, part, note, whys }: AskProps) {
  const [open, setOpen] = useState(false);
  const me = view.me.user;
  const mine = whys.find(({ person }) => person.user === me)?.answers;
  const isMine = me === view.engineer;
  const answer = (question: ClarityId) => (text: string) => void part.answer(note.id, question, text);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary data-testid="why-open">
        {isMine ? 'Its why' : 'Add to its why'}
        {mine ? ` · ${mine.size} of ${clarityQuestions.length}` : '…'}
      </summary>
      {open && (
        <div class="why-form" data-testid="why-form">
          <p class="hint">
            Answer what helps, leave the rest. Everybody on the sheet sees it at once
            {isMine ? ', as they see the note’s words.' : '.'}
          </p>
          {clarityQuestions.map(({ id, question }) => (
            <SavedTextField
              key={id}
              label={question}
              value={mine?.get(id) ?? ''}
              testid={`why-${id}`}
              maxLength={500}
              onSave={answer(id)}
            />
          ))}
        </div>
      )}
    </details>
  );
}

/** Deleting, where a person looks for it: below taking the document away. Asks first, and says what stays elsewhere. */
import { useEffect, useRef } from 'preact/hooks';
import type { Farewell } from '../models/leaving/leaving.ts';
import type { SheetModel } from '../models/sheet/sheetModel.ts';
import type { SheetView } from '../models/sheet/sheetView.ts';
import type { Workshop } from '../models/workshop.ts';

interface Props {
  readonly workshop: Workshop;
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

export function Leaving({ workshop, sheet, view }: Props) {
  const { leaving } = workshop;
  const asking = leaving.asking.value;
  const owner = view.engineer !== null && view.engineer === workshop.me.value?.id;
  const offers: readonly (readonly [Farewell, string])[] = [
    ['my words', 'Delete what I said…'],
    ['this browser', 'Delete the copies in this browser…'],
    ...(owner ? [['the sheet', 'Delete this sheet…'] as const] : []),
  ];
  return (
    <section class="group" aria-labelledby="leaving-title">
      <h2 class="group-title" id="leaving-title">
        Leave no trace
      </h2>
      {asking ? (
        <Question workshop={workshop} sheet={sheet} view={view} about={asking} />
      ) : (
        <div class="stack">
          {offers.map(([what, words]) => (
            <button
              key={what}
              type="button"
              class="button button-tertiary button-small"
              data-testid={`leave-${what.replaceAll(' ', '-')}`}
              onClick={() => leaving.ask(what)}
            >
              {words}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

interface Words {
  readonly question: string;
  readonly goes: string;
  readonly stays: string;
  readonly yes: string;
}

function wordsFor(about: Farewell, { workshop, view }: Props): Words {
  const drafted = workshop.sheet.value?.drafted() === true;
  const unsaved = workshop.saved.value.board !== 'saved';
  const owner = view.engineer === workshop.me.value?.id;
  const people = view.participants.length;
  const rounds = view.content.closings.length;
  switch (about) {
    case 'my words':
      return {
        question: 'Delete everything you said in this sheet?',
        goes: `Your views, remarks, suggestions and decisions${rounds > 0 ? ', and your signatures under rounds,' : ''} go from this board and from every browser that opens it${drafted ? ', also those that nobody has seen yet' : ''}. This can’t be undone.${owner ? ' The sheet stays yours, but you will have to confirm again who is who.' : ''}`,
        stays:
          'What stays: notes on the board, also those you wrote; what others answered and quoted; rounds that were closed, with what you had said by then; documents that somebody has exported or copied; copies of this board.',
        yes: 'Delete what I said',
      };
    case 'this browser':
      return {
        question: 'Delete the copies in this browser?',
        goes: drafted
          ? 'Words of yours that nobody has seen are only in this browser, and would be lost for good. Say done first if others should have them; notes can also be saved as a file.'
          : unsaved
            ? 'Some of your words are not on the board yet, and would be lost for good. Better wait until it says “Saved on this board”.'
            : 'What this browser keeps of this board for you goes: its copies of all sheets, and words you have not sent. This can’t be undone.',
        stays:
          'What stays: everything that is saved on the board, what your other browsers keep, the key you sign rounds with (it is for all your boards), and files you have downloaded. Opening the app here again makes new copies.',
        yes: drafted || unsaved ? 'Delete, and lose what is not on the board' : 'Delete the copies',
      };
    case 'the sheet':
      return {
        question: 'Delete this sheet for everybody?',
        goes: `Everything that ${people > 1 ? `all ${people} people` : 'anybody'} said in it, and every closed round, goes from this board and from every browser that opens it. This can’t be undone; export it first if somebody may need it.`,
        stays: `What stays: the frame and its notes on the board, until you delete them there; documents that somebody has exported or copied; copies of this board.${view.content.tags.ids.size > 0 ? ' Tags on notes stay, too: switch them off first if they should go.' : ''}`,
        yes: 'Delete the sheet',
      };
  }
}

function Question(props: Props & { readonly about: Farewell }) {
  const { workshop, sheet, about } = props;
  const { leaving } = workshop;
  const words = wordsFor(about, props);
  const keep = useRef<HTMLButtonElement>(null);
  // The safe answer has the focus: a second press of the key that opened the question changes nothing.
  useEffect(() => keep.current?.focus(), []);
  return (
    <div
      class="callout"
      role="alertdialog"
      aria-labelledby="leaving-question"
      aria-describedby="leaving-words"
      data-testid="leaving-question"
      onKeyDown={({ key }) => key === 'Escape' && leaving.keep()}
    >
      <p id="leaving-question">
        <b>{words.question}</b>
      </p>
      <div id="leaving-words" class="stack">
        <p>{words.goes}</p>
        <p>{words.stays}</p>
      </div>
      <div class="actions">
        <button
          ref={keep}
          type="button"
          class="button button-secondary button-small"
          data-testid="leaving-keep"
          onClick={() => leaving.keep()}
        >
          Keep everything
        </button>
        <button
          type="button"
          class="button button-tertiary button-small"
          data-testid="leaving-yes"
          disabled={leaving.working.value}
          onClick={() => void leaving.goAhead(sheet)}
        >
          {leaving.working.value ? 'Deleting…' : words.yes}
        </button>
      </div>
    </div>
  );
}

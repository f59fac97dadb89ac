/** Make it ours: every note that draws a question, what was set aside, and the team's own names. */
import type { Asked } from '../../models/ours/asked.ts';
import type { Ours } from '../../models/ours/ours.ts';
import { oursPart } from '../../models/ours/oursPart.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { NoteRow } from '../notes/noteRow.tsx';
import { TeamNamesGroup } from './teamNames.tsx';
import '../styles/ours.css';

export function OursScreen({ sheet, view }: { readonly sheet: SheetModel; readonly view: SheetView }) {
  const ours = sheet.part(oursPart).value;
  return (
    <>
      <p class="hint">
        A note that would fit any team tells nobody what is expected here. This looks for such notes and asks.
        It runs in this browser, says which words made it ask, and judges nobody.
      </p>
      {ours ? (
        <>
          <AskedNotes sheet={sheet} ours={ours} total={view.total} />
          <TeamNamesGroup sheet={sheet} ours={ours} canWrite={view.canWrite} />
        </>
      ) : (
        <p class="hint" role="status">
          Reading the notes…
        </p>
      )}
    </>
  );
}

interface Props {
  readonly sheet: SheetModel;
  readonly ours: Ours;
  readonly total: number;
}

function AskedNotes({ sheet, ours, total }: Props) {
  const asked = [...ours.asked.value.values()];
  const mine = asked.filter(({ own, setAside }) => own && !setAside);
  const others = asked.filter(({ own, setAside }) => !own && !setAside);
  const aside = asked.filter(({ setAside }) => setAside);
  const rows = (title: string, those: readonly Asked[], testid: string) =>
    those.length > 0 && (
      <section class="group" aria-label={title} data-testid={testid}>
        <h3 class="caption">
          {title} <span class="figure">{those.length}</span>
        </h3>
        <ul class="notes">
          {those.map(({ note }) => (
            <NoteRow
              key={note.id}
              note={note}
              mark={ours.allMarks.value.get(note.id)}
              company={sheet.company.value}
              onOpen={() => sheet.open(note.id)}
            />
          ))}
        </ul>
      </section>
    );
  if (asked.length === 0)
    return (
      <p class="empty" role="status" data-testid="ours-nothing">
        {total === 0
          ? 'There are no notes yet. Write some, and this looks at each.'
          : ours.busy.value
            ? 'Reading the notes…'
            : 'Nothing to ask: every note says something of your own team.'}
      </p>
    );
  return (
    <>
      {rows('Notes you wrote', mine, 'ours-mine')}
      {rows('Notes of others', others, 'ours-others')}
      {aside.length > 0 && (
        <section class="group" aria-label="Set aside by you" data-testid="ours-aside">
          <h3 class="caption">
            Set aside by you <span class="figure">{aside.length}</span>
          </h3>
          <ul class="notes">
            {aside.map(({ note }) => (
              <NoteRow
                key={note.id}
                note={note}
                company={sheet.company.value}
                onOpen={() => sheet.open(note.id)}
              >
                <button type="button" class="link-button row-action" onClick={() => ours.askAgain(note.id)}>
                  Ask again
                </button>
              </NoteRow>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

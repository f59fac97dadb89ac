/** One problem from three altitudes: the engineer writes it, and each says which question they ask or expect. Loaded on demand. */

import type { Altitude } from '../../../annotations/altitude/altitude.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import { type AltitudeId, altitudes, exampleProblem } from '../../../workshop/altitude/altitudes.ts';
import type { AltitudePart } from '../../models/altitude/altitude.ts';
import { altitudePart } from '../../models/altitude/part.ts';
import { apartWords, isWritten, nameOf } from '../../models/altitude/words.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { SaidElsewhere } from '../brought/saidElsewhere.tsx';
import { Options } from '../parts/options.tsx';
import { SavedTextField } from '../parts/textField.tsx';

interface Props {
  readonly sheet: SheetModel;
  readonly view: SheetView;
}

export function AltitudeScreen({ sheet, view }: Props) {
  const part = sheet.part(altitudePart).value;
  if (!part) return null;
  const altitude = part.altitude.value;
  const writes = part.mark.value === 'today';
  const engineer = view.participants.find(({ user }) => user === view.engineer);
  return (
    <>
      <p class="hint">
        Take one real problem of your team and ask it three ways. Whoever asks first sets how far everybody
        after them can go. Everybody on the sheet sees this.
      </p>
      {writes ? (
        <WriteIt part={part} altitude={altitude} />
      ) : (
        <ReadIt altitude={altitude} engineer={engineer?.name || 'The engineer'} />
      )}
      {altitude.apart > 0 && (
        <p class="callout" data-testid="altitude-apart" dir="auto">
          {apartWords(altitude)} It stands in your agenda in Compare.
        </p>
      )}
      {part.mark.value && (writes || isWritten(altitude)) && (
        <Mark part={part} altitude={altitude} engineer={engineer?.name || 'the engineer'} />
      )}
      <Marks part={part} altitude={altitude} me={view.me.user} />
      <SaidElsewhere view={view} where="altitude" />
      {part.unknown.value > 0 && (
        <p class="hint">
          Something here was written by another version of Rolewright. Nothing of it is lost.
        </p>
      )}
    </>
  );
}

interface AltitudeProps {
  readonly part: AltitudePart;
  readonly altitude: Altitude;
}

function WriteIt({ part, altitude }: AltitudeProps) {
  return (
    <div class="step-form" data-testid="altitude-form">
      <SavedTextField
        label="A real problem of your team"
        value={altitude.problem}
        placeholder={exampleProblem}
        testid="altitude-problem"
        lines={2}
        maxLength={500}
        onSave={(words) => part.write('problem', words)}
      />
      {altitudes.map(({ id, title, meaning, example }) => (
        <SavedTextField
          key={id}
          label={`As a ${title} would ask it. ${meaning}`}
          value={altitude.questions[id]}
          placeholder={example}
          testid={`altitude-${id}`}
          lines={2}
          maxLength={500}
          onSave={(words) => part.write(id, words)}
        />
      ))}
    </div>
  );
}

function ReadIt({ altitude, engineer }: { readonly altitude: Altitude; readonly engineer: string }) {
  if (!isWritten(altitude))
    return (
      <p data-testid="altitude-empty" dir="auto">
        {engineer} has not written one yet.
      </p>
    );
  return (
    <ul class="said-list" data-testid="altitude-said">
      <li class="said">
        <span class="view-who">The problem</span>
        <b dir="auto">{cleanLine(altitude.problem) || 'Not said yet'}</b>
      </li>
      {altitudes.map(({ id, title }) => (
        <li key={id} class="said">
          <span class="view-who">As a {title} would ask it</span>
          {cleanLine(altitude.questions[id]) ? (
            <span dir="auto">{cleanLine(altitude.questions[id])}</span>
          ) : (
            <span class="hint">Not said yet</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** A mark is nobody's grade: it says which question is asked, or expected, for this problem. */
function Mark({ part, altitude, engineer }: AltitudeProps & { readonly engineer: string }) {
  const marked = part.marked.value;
  const own = part.mark.value === 'today';
  const legend = own
    ? 'Which of them do you mostly ask today? If you like'
    : `Which of them do you expect of ${engineer} in this role?`;
  return (
    <div class="step-form">
      <Options
        legend={legend}
        name="altitude-mark"
        options={altitudes.map(({ id, title, meaning }) => ({
          id,
          title,
          meaning: own ? meaning : cleanLine(altitude.questions[id]) || meaning,
        }))}
        chosen={marked}
        onChoose={(level: AltitudeId) => part.choose(level)}
      >
        {marked && (
          <button
            type="button"
            class="link-button"
            data-testid="altitude-unmark"
            onClick={() => part.choose(null)}
          >
            Leave it open
          </button>
        )}
      </Options>
    </div>
  );
}

/** What others marked; one's own is seen above. */
function Marks({ part, altitude, me }: AltitudeProps & { readonly me: string }) {
  const { today, expected } = altitude;
  const title = (level: AltitudeId) => altitudes.find(({ id }) => id === level)?.title;
  const others = [
    ...(today && today.person.user !== me ? [{ ...today, words: 'asks today' }] : []),
    ...expected.filter(({ person }) => person.user !== me).map((one) => ({ ...one, words: 'expects' })),
  ];
  if (others.length === 0)
    return part.mark.value === 'today' && isWritten(altitude) && expected.length === 0 ? (
      <p class="hint">Your manager can mark here which of the three they expect of you.</p>
    ) : null;
  return (
    <ul class="said-list" data-testid="altitude-marks">
      {others.map((one) => (
        <li key={one.person.user} class="said" dir="auto">
          <span>
            {nameOf(one)} {one.words} <b>{title(one.level)}</b>
            {!one.person.confirmed && <span class="hint"> (not confirmed yet)</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

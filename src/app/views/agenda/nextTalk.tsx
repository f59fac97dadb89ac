/** When the people of the sheet talk next: setting it, and taking it into one's own calendar. */
import { useState } from 'preact/hooks';
import { isDay, type NextTalk as TalkDate } from '../../../annotations/nextTalk.ts';
import type { Rounds } from '../../models/rounds/rounds.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import { takeFocus } from '../parts/takeFocus.ts';
import { useReturnFocus } from '../parts/useReturnFocus.ts';

interface Props {
  readonly view: SheetView;
  readonly rounds: Rounds;
}

/** A day is the same everywhere; a moment is told by this browser's clock. */
export function talkWords(start: string): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long' } as const;
  if (isDay(start)) return new Date(`${start}T12:00`).toLocaleDateString('en-GB', options);
  return new Date(start).toLocaleString('en-GB', { ...options, hour: '2-digit', minute: '2-digit' });
}

const endOf = ({ start, minutes }: TalkDate): number =>
  isDay(start) ? new Date(`${start}T23:59`).getTime() : Date.parse(start) + minutes * 60_000;

export function NextTalk({ view, rounds }: Props) {
  const [setting, setSetting] = useState(false);
  const opener = useReturnFocus(setting);
  const { next } = view.content;
  const maySet = view.canWrite && view.me.role !== null;
  if (setting) return <DateForm rounds={rounds} next={next} onClose={() => setSetting(false)} />;
  if (!next && !maySet) return null;
  const over = next !== null && endOf(next) < Date.now();
  return (
    <div class="next-talk" data-testid="next-talk">
      {next && (
        <p>
          {over ? 'You were to talk on ' : 'Next talk: '}
          <b>{talkWords(next.start)}</b>
          {!over && !isDay(next.start) && next.minutes > 0 && `, ${next.minutes} min`}
        </p>
      )}
      <div class="actions">
        {next && !over && (
          <button
            type="button"
            class="button button-secondary button-small"
            data-testid="talk-file"
            onClick={() => void rounds.saveDate()}
          >
            For my calendar (.ics)
          </button>
        )}
        {maySet && (
          <button
            type="button"
            class="link-button"
            ref={opener}
            data-testid="talk-set"
            onClick={() => setSetting(true)}
          >
            {next && !over ? 'Change the date…' : 'Set the next date…'}
          </button>
        )}
      </div>
    </div>
  );
}

const lengths = [30, 45, 60, 90] as const;

interface FormProps extends Pick<Props, 'rounds'> {
  readonly next: TalkDate | null;
  readonly onClose: () => void;
}

function DateForm({ rounds, next, onClose }: FormProps) {
  const [day, setDay] = useState(next ? localDay(next.start) : '');
  const [time, setTime] = useState(next && !isDay(next.start) ? localTime(next.start) : '');
  const [minutes, setMinutes] = useState(next?.minutes ?? 45);
  const save = () => {
    const start = time === '' ? day : new Date(`${day}T${time}`).toISOString();
    if (rounds.plan({ start, minutes })) onClose();
  };
  return (
    <form
      class="add-form"
      data-testid="talk-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <div class="field-pair">
        <label class="field">
          <span class="caption">Day</span>
          <input
            class="input"
            type="date"
            required={true}
            value={day}
            data-testid="talk-day"
            ref={focusOnce}
            onInput={({ currentTarget }) => setDay(currentTarget.value)}
          />
        </label>
        <label class="field">
          <span class="caption">Time, if fixed</span>
          <input
            class="input"
            type="time"
            value={time}
            data-testid="talk-time"
            onInput={({ currentTarget }) => setTime(currentTarget.value)}
          />
        </label>
      </div>
      {time !== '' && (
        <label class="field">
          <span class="caption">For how long</span>
          <select
            class="select"
            value={minutes}
            data-testid="talk-minutes"
            onChange={({ currentTarget }) => setMinutes(Number(currentTarget.value))}
          >
            {[...new Set([...lengths, minutes])]
              .sort((a, b) => a - b)
              .map((length) => (
                <option key={length} value={length}>
                  {length} minutes
                </option>
              ))}
          </select>
        </label>
      )}
      <div class="actions">
        <button type="submit" class="button button-primary button-small" disabled={!isDay(day)}>
          Set this date
        </button>
        <button type="button" class="button button-tertiary button-small" onClick={onClose}>
          Cancel
        </button>
        {next && (
          <button
            type="button"
            class="link-button"
            data-testid="talk-none"
            onClick={() => rounds.plan(null) && onClose()}
          >
            No date
          </button>
        )}
      </div>
    </form>
  );
}

const two = (figure: number): string => String(figure).padStart(2, '0');

function localDay(start: string): string {
  if (isDay(start)) return start;
  const date = new Date(start);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function localTime(start: string): string {
  const date = new Date(start);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

const focused = new WeakSet<Element>();

/** The form has just been opened to be filled in; later renders leave the focus alone. */
function focusOnce(field: HTMLInputElement | null): void {
  if (!field || focused.has(field)) return;
  focused.add(field);
  takeFocus(field);
}

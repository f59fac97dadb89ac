import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { StanceValue } from '../../../src/annotations/desk.ts';
import { askingOf } from '../../../src/app/models/needs/asking.ts';
import type { StanceView } from '../../../src/app/models/sheet/sheetView.ts';
import { StancePicker } from '../../../src/app/views/noteCard/stancePicker.tsx';
import { userId } from '../../../src/workshop/ids.ts';
import { drawn, show } from './onScreen.tsx';

const me = {
  user: userId('user-erin'),
  name: 'Erin Example',
  role: 'engineer' as const,
  confirmed: true,
  counts: true,
};

const said = (value: StanceValue, reason = '', current = true): StanceView => ({
  person: me,
  value,
  reason,
  at: '2026-11-23T09:00:00.000Z',
  current,
});

function picker(mine: StanceView | null) {
  const takings: [StanceValue | null, string?][] = [];
  const screen = show(
    <StancePicker
      asking={askingOf({ lane: null }, null)}
      mine={mine}
      disabled={false}
      onTake={(value, reason) => takings.push([value, reason])}
      onClear={() => takings.push([null])}
    />,
  );
  const type = (text: string) => {
    const field = screen.find('stance-reason') as HTMLInputElement;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return field;
  };
  return { ...screen, takings, type };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

test('one click takes a stance', () => {
  const { find, takings } = picker(null);
  find('stance-agree-if').click();
  expect(takings).toEqual([['agree-if', '']]);
});

test('a click on the stance that is taken takes it back', () => {
  const { find, takings } = picker(said('agree'));
  expect(find('stance-agree').ariaPressed).toBe('true');
  find('stance-agree').click();
  expect(takings).toEqual([[null]]);
});

test('another stance keeps the reason', () => {
  const { find, takings } = picker(said('agree', 'it saves a week'));
  find('stance-not-sure').click();
  expect(takings).toEqual([['not-sure', 'it saves a week']]);
});

test('a stance about earlier words is not pressed, and is said', () => {
  const { find, root } = picker(said('disagree', 'too early', false));
  expect(find('stance-disagree').ariaPressed).toBe('false');
  expect(root.textContent).toContain('You said Disagree before the wording changed.');
});

test('a reason is saved while it is being typed, at most once a second', () => {
  const { takings, type } = picker(said('agree'));
  type('it');
  type('it saves');
  expect(takings).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(takings).toEqual([['agree', 'it saves']]);
  vi.advanceTimersByTime(5000);
  expect(takings).toHaveLength(1);
});

test('a reason is saved at once when its field is left', () => {
  const { takings, type } = picker(said('agree'));
  type('it saves a week').dispatchEvent(new FocusEvent('blur'));
  expect(takings).toEqual([['agree', 'it saves a week']]);
});

test('a reason is saved when its card is closed while it is being typed', async () => {
  vi.useRealTimers();
  const { takings, type, leave } = picker(said('agree'));
  await drawn();
  type('it saves a week');
  leave();
  expect(takings).toEqual([['agree', 'it saves a week']]);
});

test('stances can be reached and taken by keyboard alone', async () => {
  vi.useRealTimers();
  const { find, takings } = picker(null);
  find('stance-agree').focus();
  await userEvent.keyboard('{Tab}{Enter}');
  expect(takings).toEqual([['agree-if', '']]);
});

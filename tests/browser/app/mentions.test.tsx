import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { asked, fitting } from '../../../src/app/views/noteCard/useMentions.tsx';
import { WordsForm } from '../../../src/app/views/noteCard/wordsForm.tsx';
import { userId } from '../../../src/workshop/ids.ts';
import { drawn, show, until } from './onScreen.tsx';

const people = [
  { user: userId('max'), name: 'Max Example' },
  { user: userId('mona'), name: 'Mona Example' },
];

function form() {
  const sent: string[] = [];
  const kept = new Map<string, string>();
  const drafts = {
    get: (key: string) => kept.get(key),
    set: (key: string, text: string) => void kept.set(key, text),
    about: () => false,
    forget: () => undefined,
    atRisk: () => false,
    flush: () => undefined,
  };
  let closed = 0;
  const screen = show(
    <WordsForm
      drafts={drafts}
      draftKey="a"
      label="A remark"
      send="Add"
      testid="words"
      people={people}
      enterSends
      onSend={(text) => sent.push(text) > 0}
      onClose={() => {
        closed += 1;
      }}
    />,
  );
  const field = screen.find('words') as HTMLTextAreaElement; // it is a textarea in the form
  const options = () => screen.all('mention-option').map(({ textContent }) => textContent);
  const type = async (keys: string) => {
    await userEvent.type(field, keys);
    await drawn();
  };
  return { sent, screen, field, options, type, closed: () => closed };
}

test('an @ offers who is on the sheet; arrows choose, Enter takes, and the next Enter sends', async () => {
  const { sent, field, options, type, closed } = form();
  await type('So @');
  expect(options()).toEqual(['Max Example', 'Mona Example']);
  await type('{ArrowDown}');
  const active = field.getAttribute('aria-activedescendant') ?? '';
  expect(document.getElementById(active)?.textContent).toBe('Mona Example');
  await type('{Enter}');
  expect([field.value, options(), sent]).toEqual(['So @Mona Example ', [], []]);
  await type('when?{Enter}');
  await until(() => closed() === 1);
  expect(sent).toEqual(['So @Mona Example when?']);
});

test('what is typed on narrows the list, by any word of a name; Escape closes the list alone', async () => {
  const { options, type, closed } = form();
  await type('@mo');
  expect(options()).toEqual(['Mona Example']);
  await type('{Escape}');
  expect([options(), closed()]).toEqual([[], 0]);
  await type('{Escape}');
  expect(closed()).toBe(1);
});

test('a pointer may choose, and the text keeps the focus', async () => {
  const { screen, field, type } = form();
  await type('@ex');
  await userEvent.click(screen.all('mention-option')[1] as HTMLElement);
  await drawn();
  expect([field.value, document.activeElement]).toEqual(['@Mona Example ', field]);
});

test('an address is no question to anybody, nor is what no name fits', () => {
  expect(asked('write to team@ma', 16)).toBe(null);
  expect(asked('ask @ma', 7)).toEqual({ at: 4, words: 'ma' });
  expect(fitting(people, 'xavier')).toEqual([]);
});

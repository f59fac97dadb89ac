import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Drafts } from '../../../src/app/models/talk/drafts.ts';
import { WordsForm } from '../../../src/app/views/noteCard/wordsForm.tsx';
import { drawn, erinsPanel, show, until } from './onScreen.tsx';

function shelf(): Drafts & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: (key) => kept.get(key),
    set: (key, text) => void (text === '' ? kept.delete(key) : kept.set(key, text)),
    about: () => false,
    forget: () => undefined,
    atRisk: () => false,
    flush: () => undefined,
  };
}

function form(drafts: Drafts, answers: readonly boolean[] = [true], enterSends = false) {
  const sent: string[] = [];
  let closed = 0;
  const screen = show(
    <WordsForm
      drafts={drafts}
      draftKey="remark:1"
      label="A remark"
      send="Add remark"
      testid="words"
      enterSends={enterSends}
      onSend={(text) => {
        sent.push(text);
        return answers[sent.length - 1] ?? true;
      }}
      onClose={() => {
        closed += 1;
      }}
    />,
  );
  const field = screen.find('words') as HTMLTextAreaElement;
  field.focus();
  return { screen, field, sent, closed: () => closed };
}

test('Escape closes the form and keeps the words for the next time', async () => {
  const drafts = shelf();
  const first = form(drafts);
  await userEvent.keyboard('Who else has a say?{Escape}');
  expect(first.closed()).toBe(1);
  first.screen.leave();
  expect(form(drafts).field.value).toBe('Who else has a say?');
});

test('Cancel throws the words away', async () => {
  const drafts = shelf();
  const { screen } = form(drafts);
  await userEvent.keyboard('Never mind');
  await userEvent.click(screen.root.querySelector('.button-tertiary') as HTMLElement);
  expect([...drafts.kept]).toEqual([]);
});

test('words that could not be sent stay in the field', async () => {
  const drafts = shelf();
  const { screen, field, sent, closed } = form(drafts, [false, true]);
  await userEvent.keyboard('Who else?');
  const send = screen.root.querySelector('[type="submit"]') as HTMLElement;
  await userEvent.click(send);
  await until(() => !field.disabled);
  expect({ value: field.value, closed: closed(), kept: [...drafts.kept.values()] }).toEqual({
    value: 'Who else?',
    closed: 0,
    kept: ['Who else?'],
  });
  await userEvent.click(send);
  await until(() => closed() === 1);
  expect({ sent, kept: [...drafts.kept] }).toEqual({ sent: ['Who else?', 'Who else?'], kept: [] });
});

test('Enter makes a new line in a remark, and Ctrl with Enter sends it', async () => {
  const { field, sent } = form(shelf());
  await userEvent.keyboard('One{Enter}two');
  expect([field.value, sent]).toEqual(['One\ntwo', []]);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(sent).toEqual(['One\ntwo']);
});

test('Enter sends a new note, but not while a word is still being composed', async () => {
  const { field, sent } = form(shelf(), [true], true);
  await userEvent.keyboard('Decide');
  const composing = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
  field.dispatchEvent(composing);
  expect(sent).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(sent).toEqual(['Decide']);
});

test('nothing is sent of an empty field, nor of words left as they were', async () => {
  const { screen, sent } = form(shelf());
  const send = screen.root.querySelector('[type="submit"]') as HTMLButtonElement;
  expect(send.disabled).toBe(true);
  await userEvent.keyboard('   {Control>}{Enter}{/Control}');
  expect(sent).toEqual([]);
});

test('a remark half written survives closing the card and opening another', async () => {
  const { screen } = await erinsPanel(['First note', 'Second note']);
  const open = async (words: string) => {
    screen
      .all('note-row')
      .find((row) => row.textContent?.includes(words))
      ?.click();
    await until(() => screen.all('note-card').length === 1);
  };
  const back = async () => {
    screen.find('card-back').click();
    await until(() => screen.all('note-row').length === 2);
  };
  await open('First');
  screen.find('add-remark').click();
  await drawn();
  await userEvent.fill(screen.find('remark-text'), 'Half a tho');
  await back();
  await open('Second');
  expect(screen.all('remark-text')).toEqual([]);
  await back();
  await open('First');
  expect((screen.find('remark-text') as HTMLTextAreaElement).value).toBe('Half a tho');
});

test('a form says so where the browser keeps no unsent words', () => {
  expect(form(shelf()).screen.all('draft-at-risk')).toEqual([]);
  const { screen } = form({ ...shelf(), atRisk: () => true });
  expect(screen.find('draft-at-risk').textContent).toMatch(/send them before you close/i);
});

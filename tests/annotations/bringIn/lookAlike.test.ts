import { expect, test } from 'vitest';
import { lookAlikes } from '../../../src/annotations/bringIn/lookAlike.ts';

const present = [
  { text: 'Cut the nightly backfill of the limit models from 9 h to 2 h' },
  { text: 'Mentor both juniors' },
];
const found = (text: string) => lookAlikes(present).find(text);

test('capitals, spaces and punctuation aside it is the same', () => {
  expect(found(' mentor  BOTH juniors! ')).toEqual({ of: present[1], how: 'same' });
});

test('a few letters more or less are much the same, another thought is not', () => {
  expect(found('Cut nightly backfills of the limit models from 9h to 2h')?.how).toBe('alike');
  expect(found('Cut the cost of the limit models by half')).toBeNull();
  expect(found('')).toBeNull();
});

test('short words are alike by chance, so only the same ones count', () => {
  expect(lookAlikes([{ text: 'Ship it' }]).find('Ship its')).toBeNull();
  expect(lookAlikes([{ text: 'Ship it' }]).find('ship it')?.how).toBe('same');
});

test('what is added later is found, too, and the most alike of several', () => {
  const alikes = lookAlikes<{ text: string }>(present);
  alikes.add({ text: 'Run the weekly sync with payments' });
  alikes.add({ text: 'Run the weekly sync with payments and risk' });
  expect(alikes.find('Run the weekly syncs with payments and risk')?.of.text).toContain('risk');
});

test('2,000 letters of one kind take no time and are like nothing else', () => {
  expect(found('x'.repeat(6_000))).toBeNull();
});

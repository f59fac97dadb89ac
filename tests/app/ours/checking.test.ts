import { computed, signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { openChecking, sliceLength } from '../../../src/app/models/ours/checking.ts';
import { type Check, checker } from '../../../src/workshop/ours/check.ts';
import { virtualClock } from '../../support/virtualClock.ts';

function counted(check: Check = checker()) {
  const texts: string[] = [];
  const counting: Check = (text) => {
    texts.push(text);
    return check(text);
  };
  return { counting, texts };
}

function opened(start: readonly string[]) {
  const clock = virtualClock();
  const { counting, texts: checked } = counted();
  const texts = signal(start);
  const check = signal(counting);
  const checking = openChecking({ clock, check: computed(() => check.value), texts });
  return { clock, checking, texts, check, checked };
}

const many = Array.from(
  { length: 300 },
  (_, index) => `Drive the strategy of team ${index} with stakeholders`,
);

describe('checking many notes', () => {
  test('does nothing at once, and a slice at a time after that', async () => {
    const { clock, checking, checked } = opened(many);
    expect([checked.length, checking.busy.value]).toEqual([0, true]);
    let before = 0;
    let slices = 0;
    while (checking.busy.value) {
      await clock.advance(4);
      const letters = checked.slice(before).reduce((sum, text) => sum + text.length, 0);
      expect(letters).toBeLessThanOrEqual(sliceLength);
      expect(checked.length).toBeGreaterThan(before);
      before = checked.length;
      slices += 1;
    }
    expect(slices).toBeGreaterThan(3);
    expect([checked.length, checking.findings.value.size]).toEqual([300, 300]);
  });

  test('looks at each text once, however often the notes are read', async () => {
    const { clock, texts, checked } = opened(['Drive strategy', 'Drive strategy', 'Own the roadmap']);
    await clock.advance(50);
    texts.value = ['Own the roadmap', 'Drive strategy'];
    await clock.advance(50);
    texts.value = ['Own the roadmap', 'Drive strategy', 'Raise the bar'];
    await clock.advance(50);
    expect(checked).toEqual(['Drive strategy', 'Own the roadmap', 'Raise the bar']);
  });

  test('forgets what no note says any more', async () => {
    const { clock, checking, texts } = opened(['Drive strategy']);
    await clock.advance(50);
    texts.value = ['Own the roadmap'];
    await clock.advance(50);
    expect([...checking.findings.value.keys()]).toEqual(['Own the roadmap']);
  });

  test('begins anew with another check, and shows what it knew meanwhile', async () => {
    const { clock, checking, check } = opened(['Own the roadmap of kestrel']);
    await clock.advance(50);
    const before = checking.findings.value;
    const { counting, texts: checkedAgain } = counted(checker({ glossary: ['roadmap'] }));
    check.value = counting;
    expect(checking.findings.value).toBe(before);
    await clock.advance(50);
    expect(checkedAgain).toEqual(['Own the roadmap of kestrel']);
  });

  test('checks a text that is longer than a slice by itself', async () => {
    const long = 'Drive the strategy. '.repeat(300);
    const { clock, checked } = opened([long, 'Raise the bar']);
    await clock.advance(4);
    expect(checked).toEqual([long]);
    await clock.advance(4);
    expect(checked).toEqual([long, 'Raise the bar']);
  });

  test('leaves no timer behind', async () => {
    const { clock, checking } = opened(many);
    await clock.advance(4);
    checking.dispose();
    expect(clock.pending).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import type { Desk } from '../../src/annotations/desk.ts';
import { waitsFor } from '../../src/annotations/waiting.ts';
import { itemId, userId } from '../../src/workshop/ids.ts';
import {
  desk,
  engineer,
  erin,
  fay,
  manager,
  max,
  mona,
  noon,
  note,
  one,
  peer,
  remark,
  stance,
  suggestion,
  talkOf,
  two,
  verdict,
} from './builders.ts';

const other = { id: itemId('n2'), text: 'another note' };
const waits = (who: string, ...desks: Desk[]) => waitsFor(userId(who), [note, other], talkOf(...desks));
const done = new Map([...stance('agree'), ...stance('agree', { note: other.id, text: other.text })]);

describe('what waits for somebody', () => {
  test('W1: to say who they are, before anything else', () => {
    expect(waits('new', engineer())).toEqual([{ kind: 'role' }]);
    expect(waits('new', engineer(), desk('new'))).toEqual([{ kind: 'role' }]);
  });

  test('W2: the engineer has claims to confirm, but never a claim to be the engineer', () => {
    const claims = [
      desk('max', { claim: 'manager' }),
      desk('fay', { claim: 'engineer' }),
      desk('x'),
      manager(),
    ];
    expect(waits('erin', engineer({ stances: done }), ...claims)).toEqual([
      { kind: 'claim', user: max, name: 'max Example', role: 'manager' },
    ]);
  });

  test('W3: a suggestion that the engineer countered waits for who made it', () => {
    const asked = manager({ stances: done, remarks: [suggestion('s', 'x')] });
    const own = engineer({ stances: done, remarks: [suggestion('c', 'y', { answers: 's', at: one })] });
    expect(waits('erin', own, asked)).toEqual([]);
    expect(waits('mona', own, asked)).toEqual([{ kind: 'answer', note: note.id, remark: 'c' }]);
  });

  test('W4: what is put to somebody by name waits for them, and for nobody else', () => {
    const named = (user: typeof max, name: string) => ({
      text: `@${name}, who pays?`,
      mentions: [{ user, name }],
    });
    const asked = manager({ stances: done, remarks: [remark('q', named(max, 'Max'))] });
    const own = engineer({ stances: done });
    expect(waits('max', own, asked, desk('max', { claim: 'facilitator' }))).toEqual([
      { kind: 'answer', note: note.id, remark: 'q' },
    ]);
    expect(waits('erin', own, asked)).toEqual([]);
    const answered = desk('max', {
      claim: 'facilitator',
      remarks: [remark('r', { answers: 'q', at: one })],
    });
    expect(waits('max', own, asked, answered)).toEqual([]);
    expect(waits('erin', own, asked, answered)).toContainEqual({
      kind: 'answer',
      note: note.id,
      remark: 'r',
    });
  });

  test('W4: a question to somebody else takes no open question from its place', () => {
    const asked = manager({ stances: done, remarks: [remark('q')] });
    const other = peer({
      stances: done,
      remarks: [
        remark('p', { answers: 'q', text: '@Mona?', mentions: [{ user: mona, name: 'Mona' }], at: one }),
      ],
    });
    expect(waits('erin', engineer({ stances: done }), asked, other)).toEqual([
      { kind: 'answer', note: note.id, remark: 'q' },
    ]);
  });

  test('W3, W4: the engineer has suggestions to decide and remarks to answer, each once', () => {
    const asked = manager({
      remarks: [suggestion('s', 'x'), remark('q', { note: other.id }), remark('settled', { at: one })],
    });
    const own = engineer({
      stances: done,
      remarks: [suggestion('mine', 'y', { note: other.id })],
      verdicts: [verdict('settled', 'resolved', two)],
    });
    expect(waits('erin', own, asked)).toEqual([
      { kind: 'suggestion', note: note.id, remark: 's' },
      { kind: 'answer', note: other.id, remark: 'q' },
    ]);
    expect(waits('erin', engineer({ stances: done, verdicts: [verdict('s', 'declined')] }), asked)).toEqual([
      { kind: 'answer', note: note.id, remark: 'settled' },
      { kind: 'answer', note: other.id, remark: 'q' },
    ]);
  });

  test('W4: others are told of answers in threads they spoke in, until they spoke last', () => {
    const asked = { remarks: [remark('q')], stances: done };
    const answered = engineer({ remarks: [remark('a', { answers: 'q', at: one })] });
    expect(waits('mona', answered, manager(asked), peer())).toEqual([
      { kind: 'answer', note: note.id, remark: 'a' },
    ]);
    expect(waits('pia', answered, manager(asked), peer({ stances: done }))).toEqual([]);
    const thanks = manager({
      stances: done,
      remarks: [...asked.remarks, remark('t', { answers: 'a', at: two })],
    });
    expect(waits('mona', answered, thanks)).toEqual([]);
  });

  test('W5: changed notes, then notes without a stance; a claim is enough, facilitators are not asked', () => {
    const stale = stance('agree', { note: other.id, text: 'as it was', at: noon });
    const expected = [
      { kind: 'changed', note: other.id },
      { kind: 'stance', note: note.id },
    ];
    expect(waits(mona, engineer(), manager({ stances: stale }))).toEqual(expected);
    expect(waits(max, engineer(), desk('max', { claim: 'manager', stances: stale }))).toEqual(expected);
    expect(waits(fay, engineer(), desk('fay', { claim: 'facilitator' }))).toEqual([]);
    expect(waits(erin, engineer({ stances: done }))).toEqual([]);
  });
});

/** Comments that somebody wrote, answered, resolved or changed in a Word document. */
import { describe, expect, test } from 'vitest';
import type { JobDescription, Thread } from '../../../src/export/document.ts';
import { emptyDescription, erin, max, note, place, remark } from '../example.ts';
import { comesBack, comments, type Editing, extended, told, writeComment as write } from './editing.ts';
import { hereOf } from './hereOf.ts';

const why = remark(max, 'Why two hours?', {
  id: 'why',
  answers: [remark(erin, 'One retry.', { id: 'retry', at: '2026-11-19T11:00:00Z' })],
});
const sheet = (threads: readonly Thread[] = [why]): JobDescription => ({
  ...emptyDescription,
  title: 'Staff Engineer',
  tops: [
    {
      ...place('The one job', [
        note('Cut it', { id: 'cut', state: 'open', threads }),
        note('Sit in', { id: 'sit' }),
      ]),
      id: 'side/job',
    },
  ],
});

const said = (words: string, more: object = {}) => ({
  ...{ kind: 'remark', note: 'cut', words, by: 'Ines Invented', at: '2026-12-01T08:00:00Z', answers: null },
  ...more,
});

describe('a new comment', () => {
  test('becomes a remark on its note, by whom the document names', async () => {
    const found = await comesBack(sheet(), (doc) =>
      write(doc, doc.note('cut'), { id: '90', words: 'For which models?' }),
    );
    expect([told(found), found.left]).toEqual([[said('For which models?')], []]);
  });

  test('by somebody called like a member carries that name, and nothing more', async () => {
    const found = await comesBack(sheet(), (doc) =>
      write(doc, doc.note('cut'), { id: '90', words: 'I take that back', author: 'Max Example' }),
    );
    expect(told(found)).toEqual([said('I take that back', { by: 'Max Example' })]);
  });

  test('on a note’s state is about that note', async () => {
    const found = await comesBack(sheet(), async (doc) => {
      const [state] = doc
        .all('w:p')
        .filter((one) => doc.all('w:pStyle', one)[0]?.getAttribute('w:val') === 'NoteState');
      if (state) await write(doc, state, { id: '90', words: 'Really open?' });
    });
    expect(told(found)).toEqual([said('Really open?')]);
  });

  test('on a heading is listed', async () => {
    const found = await comesBack(sheet(), (doc) =>
      write(doc, doc.section('side/job'), { id: '90', words: 'All of this is too much' }),
    );
    expect(told(found)).toEqual([]);
    expect(found.left).toEqual([
      { why: 'comment-elsewhere', words: 'All of this is too much', under: 'The one job' },
    ]);
  });

  test('that answers one of ours is an answer to it, and what answers that one, too', async () => {
    const found = await comesBack(sheet(), async (doc) => {
      await write(doc, doc.note('cut'), { id: '90', words: 'Which retry?', answers: 0 });
      await write(doc, doc.note('cut'), { id: '91', words: 'The first', answers: 2 });
    });
    const [first] = found.proposals;
    expect(told(found)).toEqual([
      said('Which retry?', { answers: 'why' }),
      said('The first', { answers: first?.id }),
    ]);
  });

  test('is told apart from another one of the same words by its time, and is the same one again', async () => {
    const twice = (doc: Editing) =>
      write(doc, doc.note('cut'), { id: '90', words: 'Yes' }).then(() =>
        write(doc, doc.note('cut'), { id: '91', words: 'Yes', date: '2026-12-01T09:00:00Z' }),
      );
    const ids = async () => (await comesBack(sheet(), twice)).proposals.map(({ id }) => id);
    const first = await ids();
    expect(new Set(first).size).toBe(2);
    expect(await ids()).toEqual(first);
  });

  test('on a note that is gone for good is listed', async () => {
    const here = hereOf({ ...sheet(), tops: [] });
    const found = await comesBack(
      sheet(),
      (doc) => write(doc, doc.note('cut'), { id: '90', words: 'Hm' }),
      here,
    );
    expect([told(found), found.left.map(({ why: reason }) => reason)]).toEqual([[], ['comment-elsewhere']]);
  });
});

describe('a comment of ours', () => {
  test('is known again under any number, in any order, and without its digits', async () => {
    const found = await comesBack(sheet(), async (doc) => {
      await doc.load(comments);
      doc.remove('word/commentsIds.xml');
      doc.remove(extended);
      const list = doc.part(comments).documentElement;
      const all = doc.all('w:comment', list);
      for (const one of all.toReversed()) {
        one.setAttribute('w:id', `${Number(one.getAttribute('w:id')) + 40}`);
        list.append(one as never);
      }
      for (const name of ['w:commentReference', 'w:commentRangeStart', 'w:commentRangeEnd'])
        for (const one of doc.all(name)) one.setAttribute('w:id', `${Number(one.getAttribute('w:id')) + 40}`);
    });
    expect([told(found), found.left]).toEqual([[], []]);
  });

  test('whose words somebody changed stays as its author wrote it, and that is listed', async () => {
    const found = await comesBack(sheet(), async (doc) => {
      await doc.load(comments);
      const [first] = doc.all('w:t', doc.part(comments).documentElement);
      if (first) first.textContent = 'Why one hour?';
    });
    expect(told(found)).toEqual([]);
    expect(found.left).toEqual([{ why: 'comment-changed', words: 'Why one hour?', under: 'The one job' }]);
  });

  test('is no new one where its author reworded it here meanwhile', async () => {
    const reworded = { ...why, text: 'Why just two hours?' };
    expect(told(await comesBack(sheet(), () => undefined, hereOf(sheet([reworded]))))).toEqual([]);
  });

  test('that somebody took out of the document stays', async () => {
    const found = await comesBack(sheet(), async (doc) => {
      await doc.load(comments);
      for (const one of doc.all('w:comment', doc.part(comments).documentElement)) one.remove();
    });
    expect([told(found), found.left]).toEqual([[], []]);
  });

  test('is no new one after whoever wrote it has left with all their words', async () => {
    expect(told(await comesBack(sheet(), () => undefined, hereOf(sheet([]))))).toEqual([]);
  });

  const done = (value: string) => async (doc: Editing) => {
    await doc.load(extended);
    for (const one of doc.all('w15:commentEx', doc.part(extended).documentElement))
      one.setAttribute('w15:done', value);
  };

  test('that was resolved there is proposed to be settled', async () => {
    expect(told(await comesBack(sheet(), done('1')))).toEqual([
      { kind: 'settled', note: 'cut', remark: 'why' },
    ]);
  });

  test('that is settled here by now, or was when the document was saved, is not', async () => {
    const settled = sheet([{ ...why, resolved: true }]);
    expect(told(await comesBack(sheet(), done('1'), hereOf(settled)))).toEqual([]);
    expect(told(await comesBack(settled, done('1'), hereOf(sheet())))).toEqual([]);
  });

  test('that was opened again there is proposed to be', async () => {
    expect(told(await comesBack(sheet([{ ...why, resolved: true }]), done('0')))).toEqual([
      { kind: 'reopened', note: 'cut', remark: 'why' },
    ]);
  });
});

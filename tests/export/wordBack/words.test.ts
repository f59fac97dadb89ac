/** Notes that somebody changed, moved, took out or added in a Word document. */
import { describe, expect, test } from 'vitest';
import type { JobDescription, Note, Thread } from '../../../src/export/document.ts';
import type { Here } from '../../../src/export/wordBack/here.ts';
import { emptyDescription, max, note, place, remark } from '../example.ts';
import { comesBack, paragraph, told, tracked } from './editing.ts';
import { hereOf } from './hereOf.ts';

const cut = note('Cut the nightly backfill', { id: 'cut' });
const sit = note('Sit in the credit committee', { id: 'sit' });
const mentor = note('Mentor two seniors', { id: 'mentor' });
const no = note('On-call after April', { id: 'no' });

const sheet = (
  first: readonly Note[] = [cut, sit, mentor],
  second: readonly Note[] = [no],
): JobDescription => ({
  ...emptyDescription,
  title: 'Staff Engineer',
  tops: [{ ...place('The one job', first), id: 'side/job' }],
  sides: [{ ...place('What I will not do', second), id: 'side/not' }],
});
/** Then the time is when the file was saved. */
const nobody = { by: '', at: expect.any(String) };
const by = (name: string) => ({ by: name, at: '2026-12-01T08:00:00Z' });
const rewordedTo = (words: string, more: object = {}) => ({
  ...{
    kind: 'reworded',
    note: 'cut',
    before: cut.text,
    words,
    meanwhile: false,
    known: 'bookmark',
    ...nobody,
  },
  ...more,
});
/** The sheet as it is by now. */
const now = (description: JobDescription, more: Partial<Here> = {}): Here => hereOf(description, more);

describe('words that somebody changed', () => {
  test('are suggested for their note', async () => {
    const found = await comesBack(sheet(), (doc) => doc.retype(doc.note('cut'), 'Cut it to two hours'));
    expect(told(found)).toEqual([rewordedTo('Cut it to two hours')]);
    expect(found.left).toEqual([]);
  });

  test('count where they were typed behind the bookmark’s end, in split runs, and over several lines', async () => {
    const found = await comesBack(sheet(), (doc) => {
      const own = doc.note('cut');
      own.append(doc.make('<w:r><w:t xml:space="preserve"> by </w:t></w:r>'));
      own.append(doc.make('<w:r><w:t>June</w:t><w:br/><w:t>and say so</w:t></w:r>'));
    });
    expect(told(found)).toEqual([rewordedTo('Cut the nightly backfill by June\nand say so')]);
  });

  test('count where a paragraph was made two by pressing Enter within it', async () => {
    const found = await comesBack(sheet(), (doc) => {
      const own = doc.note('cut');
      doc.retype(own, 'Cut the nightly');
      const [end] = doc.all('w:bookmarkEnd', own);
      const second = doc.make(paragraph('backfill by half', 'Note'));
      own.after(second);
      second.append(end as never);
    });
    expect(told(found)).toEqual([rewordedTo('Cut the nightly\nbackfill by half')]);
  });

  test('are no change where only white space differs', async () => {
    const found = await comesBack(sheet(), (doc) =>
      doc.retype(doc.note('cut'), ' Cut  the nightly\u00a0backfill '),
    );
    expect(told(found)).toEqual([]);
  });

  test('are known again by their place where the bookmark went with the old words', async () => {
    const found = await comesBack(sheet(), (doc) => {
      doc.note('sit').replaceWith(doc.make(paragraph('Take a chair in the committee', 'Note')));
    });
    expect(told(found)).toEqual([
      rewordedTo('Take a chair in the committee', { note: 'sit', before: sit.text, known: 'place' }),
    ]);
  });

  test('are known again by being alike where several went at once', async () => {
    const found = await comesBack(sheet(), (doc) => {
      doc.note('sit').replaceWith(doc.make(paragraph('Mentor three seniors', 'Note')));
      doc.note('mentor').replaceWith(doc.make(paragraph('Sit in the credit committees', 'Normal')));
    });
    expect(told(found)).toEqual([
      rewordedTo('Sit in the credit committees', { note: 'sit', before: sit.text, known: 'alike' }),
      rewordedTo('Mentor three seniors', { note: 'mentor', before: mentor.text, known: 'alike' }),
    ]);
  });

  test('carry the name of who saved the document, once somebody has', async () => {
    const found = await comesBack(sheet(), async (doc) => {
      await doc.load('docProps/core.xml');
      const { documentElement } = doc.part('docProps/core.xml');
      for (const one of doc.all('cp:lastModifiedBy', documentElement)) one.textContent = 'Ines Invented';
      for (const one of doc.all('dcterms:modified', documentElement))
        one.textContent = '2026-12-02T10:00:00Z';
      doc.retype(doc.note('cut'), 'Cut it');
    });
    expect(told(found)).toEqual([rewordedTo('Cut it', { by: 'Ines Invented', at: '2026-12-02T10:00:00Z' })]);
  });
});

describe('where the sheet has changed since', () => {
  const later = { ...cut, text: 'Halve the backfill' };

  test('what nobody touched in the document is left alone', async () => {
    const found = await comesBack(sheet(), () => undefined, now(sheet([later, sit, mentor])));
    expect(told(found)).toEqual([]);
  });

  test('what somebody changed there is suggested against the words they had before them', async () => {
    const here = now(sheet([later, sit, mentor]), { earlier: () => [cut.text] });
    const found = await comesBack(sheet(), (doc) => doc.retype(doc.note('cut'), 'Cut it'), here);
    expect(told(found)).toEqual([rewordedTo('Cut it', { meanwhile: true })]);
  });

  test('words that nobody here remembers are not made up', async () => {
    const found = await comesBack(
      sheet(),
      (doc) => doc.retype(doc.note('cut'), 'Cut it'),
      now(sheet([later, sit, mentor])),
    );
    expect(told(found)).toEqual([rewordedTo('Cut it', { meanwhile: true, before: null })]);
  });

  test('the same change made here and there is none', async () => {
    const found = await comesBack(
      sheet(),
      (doc) => doc.retype(doc.note('cut'), 'Halve the backfill'),
      now(sheet([later, sit, mentor])),
    );
    expect(told(found)).toEqual([]);
  });

  test('a note that came later is not missed in the document', async () => {
    const found = await comesBack(sheet([cut]), () => undefined, now(sheet()));
    expect(told(found)).toEqual([]);
  });

  test('a change to a note that is gone by now is listed', async () => {
    const gone = now({ ...sheet([sit, mentor]), gone: [{ ...cut, because: [] }] });
    const found = await comesBack(sheet(), (doc) => doc.retype(doc.note('cut'), 'Cut it'), gone);
    expect(told(found)).toEqual([]);
    expect(found.left).toEqual([{ why: 'note-gone', words: 'Cut it', under: 'The one job' }]);
  });

  test('on a copied board, where notes have other ids, they are known by their words', async () => {
    const copies = [cut, sit, mentor].map((one) => ({ ...one, id: `copy-${one.id}` }));
    const found = await comesBack(
      sheet(),
      (doc) => doc.retype(doc.note('cut'), 'Cut it'),
      now(sheet(copies, [{ ...no, id: 'copy-no' }])),
    );
    expect(told(found)).toEqual([rewordedTo('Cut it', { note: 'copy-cut' })]);
  });
});

describe('changes left open in Word', () => {
  test('count as accepted, under the name of who made them', async () => {
    const found = await comesBack(sheet(), (doc) => {
      const own = doc.note('cut');
      const [run] = doc.all('w:r', own);
      run?.replaceWith(doc.make(tracked('del', 'Cut the nightly backfill', 'Ines Invented')));
      own.append(doc.make(tracked('ins', 'Cut it', 'Ines Invented')));
    });
    expect(told(found)).toEqual([rewordedTo('Cut it', by('Ines Invented'))]);
  });

  test('tell the words before them, where nobody else remembers', async () => {
    const here = now(sheet([{ ...cut, text: 'Halve it' }, sit, mentor]));
    const found = await comesBack(
      sheet(),
      (doc) => void doc.note('cut').append(doc.make(tracked('ins', ' now', 'Ines Invented'))),
      here,
    );
    expect(told(found)).toEqual([
      rewordedTo('Cut the nightly backfill now', { meanwhile: true, ...by('Ines Invented') }),
    ]);
  });

  test('take a note out where nothing of it is left', async () => {
    const found = await comesBack(sheet(), (doc) => {
      const own = doc.note('cut');
      const [run] = doc.all('w:r', own);
      run?.replaceWith(doc.make(tracked('del', 'Cut the nightly backfill', 'Ines Invented')));
    });
    expect(told(found)).toEqual([{ kind: 'taken-out', note: 'cut', ...by('Ines Invented') }]);
  });
});

describe('a suggestion that stood in the text as a change', () => {
  const suggested: Thread = remark(max, 'Say how far', {
    ...{ id: 'suggestion', wording: 'Cut the nightly backfill to two hours', proposes: true },
  });
  const withIt = sheet([{ ...cut, threads: [suggested] }, sit, mentor]);
  const kinds = ['w:ins', 'w:del'] as const;

  test('does not come back as a new one, however it stands', async () => {
    expect(told(await comesBack(withIt, () => undefined))).toEqual([]);
  });

  test('comes back as accepted', async () => {
    const found = await comesBack(withIt, (doc) => {
      const own = doc.note('cut');
      for (const one of doc.all('w:del', own)) one.remove();
      for (const one of doc.all('w:ins', own)) one.replaceWith(...([...one.childNodes] as never[]));
    });
    expect(told(found)).toEqual([{ kind: 'accepted', note: 'cut', remark: 'suggestion', ...nobody }]);
  });

  test('comes back as rejected', async () => {
    const found = await comesBack(withIt, (doc) => {
      for (const kind of kinds) for (const one of doc.all(kind, doc.note('cut'))) one.remove();
    });
    expect(told(found)).toEqual([{ kind: 'rejected', note: 'cut', remark: 'suggestion', ...nobody }]);
  });

  test('is nothing any more where it was decided here meanwhile', async () => {
    const decided = { ...suggested, proposes: false, verdict: 'declined' as const };
    const found = await comesBack(
      withIt,
      (doc) => {
        for (const kind of kinds) for (const one of doc.all(kind, doc.note('cut'))) one.remove();
      },
      now(sheet([{ ...cut, threads: [decided] }, sit, mentor])),
    );
    expect(told(found)).toEqual([]);
  });

  test('leaves room for somebody else’s words beside it', async () => {
    const found = await comesBack(
      withIt,
      (doc) => void doc.note('cut').append(doc.make(tracked('ins', ' at last', 'Ines Invented'))),
    );
    expect(told(found)).toEqual([rewordedTo('Cut the nightly backfill at last', by('Ines Invented'))]);
  });

  test('is not suggested once more by whoever writes the same words', async () => {
    const clean = sheet();
    const found = await comesBack(
      clean,
      (doc) => doc.retype(doc.note('cut'), 'Cut the nightly backfill to two hours'),
      now(withIt),
    );
    expect(told(found)).toEqual([]);
  });
});

describe('notes that came, went and moved', () => {
  test('one taken out is proposed to be retired, not taken off', async () => {
    const found = await comesBack(sheet(), (doc) => void doc.note('mentor').remove());
    expect(told(found)).toEqual([{ kind: 'taken-out', note: 'mentor', ...nobody }]);
  });

  test('new lines under a heading are new notes there, one each', async () => {
    const found = await comesBack(sheet(), (doc) => {
      doc.note('no').after(doc.make(paragraph('A second thing I will not do', 'ListParagraph')));
      doc.section('side/not').after(doc.make(paragraph('A first thing', 'ListBullet')));
    });
    const added = (words: string) => ({ kind: 'added', lane: 'side/not', words, ...nobody });
    expect(told(found)).toEqual([added('A first thing'), added('A second thing I will not do')]);
  });

  test('what is typed over the words of an empty place is a new note', async () => {
    const found = await comesBack(sheet([cut], []), (doc) => {
      const [empty] = doc
        .all('w:p')
        .filter((one) => (one as { textContent: string }).textContent.startsWith('Nothing here yet'));
      if (empty) doc.retype(empty, 'No on-call');
    });
    expect(told(found)).toEqual([{ kind: 'added', lane: 'side/not', words: 'No on-call', ...nobody }]);
  });

  test('a new note that is here by now is none', async () => {
    const found = await comesBack(
      sheet(),
      (doc) => void doc.note('no').after(doc.make(paragraph('No  weekends'))),
      now(sheet(undefined, [no, note('No weekends')])),
    );
    expect(told(found)).toEqual([]);
  });

  test('one moved under another heading is proposed to move, with its words', async () => {
    const found = await comesBack(sheet(), (doc) => {
      const own = doc.note('cut');
      doc.retype(own, 'Cut it');
      doc.note('no').after(own);
    });
    expect(told(found)).toEqual([
      rewordedTo('Cut it'),
      { kind: 'moved', note: 'cut', from: 'side/job', to: 'side/not' },
    ]);
  });

  test('two made one paragraph are listed, and neither is guessed', async () => {
    const found = await comesBack(sheet(), (doc) => {
      const second = doc.note('sit');
      const [, ...rest] = [...(second.childNodes as never as unknown[])];
      doc.note('cut').append(...(rest as never[]));
      second.remove();
    });
    expect(told(found)).toEqual([]);
    expect(found.left).toEqual([
      { why: 'merged', words: 'Cut the nightly backfillSit in the credit committee', under: 'The one job' },
    ]);
  });
});

describe('what is no note', () => {
  test('is listed where it reads differently', async () => {
    const found = await comesBack(sheet(), (doc) => {
      const [title] = doc
        .all('w:p')
        .filter((one) => doc.all('w:pStyle', one)[0]?.getAttribute('w:val') === 'Title');
      if (title) doc.retype(title, 'Principal Engineer');
      doc.section('side/not').before(doc.make(paragraph('A heading of my own', 'Heading1')));
      doc.section('side/not').before(doc.make(paragraph('and what belongs to it')));
    });
    expect(told(found)).toEqual([]);
    expect(found.left).toEqual([
      { why: 'beside-notes', words: 'Principal Engineer', under: '' },
      { why: 'beside-notes', words: 'A heading of my own', under: 'The one job' },
      { why: 'beside-notes', words: 'and what belongs to it', under: 'A heading of my own' },
    ]);
  });

  test('a picture in a note is listed', async () => {
    const found = await comesBack(
      sheet(),
      (doc) => void doc.note('cut').append(doc.make('<w:r><w:drawing/></w:r>')),
    );
    expect([told(found), found.left.map(({ why }) => why)]).toEqual([[], ['picture']]);
  });
});

describe('a document that doesn’t say what it said', () => {
  const bare =
    (change: Parameters<typeof comesBack>[1]): Parameters<typeof comesBack>[1] =>
    async (doc) => {
      doc.remove('customXml/item1.xml');
      await change(doc);
    };

  test('is held against the sheet as it is, and misses nothing', async () => {
    const found = await comesBack(
      sheet(),
      bare((doc) => {
        doc.note('mentor').remove();
        doc.retype(doc.note('cut'), 'Cut it');
      }),
    );
    expect(told(found)).toEqual([rewordedTo('Cut it', { before: null, meanwhile: null })]);
    expect(found.exportedAt).toBeNull();
  });

  test('suggests no words that the note had before', async () => {
    const here = now(sheet([{ ...cut, text: 'Halve it' }, sit, mentor]), { earlier: () => [cut.text] });
    expect(
      told(
        await comesBack(
          sheet(),
          bare(() => undefined),
          here,
        ),
      ),
    ).toEqual([]);
  });
});

test('what was brought in once is told, and not proposed again', async () => {
  const change = (doc: Parameters<Parameters<typeof comesBack>[1]>[0]) =>
    doc.retype(doc.note('cut'), 'Cut it');
  const [first] = (await comesBack(sheet(), change)).proposals;
  const brought = remark(max, '', { id: first?.id ?? '', wording: 'Cut it', proposes: false });
  const again = await comesBack(sheet(), change, now(sheet([{ ...cut, threads: [brought] }, sit, mentor])));
  expect([told(again), again.already]).toEqual([[], 1]);
});

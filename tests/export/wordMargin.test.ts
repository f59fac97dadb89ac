/** What people said, in the margin of the Word document; read back with a zip reader and an XML parser not ours. */
import fc from 'fast-check';
import JSZip from 'jszip';
import { DOMParser } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { chapters } from '../../src/export/choice.ts';
import { chosen } from '../../src/export/chosen.ts';
import { cleanLines } from '../../src/export/cleanText.ts';
import type { JobDescription, Note } from '../../src/export/document.ts';
import { bookmarkName, durableIdOf } from '../../src/export/word/names.ts';
import { word } from '../../src/export/word.ts';
import { emptyDescription, erin, example, max, note, place, remark } from './example.ts';
import { fixed, hostileText } from './hostileText.ts';

const parse = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml');

async function open(description: JobDescription) {
  const zip = await JSZip.loadAsync(await word(description));
  const part = async (path: string) => (await zip.file(path)?.async('string')) ?? '';
  return { files: Object.keys(zip.files), part };
}

const withNotes = (...notes: Note[]): JobDescription => ({
  ...emptyDescription,
  title: 'Role',
  tops: [place('The one job', notes)],
});

interface Comment {
  readonly id: string;
  readonly author: string;
  readonly initials: string;
  readonly date: string;
  readonly text: string;
  readonly answers: string | null;
  readonly resolved: boolean;
}

async function commentsOf(description: JobDescription): Promise<readonly Comment[]> {
  const { part } = await open(description);
  const threads = [...parse(await part('word/commentsExtended.xml')).querySelectorAll('w15\\:commentEx')];
  const comments = [...parse(await part('word/comments.xml')).querySelectorAll('w\\:comment')];
  const paragraphOf = new Map(
    comments.map((one) => {
      const paragraphs = [...one.querySelectorAll('w\\:p')];
      return [paragraphs.at(-1)?.getAttribute('w14:paraId') ?? '', one.getAttribute('w:id') ?? ''];
    }),
  );
  return comments.map((one) => {
    const id = one.getAttribute('w:id') ?? '';
    const thread = threads.find((each) => paragraphOf.get(each.getAttribute('w15:paraId') ?? '') === id);
    const texts = [...one.querySelectorAll('w\\:p')].map((each) => each.textContent ?? '');
    return {
      id,
      author: one.getAttribute('w:author') ?? '',
      initials: one.getAttribute('w:initials') ?? '',
      date: one.getAttribute('w:date') ?? '',
      text: texts.join('\n'),
      answers: paragraphOf.get(thread?.getAttribute('w15:paraIdParent') ?? '') ?? null,
      resolved: thread?.getAttribute('w15:done') === '1',
    };
  });
}

/** The text of a part as it reads once every change in it was accepted or rejected; a line break is \n. */
function readAs(xml: string, how: 'accepted' | 'rejected', style = 'Note'): string {
  const out = how === 'accepted' ? 'w\\:del' : 'w\\:ins';
  return [...parse(xml).querySelectorAll('w\\:p')]
    .filter((one) => one.querySelector('w\\:pStyle')?.getAttribute('w:val') === style)
    .map((one) => {
      for (const gone of one.querySelectorAll(out)) gone.remove();
      return [...one.querySelectorAll('w\\:t, w\\:delText, w\\:br')]
        .map((each) =>
          each.localName === 'w:br' || each.tagName === 'w:br' ? '\n' : (each.textContent ?? ''),
        )
        .join('');
    })
    .join('\n');
}

describe('comments', () => {
  test('every remark is a comment, every answer a reply, with who, when, and whether it is settled', async () => {
    const talk = remark(max, 'Why two hours?\nWho asks?', {
      resolved: true,
      verdict: 'resolved',
      answers: [remark(erin, 'The risk desk.', { at: '2026-11-20T08:40:00.123Z' })],
    });
    const other = remark({ name: 'Pia van den Example', role: null, confirmed: false }, 'And then?');
    expect(await commentsOf(withNotes(note('Cut the job', { threads: [talk, other] })))).toEqual([
      {
        ...{ id: '0', author: 'Max Example', initials: 'ME', date: '2026-11-19T10:12:00.000Z' },
        ...{ text: 'Why two hours?\nWho asks?\n(resolved)', answers: null, resolved: true },
      },
      {
        ...{ id: '1', author: 'Erin Example', initials: 'EE', date: '2026-11-20T08:40:00.000Z' },
        ...{ text: 'The risk desk.', answers: '0', resolved: true },
      },
      {
        ...{ id: '2', author: 'Pia van den Example', initials: 'PVD', date: '2026-11-19T10:12:00.000Z' },
        ...{ text: 'And then?', answers: null, resolved: false },
      },
    ]);
  });

  test('each is anchored on its note’s text, from the first line to the last', async () => {
    const { part } = await open(
      withNotes(note('Not this'), note('One\nTwo', { threads: [remark(max, 'Why?')] }), note('Nor this')),
    );
    const xml = await part('word/document.xml');
    const [start, end] = [xml.indexOf('<w:commentRangeStart'), xml.indexOf('<w:commentRangeEnd')];
    const inside = [...xml.slice(start, end).matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text);
    expect(inside).toEqual(['One', 'Two']);
    expect(xml).toMatch(/<w:commentReference w:id="0"\/>/);
  });

  test('an author whose initials are longer than a letter, and one without a name, are commenters like any other', async () => {
    const nobody = { name: ' ', role: null, confirmed: false };
    const smile = { name: '🙂 שלום', role: null, confirmed: false };
    const found = await commentsOf(
      withNotes(note('A', { threads: [remark(nobody, 'x'), remark(smile, 'y', { at: 'no time' })] })),
    );
    expect(found.map(({ author, initials, date }) => ({ author, initials, date }))).toEqual([
      { author: 'Someone without a name', initials: 'SWA', date: '2026-11-19T10:12:00.000Z' },
      { author: '🙂 שלום', initials: '🙂ש', date: '1970-01-01T00:00:00.000Z' },
    ]);
  });

  test('a remark keeps its own lasting id', async () => {
    const { part } = await open(withNotes(note('A', { threads: [remark(max, 'x', { id: 'r-17' })] })));
    expect(await part('word/commentsIds.xml')).toContain(`w16cid:durableId="${durableIdOf('r-17')}"`);
  });
});

describe('changes', () => {
  const suggests = (wording: string, more = {}) => remark(max, '', { wording, proposes: true, ...more });

  test('a suggestion is a change, word by word, that can be accepted or rejected', async () => {
    const { part } = await open(
      withNotes(note('Cut the job to two hours', { threads: [suggests('Cut the nightly job to one hour')] })),
    );
    const xml = await part('word/document.xml');
    expect(readAs(xml, 'accepted')).toBe('Cut the nightly job to one hour');
    expect(readAs(xml, 'rejected')).toBe('Cut the job to two hours');
    const tracked = [...xml.matchAll(/<w:(ins|del) [^>]*w:author="([^"]*)"[^>]*>.*?<\/w:\1>/g)].map(
      ([whole, kind, author]) => [kind, author, whole.replace(/<[^>]*>/g, '')],
    );
    expect(tracked).toEqual([
      ['ins', 'Max Example', 'nightly '],
      ['del', 'Max Example', 'two hours'],
      ['ins', 'Max Example', 'one hour'],
    ]);
  });

  test('of several the newest stands in the text, and all stand in the margin', async () => {
    const description = withNotes(
      note('Cut it', {
        threads: [
          suggests('Cut it soon', { at: '2026-11-20T10:00:00Z', text: 'Sooner' }),
          suggests('Cut it now', { at: '2026-11-21T10:00:00Z' }),
          suggests('Cut it at once', {
            at: '2026-11-22T10:00:00Z',
            proposes: false,
            verdict: 'declined',
            reason: 'No',
          }),
        ],
      }),
    );
    expect(readAs(await (await open(description)).part('word/document.xml'), 'accepted')).toBe('Cut it now');
    expect((await commentsOf(description)).map(({ text }) => text)).toEqual([
      'Sooner\nSuggests instead:\nCut it soon',
      'Suggests the change shown in the text.',
      'Suggests instead:\nCut it at once\n(declined: No)',
    ]);
  });

  test('whatever two wordings hold, accepting gives the one and rejecting the other', async () => {
    const asRead = (text: string) => cleanLines(text).join('\n') || '(no words yet)';
    await fc.assert(
      fc.asyncProperty(hostileText, hostileText, async (text, wording) => {
        const { part } = await open(withNotes(note(text, { threads: [suggests(wording)] })));
        const xml = await part('word/document.xml');
        if (!/<w:(ins|del) /.test(xml)) return; // nothing would change
        expect(readAs(xml, 'accepted') || '(no words yet)').toBe(asRead(wording));
        expect(readAs(xml, 'rejected') || '(no words yet)').toBe(asRead(text));
      }),
      { ...fixed, numRuns: 60 },
    );
  });
});

describe('bookmarks', () => {
  test('every note and section has one that only depends on its id, and opens before it closes', async () => {
    const { part } = await open(example);
    const xml = await part('word/document.xml');
    const names = [...xml.matchAll(/<w:bookmarkStart w:name="([^"]*)" w:id="(\d+)"/g)];
    const told = names.map(([, name]) => name ?? '');
    expect(new Set(told).size).toBe(told.length);
    const first = example.pillars[0]?.responsibilities[0]?.notes[0]?.id ?? '';
    expect(told).toContain(`note_${first}`);
    expect(told).toContain(bookmarkName('section', 'pillar/execution'));
    for (const [, , id] of names) {
      const at = xml.indexOf(`<w:bookmarkEnd w:id="${id}"`);
      expect(at).toBeGreaterThan(xml.indexOf(`w:id="${id}"`));
    }
  });

  test('Word can take every name, and different ids have different names', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.oneof(hostileText, fc.string({ maxLength: 60 })), { maxLength: 8 }),
        (ids) => {
          const names = ids.map((id) => bookmarkName('note', id));
          expect(names.filter((name) => !/^[A-Za-z]\w{0,39}$/.test(name))).toEqual([]);
          expect(new Set(names).size).toBe(ids.length);
        },
      ),
      fixed,
    );
  });
});

test('the clean variant has no comments, no changes, and nobody’s view', async () => {
  const { files, part } = await open(chosen(example, { variant: 'clean', chapters }));
  const xml = await part('word/document.xml');
  expect(files.filter((file) => /comments/.test(file))).toEqual([]);
  expect(xml).not.toMatch(/<w:(ins|del|commentRangeStart) /);
  expect(xml).not.toContain('not this year');
  expect(xml).not.toContain('I would rather take it there myself');
  expect(xml).toContain('Sit in the monthly credit committee.');
});

/** Word files are read back with a zip reader and an XML parser that are not ours. */
import fc from 'fast-check';
import JSZip from 'jszip';
import { DOMParser } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { cleanLines } from '../../src/export/cleanText.ts';
import type { JobDescription } from '../../src/export/document.ts';
import { word } from '../../src/export/word.ts';
import { shades } from '../../src/workshop/palette.ts';
import { emptyDescription, erin, example, note, place, stance } from './example.ts';
import { fixed, hostileText } from './hostileText.ts';

async function open(description: JobDescription) {
  const zip = await JSZip.loadAsync(await word(description));
  const part = async (path: string) => (await zip.file(path)?.async('string')) ?? '';
  return { files: Object.keys(zip.files), part };
}

interface Paragraph {
  readonly style: string;
  readonly text: string;
  readonly rightToLeft: boolean;
}

function paragraphs(xml: string): Paragraph[] {
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  return [...document.querySelectorAll('w\\:p')].map((element) => ({
    style: element.querySelector('w\\:pStyle')?.getAttribute('w:val') ?? '',
    text: [...element.querySelectorAll('w\\:t')].map((run) => run.textContent ?? '').join(''),
    rightToLeft: element.querySelector('w\\:bidi') !== null,
  }));
}

const read = async (description: JobDescription) =>
  paragraphs(await (await open(description)).part('word/document.xml'));

const withNotes = (...texts: string[]): JobDescription => ({
  ...emptyDescription,
  title: 'Role',
  tops: [
    place(
      'The one job',
      texts.map((text) => note(text)),
      'What?',
    ),
  ],
});

const noteTexts = (found: readonly Paragraph[]) =>
  found.filter(({ style }) => style === 'Note').map(({ text }) => text);

describe('the Word document', () => {
  test('has real headings, in the order of the sheet', async () => {
    const found = await read(example);
    expect(
      found
        .filter(({ style }) => /^(Title|Heading\d)$/.test(style))
        .map(({ style, text }) => `${style}: ${text}`),
    ).toEqual([
      'Title: Staff Machine Learning Engineer',
      'Heading1: The one job',
      'Heading1: Why this role, why now',
      'Heading1: Big-picture thinking',
      'Heading2: Technical direction',
      'Heading2: Engineering perspective',
      'Heading1: Execution',
      'Heading2: Exploration',
      'Heading2: Being glue',
      'Heading1: Leveling up',
      'Heading2: Mentorship and sponsorship',
      'Heading2: Being glue',
      'Heading1: What I will not do',
      'Heading1: What I need from my manager',
      'Heading1: Where we stand',
      'Heading1: Still to talk about',
      'Heading1: Signatures',
      'Heading1: Rounds so far',
      'Heading1: Notes still looking for a place',
      'Heading1: No longer on the board, but spoken about',
      'Heading1: Where these ideas come from',
    ]);
  });

  test('says on every page that it is a draft, and which page it is', async () => {
    const { files, part } = await open(example);
    const edges = files.filter((file) => /^word\/(header|footer)\d\.xml$/.test(file)).sort();
    const told = await Promise.all(
      edges.map(async (file) => {
        const xml = await part(file);
        const fields = [...xml.matchAll(/>(PAGE|NUMPAGES)</g)].map(([, field]) => field);
        return [paragraphs(xml)[0]?.text, ...fields];
      }),
    );
    expect(told).toEqual([
      ['Draft of 23 November 2026 · Made with RolewrightPage  of ', 'PAGE', 'NUMPAGES'],
      ['Draft of 23 November 2026 · Made with RolewrightPage  of ', 'PAGE', 'NUMPAGES'],
      ['Staff Machine Learning Engineer · Erin ExampleDRAFT'],
      ['DRAFT'],
    ]);
    expect((await read(example)).find(({ style }) => style === 'DraftNotice')?.text).toMatch(
      /^Draft of 23 November 2026\. Work in progress/,
    );
  });

  test('a pillar’s notes have a style of their own, which is that of a note but for its bar', async () => {
    const { part } = await open(example);
    const parse = async (path: string) => new DOMParser().parseFromString(await part(path), 'text/xml');
    const styles = new Map(
      [...(await parse('word/styles.xml')).querySelectorAll('w\\:style')].map((one) => [
        one.getAttribute('w:styleId'),
        one,
      ]),
    );
    const used = new Set(paragraphs(await part('word/document.xml')).map(({ style }) => style));
    expect([...used].filter((style) => style.startsWith('Note') && !styles.has(style))).toEqual([]);
    for (const [pillar, { solid }] of Object.entries(shades)) {
      const kind = `NoteState${pillar.replace(/(?:^|_)(.)/g, (_, letter) => letter.toUpperCase())}`;
      if (!used.has(kind)) continue;
      const own = styles.get(kind);
      expect(own?.querySelector('w\\:basedOn')?.getAttribute('w:val')).toBe('NoteState');
      expect(own?.querySelector('w\\:left')?.getAttribute('w:color')).toBe(solid.slice(1));
    }
    expect([...used].filter((style) => /^NoteState./.test(style)).length).toBe(
      new Set(example.pillars.map(({ colour }) => colour)).size,
    );
  });

  test('a note is followed by what belongs to it, its state, and what people think of it', async () => {
    const found = await read({
      ...emptyDescription,
      tops: [
        place('The one job', [
          note('One\nTwo', {
            state: 'disputed',
            details: [{ name: 'Why', words: 'The desk closes at 11' }],
            stances: [stance(erin, 'disagree', 'not this year')],
          }),
        ]),
      ],
    });
    const from = found.findIndex(({ style }) => style === 'Note');
    expect(found.slice(from, from + 5).map(({ style, text }) => `${style}: ${text}`)).toEqual([
      'Note: One',
      'Note: Two',
      'NoteDetail: Why: The desk closes at 11',
      'NoteState: ◊ Disputed',
      'Talk: Erin Example (engineer): Disagree – not this year',
    ]);
  });

  test('carries its title and author as properties, and no macros', async () => {
    const { files, part } = await open(example);
    const core = await part('docProps/core.xml');
    expect(core).toContain('<dc:title>Staff Machine Learning Engineer (draft)</dc:title>');
    expect(core).toContain('<dc:creator>Erin Example</dc:creator>');
    expect(files.filter((file) => /vba|macro|\.bin$/i.test(file))).toEqual([]);
  });

  test('links to web and mail addresses only', async () => {
    const { part } = await open({
      ...emptyDescription,
      sources: [
        { title: 'A page', url: 'https://example.com/a?b=1&c=2' },
        { title: 'A letter', url: 'mailto:somebody@example.com' },
        { title: 'A trap', url: 'javascript:alert(1)' },
      ],
    });
    const targets = [
      ...(await part('word/_rels/document.xml.rels')).matchAll(/Target="([^"]+)" TargetMode/g),
    ];
    expect(targets.map(([, target]) => target)).toEqual([
      'https://example.com/a?b=1&amp;c=2',
      'mailto:somebody@example.com',
    ]);
  });

  test('text that runs leftwards is set so, line by line, and turns for words that do not', async () => {
    const xml = await (await open(withNotes('כולל SLA ברור\nplain'))).part('word/document.xml');
    const own = paragraphs(xml).filter(({ style }) => style === 'Note');
    expect(own).toEqual([
      { style: 'Note', text: 'כולל SLA ברור', rightToLeft: true },
      { style: 'Note', text: 'plain', rightToLeft: false },
    ]);
    const runs = [...xml.matchAll(/<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^>]*>([^<]*)</g)];
    const turned = runs.filter(([, look]) => look?.includes('<w:rtl/>')).map(([, , text]) => text);
    expect(turned).toEqual(['כולל ', 'ברור']);
  });

  test('an empty sheet is still a document', async () => {
    expect((await read(emptyDescription)).find(({ style }) => style === 'Title')?.text).toBe(
      'A role without a title',
    );
  });

  test('a note of 6,000 characters arrives whole', async () => {
    const long = 'Wörter '.repeat(857).trim();
    expect(noteTexts(await read(withNotes(long)))).toEqual([long]);
  });

  test('notes read back word for word, whatever they hold, and no part holds what XML forbids', async () => {
    const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 5 }), async (texts) => {
        const first = texts[0] ?? '';
        const who = { name: first, role: null, confirmed: false };
        const { files, part } = await open({
          ...withNotes(...texts),
          title: first,
          team: first,
          engineer: first,
          reviewers: texts,
          participants: [who],
          empty: texts,
          sources: [{ title: first, url: first }],
          sides: [place(first, [], first)],
        });
        const xml = await Promise.all(files.filter((file) => /\.(xml|rels)$/.test(file)).map(part));
        expect(xml.filter((each) => forbidden.test(each))).toEqual([]);
        expect(noteTexts(paragraphs(await part('word/document.xml')))).toEqual(
          texts.flatMap((text) => {
            const lines = cleanLines(text);
            return lines.length > 0 ? lines : ['(no words yet)'];
          }),
        );
      }),
      { ...fixed, numRuns: 40 },
    );
  });
});

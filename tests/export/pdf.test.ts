/** PDFs are read back with Mozilla's reader, which is not ours: what it selects, reads aloud, and jumps to. */
import fc from 'fast-check';
import { create } from 'fontkit';
import { beforeAll, describe, expect, test } from 'vitest';
import { fontFiles } from '../../scripts/fontFiles.ts';
import { chapters } from '../../src/export/choice.ts';
import { chosen } from '../../src/export/chosen.ts';
import { cleanLines } from '../../src/export/cleanText.ts';
import type { JobDescription } from '../../src/export/document.ts';
import { type FaceBytes, readFaces } from '../../src/export/pdf/faces.ts';
import { type PdfOptions, pdf, pdfPicture } from '../../src/export/pdf.ts';
import { sectionsOf } from '../../src/export/sections.ts';
import { all, type PdfElement, type PdfPage, readPdf, textOf } from '../support/readPdf.ts';
import { emptyDescription, erin, example, max, note, place, remark, round, stance } from './example.ts';
import { fixed, hostileText } from './hostileText.ts';

let faces: FaceBytes;
beforeAll(async () => {
  faces = await readFaces(fontFiles);
});

const write = (description: JobDescription, options: Partial<PdfOptions> = {}) =>
  pdf(description, { faces, ...options });

async function bytesOf(description: JobDescription, options: Partial<PdfOptions> = {}): Promise<Uint8Array> {
  const made = await write(description, options);
  if (made.kind === 'missing') throw new Error(`Without a glyph: ${made.signs.join(' ')}`);
  return made.bytes;
}
const read = async (description: JobDescription, options: Partial<PdfOptions> = {}) =>
  readPdf(await bytesOf(description, options));

/** The example without its Hebrew and its emoji. */
const latin: JobDescription = JSON.parse(
  JSON.stringify(example).replaceAll(/לכתוב[^"]*/g, 'Write one page about the platform team'),
);
const withNotes = (...texts: string[]): JobDescription => ({
  ...emptyDescription,
  title: 'Role',
  tops: [
    place(
      'The one job',
      texts.map((text) => note(text)),
    ),
  ],
});
const squeezed = (text: string): string => text.replace(/\s+/g, '');
const missingIn = async (description: JobDescription): Promise<readonly string[]> => {
  const made = await write(description);
  return made.kind === 'missing' ? made.signs : [];
};
/** What is read last on a page. */
const lastOf = (one: PdfElement): PdfElement => {
  const child = one.children.at(-1);
  return child ? lastOf(child) : one;
};
const inside = (page: PdfPage): boolean =>
  page.lines.every(({ y, end }) => y > 25 && y < page.height - 30 && end <= page.width - 64);

describe('the PDF', () => {
  test('has headings in the order of the sheet, and the same as its outline', async () => {
    const found = await read(latin);
    expect(all(found, 'H1', 'H2', 'H3').map(({ role, text }) => `${role} ${text}`)).toEqual([
      'H1 Staff Machine Learning Engineer',
      ...sectionsOf(latin).map(({ level, title }) => `H${level + 1} ${title}`),
    ]);
    const outline = found.outline.flatMap(({ title, items }) => [title, ...items.map((one) => one.title)]);
    expect(outline).toEqual(sectionsOf(latin).map(({ title }) => title));
    const places = found.outline.flatMap(({ page, items }) => [page, ...items.map((one) => one.page)]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places.at(-1)).toBe(found.pages.length);
  });

  test('names itself, its language and its author, and is tagged', async () => {
    const { info, marked } = await read(latin);
    expect(marked?.get('Marked')).toBe(true);
    expect(info).toMatchObject({
      Title: 'Staff Machine Learning Engineer (draft)',
      Author: 'Erin Example',
      Subject: 'Draft of 23 November 2026',
      Language: 'en-GB',
      CreationDate: 'D:20261123090000Z',
    });
  });

  test('says on every page that it is a draft, and which page it is; nobody has that read aloud', async () => {
    const { pages } = await read(latin);
    const edges = pages.map(({ artifacts }) => squeezed(artifacts));
    const foot = (page: number) =>
      `Draft of 23 November 2026 · Made with Rolewright Page ${page} of ${pages.length}`;
    const head = 'Staff Machine Learning Engineer · Erin Example';
    expect(edges).toEqual(pages.map((_, at) => squeezed(`${at > 0 ? head : ''} DRAFT ${foot(at + 1)}`)));
  });

  test('a note has its state, views, remarks and answers as lists, and a suggestion shows what it would change', async () => {
    const found = await read({
      ...emptyDescription,
      tops: [
        place('The one job', [
          note('Cut the job to two hours', {
            state: 'change-proposed',
            details: [{ name: 'Why', words: 'The desk closes at 11' }],
            stances: [stance(erin, 'agree-if', 'by June')],
            threads: [
              remark(max, 'Sooner', {
                wording: 'Cut the job to one hour',
                proposes: true,
                answers: [remark(erin, 'Because.')],
              }),
            ],
          }),
        ]),
      ],
    });
    const [item] = all(found, 'LI').filter(({ text }) => text.startsWith('Cut the job'));
    const leaves = (one: PdfElement): string[] =>
      one.children.length > 0 && !['P', 'Lbl'].includes(one.role)
        ? one.children.flatMap(leaves)
        : [`${one.role} ${one.text.trim()}`];
    expect(item && leaves(item)).toEqual([
      'P Cut the job to two hours',
      'P Why: The desk closes at 11',
      'P ► Change proposed',
      'LBody Erin Example (engineer): Agree, if… – by June',
      'P Max Example (manager), 19 November 2026 · suggests a wording',
      'P Sooner',
      'P Cut the job to two hours one hour',
      'P Erin Example (engineer), 19 November 2026',
      'P Because.',
    ]);
    expect(all(found, 'BlockQuote').length).toBe(1);
    expect(all(found, 'Span').map(({ text }) => text.trim())).toEqual(['two hours', 'one hour']);
  });

  test('tables have heads that name columns and rows', async () => {
    const found = await read(latin);
    const [standing] = all(found, 'Table');
    const rows = standing?.children.map(({ role, children }) => [role, ...children.map((one) => one.role)]);
    expect(rows?.[0]).toEqual(['TR', 'TH', 'TH', 'TH', 'TH']);
    expect(rows?.slice(1)).toEqual(
      latin.pillars.concat(latin.pillars.slice(0, 2)).map(() => ['TR', 'TH', 'TD', 'TD', 'TD']),
    );
    expect(standing?.children[1]?.children.map(({ text }) => text.trim())).toEqual([
      'Big-picture thinking',
      '3',
      '1',
      '2',
    ]);
  });

  test('links to web and mail addresses and to its own notes only, and runs nothing', async () => {
    const bytes = await bytesOf({
      ...latin,
      sources: [
        { title: 'A page', url: 'https://example.com/a?b=(1)&c=2' },
        { title: 'A letter', url: 'mailto:somebody@example.com' },
        { title: 'A trap', url: 'javascript:alert(1)' },
        { title: 'Another', url: 'file:///etc/passwd' },
      ],
    });
    const { pages, names } = await readPdf(bytes);
    const links = pages.flatMap((page) => page.links);
    expect(links.flatMap(({ url }) => url ?? [])).toEqual([
      'https://example.com/a?b=(1)&c=2',
      'mailto:somebody@example.com',
    ]);
    expect(new Set(links.filter(({ place: own }) => own).map(({ says }) => says)).size).toBe(
      latin.open.length,
    );
    expect(links.filter(({ url, place: own }) => !url && !own)).toEqual([]);
    expect(names.length).toBeGreaterThan(latin.open.length);
    const source = new TextDecoder('latin1').decode(bytes);
    expect(source).not.toMatch(/\/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFile|SubmitForm)\b/);
  });

  test('has its letters inside, and only those it needs', async () => {
    const bytes = await bytesOf(latin);
    const source = new TextDecoder('latin1').decode(bytes);
    expect([...source.matchAll(/\/FontFile2/g)].length).toBe(2);
    const fonts = [...source.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name]) =>
      name?.replace(/^\w{6}\+/, ''),
    );
    expect([...new Set(fonts)].sort()).toEqual(['SourceSans3-Regular', 'SourceSans3-Semibold']);
    const whole = (await fontFiles('regular')).length;
    expect(bytes.length).toBeLessThan(whole / 2);
  });

  test('Latin of many languages, Greek and Cyrillic can be selected as they were written', async () => {
    const texts = [
      'Việt Nam: Trưởng nhóm kỹ sư, đặt hướng đi kỹ thuật',
      'Zażółć gęślą jaźń',
      'Não há razão para não ações',
      'Příliš žluťoučký kůň, ğüşiöç İı, āčēģīķļņšūž, ðþæø',
      'Γιατί αυτός ο ρόλος τώρα; Ἀρχή ᾳ',
      'Чем занимается ведущий инженер: їжак, ђак, әлем',
      'efficient flow → 3 ≥ 2 ✓ “quoted” … ½ €',
      'e\u0301 i\u0308',
    ];
    const found = await read(withNotes(...texts));
    // The facts come first.
    const said = all(found, 'LBody')
      .map(({ children }) => children[0]?.text.trim())
      .slice(-texts.length);
    expect(said).toEqual(texts.map((text) => text.normalize('NFC')));
  });

  test('letters that another document had as parts of others are still themselves', async () => {
    await bytesOf(withNotes('ï Ĵ ṝ'));
    const found = await read(withNotes('ı ȷ ṛ'));
    expect(textOf(found)).toContain('ı ȷ ṛ');
  });

  test('is on the paper that was chosen', async () => {
    const sizes = await Promise.all(
      (['a4', 'letter'] as const).map(async (paper) => {
        const { pages } = await read(withNotes('One'), { paper });
        return pages.map(({ width, height }) => [Math.round(width), Math.round(height)]);
      }),
    );
    expect(sizes).toEqual([[[595, 842]], [[612, 792]]]);
  });

  test('the same document is the same file', async () => {
    expect(Buffer.from(await bytesOf(latin)).equals(Buffer.from(await bytesOf(latin)))).toBe(true);
  });

  test('the clean variant holds nobody’s view', async () => {
    const text = textOf(await read(chosen(latin, { variant: 'clean', chapters })));
    expect(text).not.toContain('I would rather take it');
    expect(text).not.toContain('in front of finance');
    expect(text).toContain('Sit in the monthly credit committee.');
  });

  test('an empty sheet is still a document', async () => {
    expect(all(await read(emptyDescription), 'H1').map(({ text }) => text)).toEqual([
      'A role without a title',
    ]);
  });
});

describe('pages', () => {
  test('no heading ends a page, nothing stands outside the margins, and nothing is lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 240 }), fc.integer({ min: 0, max: 3 })), {
          minLength: 20,
          maxLength: 40,
        }),
        async (sizes) => {
          const word = (at: number) => `note${at}`;
          const pillars = example.pillars.map((pillar, column) => ({
            ...pillar,
            responsibilities: pillar.responsibilities.map((one, row) => ({
              ...one,
              notes: sizes
                .map(([words, remarks], at) => ({ words, remarks, at }))
                .filter(({ at }) => at % 6 === column * 2 + row)
                .map(({ words, remarks, at }) =>
                  note(`${word(at)} `.repeat(words).trim(), {
                    stances: [stance(erin, 'agree')],
                    threads: Array.from({ length: remarks }, () => remark(max, 'Why? '.repeat(words / 4))),
                  }),
                ),
            })),
          }));
          const found = await read({ ...emptyDescription, pillars });
          const roles = found.pages.slice(0, -1).map(({ tree }) => lastOf(tree).role);
          expect(roles.filter((role) => /^H\d/.test(role))).toEqual([]);
          expect(found.pages.map(inside)).toEqual(found.pages.map(() => true));
          const text = textOf(found);
          expect(sizes.map((_, at) => text.match(new RegExp(`\\bnote${at}\\b`, 'g'))?.length)).toEqual(
            sizes.map(([words]) => words),
          );
        },
      ),
      { ...fixed, numRuns: 8 },
    );
  });

  test('a note of 6,000 characters goes on from page to page, without a line left alone', async () => {
    const long = 'Wörter '.repeat(857).trim();
    const found = await read(withNotes(long, long));
    expect(found.pages.length).toBeGreaterThan(2);
    const said = all(found, 'LI').map(({ text }) => squeezed(text.replace(/○ Open/g, '')));
    expect(said.filter((text) => text.startsWith('Wörter')).join('') === squeezed(long + long)).toBe(true);
    expect(found.pages.map(inside)).toEqual(found.pages.map(() => true));
    // Wherever it goes on there are two lines of it at least.
    const counts = found.pages.map(
      ({ lines }) => lines.filter(({ text }) => text.startsWith('Wörter')).length,
    );
    expect(counts.filter((count) => count === 1)).toEqual([]);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(1);
  });

  test('a word longer than a line is broken where the line ends', async () => {
    const word = 'x'.repeat(2000);
    const found = await read({ ...withNotes(word), title: word, team: word, engineer: word });
    expect(found.pages.map(inside)).toEqual(found.pages.map(() => true));
    expect(
      squeezed(
        all(found, 'LBody')
          .map(({ text }) => text)
          .join(''),
      ),
    ).toContain(word);
    expect(
      squeezed(
        all(found, 'H1')
          .map(({ text }) => text)
          .join(''),
      ),
    ).toBe(word);
  });

  test('a row higher than a page goes on, under its head', async () => {
    const long = 'After a long talk '.repeat(340).trim();
    const found = await read({ ...emptyDescription, rounds: [round(1, { note: long }), round(2)] });
    const heads = found.pages.filter(({ artifacts }) => artifacts.includes('Fingerprint'));
    expect(heads.length).toBeGreaterThan(0);
    const [cell] = [
      all(found, 'TH')
        .map(({ text }) => text)
        .filter((text) => /long talk|Round 1/.test(text))
        .join(''),
    ];
    expect(squeezed(cell ?? '').slice(0, 20)).toBe('Round1:Afteralongtal');
    expect(squeezed(cell ?? '') === squeezed(`Round 1: ${long}`)).toBe(true);
    expect(textOf(found)).toContain('Round 2');
    expect(found.pages.map(inside)).toEqual(found.pages.map(() => true));
  });
});

describe('what its typeface does not have', () => {
  test.each([
    ['an emoji', 'Good 🙂 and 🙂', ['🙂']],
    ['Hebrew', 'כולל SLA', ['כ', 'ו', 'ל']],
    ['Arabic', 'مرحبا', ['م', 'ر', 'ح', 'ب', 'ا']],
    ['Chinese', '日本', ['日', '本']],
    ['a private sign', 'a\ue000b', ['\ue000']],
    ['nothing strange', 'Plain\u200b words\u00ad, a\u2003wide space', []],
    ['what is left of a broken text', '\ud83d\u202e\u0000\ufeff', []],
  ])('is told sign by sign: %s', async (_name, text, signs) => {
    expect(await missingIn(withNotes(text))).toEqual(signs);
  });

  test('is looked for everywhere', async () => {
    const strange = { name: '山', role: null, confirmed: false } as const;
    const odd: JobDescription = {
      ...emptyDescription,
      title: '一',
      team: '二',
      engineer: '三',
      reviewers: ['四'],
      participants: [{ ...strange, name: '五' }],
      tops: [
        place('六', [
          note('七', {
            details: [{ name: 'Why', words: '八' }],
            stances: [stance({ ...strange, name: '九' }, 'agree', '十')],
            threads: [remark(max, '百', { wording: '千', answers: [remark(erin, '万')] })],
          }),
        ]),
      ],
      empty: ['上'],
      rounds: [round(1, { note: '下', by: ['左'] })],
      unplaced: [{ ...note('右'), between: ['中'] }],
      gone: [{ ...note('大'), because: [{ who: strange, reason: '小' }] }],
      sources: [{ title: '木', url: 'https://example.com' }],
    };
    expect([...(await missingIn(odd))].sort()).toEqual(
      [...'一二三四五六七八九十百千万上下左右中大小木山'].sort(),
    );
  });

  test('whatever people type comes out word for word, or the sign without a glyph is told', async () => {
    const font = create((await fontFiles('regular')) as Buffer);
    if (!('hasGlyphForCodePoint' in font)) throw new Error('No font');
    const has = (sign: string): boolean => font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0);
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const made = await write(withNotes(text));
        if (made.kind === 'missing') {
          expect(made.signs.length).toBeGreaterThan(0);
          expect(made.signs.filter((sign) => [...sign].every(has))).toEqual([]);
        }
        // Without what it can't set, it sets it.
        const signs = made.kind === 'missing' ? made.signs : [];
        const plain = signs.reduce((rest, sign) => rest.normalize('NFC').replaceAll(sign, ''), text);
        const found = await read(withNotes(plain));
        expect(found.pages.map(inside)).toEqual(found.pages.map(() => true));
        // After the facts; its state comes last.
        const said = all(found, 'LBody')
          .at(2)
          ?.children.slice(0, -1)
          .map((one) => one.text);
        const lines = cleanLines(plain);
        const wanted = lines.length > 0 ? lines.join('') : '(no words yet)';
        expect(squeezed(said?.join('') ?? '')).toBe(
          squeezed(wanted.normalize('NFC').replace(/\p{Default_Ignorable_Code_Point}/gu, '')),
        );
      }),
      { ...fixed, numRuns: 60 },
    );
  });
});

test('what is looked at first is what comes out, line by line', async () => {
  const picture = pdfPicture(latin, { faces });
  if (picture.kind === 'missing') throw new Error('It can be set');
  const { pages } = await read(latin);
  expect(picture.pages.length).toBe(pages.length);
  const shown = picture.pages.map(({ texts }) => squeezed(texts.map(({ text }) => text).join('')).length);
  expect(shown).toEqual(pages.map(({ lines }) => squeezed(lines.map(({ text }) => text).join('')).length));
  const [first] = pages;
  const heights = new Set(picture.pages[0]?.texts.map(({ y }) => Math.round((first?.height ?? 0) - y)));
  expect(first?.lines.filter(({ y }) => !heights.has(y))).toEqual([]);
});

/** HTML is read back by a validator and a parser that are not ours: what people typed must come out as text only. */
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { chapters } from '../../src/export/choice.ts';
import { chosen } from '../../src/export/chosen.ts';
import { cleanLines } from '../../src/export/cleanText.ts';
import type { JobDescription } from '../../src/export/document.ts';
import { html, htmlFragment } from '../../src/export/html.ts';
import { shades } from '../../src/workshop/palette.ts';
import { emptyDescription, erin, example, max, note, place, remark, stance } from './example.ts';
import { fixed, hostileText } from './hostileText.ts';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // What people typed may end a line with a space, and is as long as it is.
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
  },
});

async function complaints(source: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(source);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`));
}

const read = (source: string) => parseHTML(source).document;

/** Paragraphs as people see them, a break as \n. */
const wordsOf = (element: Element): string =>
  [...element.childNodes]
    .map((node) =>
      node.nodeName === 'BR'
        ? '\n'
        : node.nodeType === 1
          ? wordsOf(node as Element)
          : (node.textContent ?? ''),
    )
    .join('');

const withNote = (text: string, more = {}): JobDescription => ({
  ...emptyDescription,
  title: 'Role',
  tops: [place('The one job', [note(text, more)])],
});

describe('the HTML page', () => {
  test('has headings in the order of the sheet, each in a section with a name of its own', () => {
    const page = read(html(example));
    expect(
      [...page.querySelectorAll('h1, h2, h3')].map((one) => `${one.tagName} ${one.textContent}`),
    ).toEqual([
      'H1 Staff Machine Learning Engineer',
      'H2 The one job',
      'H2 Why this role, why now',
      'H2 Big-picture thinking',
      'H3 Technical direction',
      'H3 Engineering perspective',
      'H2 Execution',
      'H3 Exploration',
      'H3 Being glue',
      'H2 Leveling up',
      'H3 Mentorship and sponsorship',
      'H3 Being glue',
      'H2 What I will not do',
      'H2 What I need from my manager',
      'H2 Where we stand',
      'H2 Still to talk about',
      'H2 Signatures',
      'H2 Rounds so far',
      'H2 Notes still looking for a place',
      'H2 No longer on the board, but spoken about',
      'H2 Where these ideas come from',
    ]);
    const names = [...page.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each([
    ['annotated', example],
    ['clean', chosen(example, { variant: 'clean', chapters })],
    ['empty', emptyDescription],
  ])('the %s one is valid', async (_name, description) => {
    expect(await complaints(html(description))).toEqual([]);
  });

  test('a note has its state, views, remarks and answers, and a suggestion shows what it would change', () => {
    const page = read(
      html(
        withNote('Cut the job to two hours', {
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
      ),
    );
    const found = page.querySelector('.notes > li');
    expect(
      [...(found?.querySelectorAll('p, .notes > li > ul:not(.talk) > li') ?? [])].map(
        (one) => one.textContent,
      ),
    ).toEqual([
      'Cut the job to two hours',
      'Why: The desk closes at 11',
      '► Change proposed',
      'Erin Example (engineer): Agree, if… – by June',
      'Max Example (manager), 19 November 2026 · suggests a wording',
      'Sooner',
      'Cut the job to two hoursone hour',
      'Erin Example (engineer), 19 November 2026',
      'Because.',
    ]);
    expect([...page.querySelectorAll('del, ins')].map((one) => one.outerHTML)).toEqual([
      '<del>two hours</del>',
      '<ins>one hour</ins>',
    ]);
  });

  test('what runs leftwards finds its own way, and nothing else is told to', () => {
    const page = read(html(example));
    const turned = [...page.querySelectorAll('[dir]')];
    expect(turned.length).toBeGreaterThan(0);
    expect(turned.filter(({ textContent }) => !/[\u0590-\u05ff]/.test(textContent ?? ''))).toEqual([]);
    const hebrew = [...page.querySelectorAll('.notes > li p')].find(({ textContent }) =>
      /^ל/.test(textContent ?? ''),
    );
    expect(hebrew?.getAttribute('dir')).toBe('auto');
  });

  test('loads and runs nothing, and links to web and mail addresses only', () => {
    const source = html({
      ...emptyDescription,
      sources: [
        { title: 'A page', url: 'https://example.com/a?b=1&c=2' },
        { title: 'A letter', url: 'mailto:somebody@example.com' },
        { title: 'A trap', url: 'javascript:alert(1)' },
        { title: 'Another', url: 'data:text/html,<script>alert(1)</script>' },
      ],
    });
    const page = read(source);
    expect([...page.querySelectorAll('a')].map((one) => one.getAttribute('href'))).toEqual([
      'https://example.com/a?b=1&c=2',
      'mailto:somebody@example.com',
    ]);
    expect(page.querySelectorAll('script, link, img, iframe, object, [src], [onload]').length).toBe(0);
    expect(source).toContain('default-src &#x27;none&#x27;');
    expect(source).not.toMatch(/url\(|@import/);
  });

  test('what is still to talk about leads to its note, where that is in the document', () => {
    const links = (description: JobDescription) => {
      const page = read(html(description));
      return [...page.querySelectorAll('a[href^="#"]')].map((one) =>
        page.getElementById(one.getAttribute('href')?.slice(1) ?? '') ? 'there' : 'nowhere',
      );
    };
    expect(links(example)).toEqual(example.open.map(() => 'there'));
    expect(links(chosen(example, { variant: 'annotated', chapters: ['open'] }))).toEqual([]);
  });

  test('the clean variant holds nobody’s view', () => {
    const source = html(chosen(example, { variant: 'clean', chapters }));
    expect(source).not.toContain('I would rather take it there myself');
    expect(source).not.toContain('in front of finance');
    expect(source).toContain('Sit in the monthly credit committee.');
  });

  test('what is pasted is the same document without a page around it', () => {
    const source = htmlFragment(example);
    expect(source).not.toMatch(/<(html|head|style|body|meta)/);
    expect(source).toContain('<h2>Execution</h2>');
  });

  test('a note reads back word for word, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const page = read(html(withNote(text)));
        const blocks = [...page.querySelectorAll('.notes > li > p:not([class])')].map(wordsOf);
        const expected = cleanLines(text)
          .join('\n')
          .split(/\n{2,}/);
        expect(blocks).toEqual(expected[0] === '' ? ['(no words yet)'] : expected);
      }),
      { ...fixed, numRuns: 150 },
    );
  });

  test('nothing that people type becomes markup of its own, and the page stays valid', async () => {
    const everywhere = (text: string): JobDescription => {
      const who = { name: text, role: null, confirmed: false };
      const talk = {
        stances: [stance(who, 'agree', text)],
        threads: [remark(who, text, { wording: text, proposes: true })],
      };
      return {
        ...emptyDescription,
        title: text,
        team: text,
        engineer: text,
        reviewers: [text],
        participants: [who],
        tops: [place(text, [note(text, { ...talk, id: text })])],
        empty: [text],
        sources: [{ title: text, url: 'https://example.com' }],
      };
    };
    const tags = (source: string) =>
      new Set([...read(source).querySelectorAll('*')].map((one) => one.tagName));
    const own = new Set([...tags(html(everywhere('plain\nwords'))), 'INS', 'DEL', 'BR']);
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const source = html(everywhere(text));
        expect([...tags(source)].filter((tag) => !own.has(tag))).toEqual([]);
        expect(await complaints(source)).toEqual([]);
      }),
      { ...fixed, numRuns: 60 },
    );
  });
});

/** WCAG's relative luminance. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a: string, b: string): number => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};

test('a pillar’s rule can be told from the ground, by day and night', () => {
  const faint = Object.entries(shades).filter(
    ([, { solid, soft }]) => contrast(solid, '#ffffff') < 3 || contrast(soft, '#171b26') < 3,
  );
  expect(faint).toEqual([]);
});

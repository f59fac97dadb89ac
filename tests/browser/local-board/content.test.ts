import { describe, expect, test } from 'vitest';
import { fitText } from '../../../src/local-board/view/content/fitText.ts';
import { fill, parseContent, plainText, serialise } from '../../../src/local-board/view/content/richText.ts';
import { find, frame, openBoard } from './openBoard.ts';

const written = (html: string): string => {
  const element = document.createElement('div');
  element.innerHTML = html;
  return serialise(element);
};

describe('content that anybody may have written', () => {
  test('scripts, handlers, frames and unsafe links come to nothing', async () => {
    Object.assign(window, { ranHostileCode: 'no' });
    const hostile = [
      '<img src="data:," onerror="window.ranHostileCode = 1">',
      '<script>window.ranHostileCode = 2</script>',
      '<iframe src="javascript:parent.ranHostileCode = 3"></iframe>',
      '<a href="javascript:ranHostileCode = 4" onclick="ranHostileCode = 5">link</a>',
      '<style>* { display: none }</style><svg onload="ranHostileCode = 6"></svg>',
      '<p style="position:fixed;inset:0" class="toast">styled</p>',
    ].join('');
    const open = await openBoard();
    // Past the server's own cleaning: straight into what this window shows.
    const [made] = await open.board.client.create([{ type: 'sticky_note', content: 'x' }]);
    if (!made || made.type === 'frame') throw new Error('No note was made.');
    open.board.state.pending.set(made.id, { content: hostile });
    await frame();
    const shown = find(`item-${made.id}`);
    expect(
      shown.querySelectorAll('img, script, iframe, style, svg, [onclick], [href], [style*="fixed"]').length,
    ).toBe(0);
    expect([...shown.querySelectorAll('.content *')].map(({ localName }) => localName)).toEqual(['a', 'p']);
    expect((window as { ranHostileCode?: unknown }).ranHostileCode).toBe('no');
  });

  test('is shown as typed when it only looks like HTML', async () => {
    const open = await openBoard([{ type: 'sticky_note', content: '<p>a &lt;b&gt; &amp; c</p>' }]);
    expect(find('item-1').textContent).toBe('a <b> & c');
    expect(open.room.all().length).toBe(1);
  });

  test.each([
    ['two', '<p>one</p><p>two</p>', 'one\ntwo'],
    ['br', 'one<br>two', 'one\ntwo'],
    ['empty line', '<p>one</p><p></p><p>two</p>', 'one\n\ntwo'],
    ['list', '<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    ['inline', '<p>o<strong>n</strong>e</p>', 'one'],
  ])('reads as lines: %s', (_, html, text) => {
    expect(plainText(html)).toBe(text);
  });

  test.each([
    ['nothing', '', ''],
    ['the lone line break of an emptied editor', '<p><br></p>', ''],
    ['bare text', 'one', '<p>one</p>'],
    ['bare text with paragraphs after it', 'one<p>two</p>', '<p>one</p><p>two</p>'],
    ['an empty line between', '<p>one</p><p><br></p><p>two</p>', '<p>one</p><p></p><p>two</p>'],
    ['what looks like HTML', 'a &lt;b&gt; &amp;', '<p>a &lt;b&gt; &amp;</p>'],
    ['formatting', '<p>a <b>bold</b> <span style="color:red">red</span></p>', '<p>a <b>bold</b> red</p>'],
    [
      'a link',
      '<a href="https://example.com/?a=1&amp;b=%22">x</a>',
      '<p><a href="https://example.com/?a=1&amp;b=%22">x</a></p>',
    ],
  ])('is stored one paragraph a line: %s', (_, html, stored) => {
    expect(written(html)).toBe(stored);
    expect(written(stored)).toBe(stored);
  });

  test('filling an editor and reading it again changes nothing', () => {
    const stored = '<p>Run the <strong>weekly</strong> review</p><p></p><p>with <i>care</i></p>';
    const element = document.createElement('div');
    fill(element, parseContent(stored));
    expect(serialise(element)).toBe(stored);
  });
});

describe('the size of a text', () => {
  const measure = (word: string) => word.length * 0.5;
  const box = { width: 170, height: 170, smallest: 4, largest: 36 };

  test('is the largest for a word, smaller for a sentence, smallest for an essay', () => {
    const sizes = [
      'Mentor',
      'Cut the nightly backfill of the limit models to two hours',
      'word '.repeat(2000),
    ].map((text) => fitText([text], box, measure));
    expect(sizes[0]).toBe(36);
    expect(sizes[1]).toBeGreaterThan(15);
    expect(sizes[1]).toBeLessThan(36);
    expect(sizes[2]).toBe(4);
  });

  test('keeps a word whole rather than large', () => {
    const size = fitText(['Accountability'], box, measure);
    expect(measure('Accountability') * size).toBeLessThanOrEqual(box.width);
  });

  test('note after note fits its face', async () => {
    const words = 'Own the migration of the ledger to the new store before the audit in autumn '.split(' ');
    const notes = [1, 3, 8, 15, 40, 120].map((count, index) => ({
      type: 'sticky_note',
      x: (index - 3) * 220,
      y: 0,
      content: `<p>${Array.from({ length: count }, (_, at) => words[at % words.length]).join(' ')}</p>`,
    }));
    await openBoard(notes);
    const overflowing = [...document.querySelectorAll('.sticky-text')].filter(
      (text) => text.scrollHeight > text.clientHeight + 1 || text.scrollWidth > text.clientWidth + 1,
    );
    expect(overflowing.map((text) => text.textContent?.slice(0, 40))).toEqual([]);
  });
});

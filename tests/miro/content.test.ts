import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/miro/content.ts';
import { contentOf, linkedContentOf } from '../../src/miro/writtenContent.ts';
import { linkedomParser } from '../support/htmlParser.ts';

const read = (content: string) => textOf(content, linkedomParser);

test('a text that no item can hold is refused before the board is asked', () => {
  expect(() => contentOf('&'.repeat(2000))).toThrow(expect.objectContaining({ reason: 'too-long' }));
  expect(contentOf('x'.repeat(5900)).length).toBe(5907);
});

describe('words on their way to the board and back', () => {
  test.each([
    ['plain', 'Cut the backfill', '<p>Cut the backfill</p>'],
    ['markup is escaped', '<b>x</b> & "y"', '<p>&lt;b&gt;x&lt;/b&gt; &amp; &quot;y&quot;</p>'],
    ['an empty line is kept', 'a\n\nb', '<p>a</p><p><br></p><p>b</p>'],
    ['nothing stays nothing', '', ''],
    ['control characters go', 'a\u0000b\u0007c', '<p>abc</p>'],
  ])('%s', (_, text, content) => {
    expect(contentOf(text)).toBe(content);
  });

  test.each([
    [
      'what Miro formats',
      '<p>Cut the <strong>backfill</strong></p><p>by June</p>',
      'Cut the backfill\nby June',
    ],
    ['breaks inside a paragraph', '<p>one<br>two</p>', 'one\ntwo'],
    ['entities', '<p>a &amp; b &lt;c&gt; &nbsp;d &#39;e&#39;</p>', "a & b <c> \u00A0d 'e'"],
    ['lists', '<ul><li>one</li><li>two</li></ul>', 'one\ntwo'],
    [
      'scripts are never words',
      '<p>before</p><script>alert(1)</script><style>p{}</style>after',
      'before\nafter',
    ],
    ['text without markup', 'just words', 'just words'],
    [
      'what somebody typed as markup',
      '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
      '<script>alert(1)</script>',
    ],
  ])('reads %s', (_, content, text) => {
    expect(read(content)).toBe(text);
  });

  test('whatever is written is read again, control characters aside', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !/\p{Cc}/u.test(text));
    const lines = fc.array(words, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('\n'));
    fc.assert(
      fc.property(lines, (text) => {
        expect(read(contentOf(text))).toBe(text);
      }),
      { seed: 20261123, numRuns: 300 },
    );
  });

  test('a link can’t break out of its attribute', () => {
    expect(linkedContentOf('source', 'https://example.org/?a="><script>')).toBe(
      '<p><a href="https://example.org/?a=&quot;&gt;&lt;script&gt;">source</a></p>',
    );
  });
});

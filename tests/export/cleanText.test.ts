import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanLines, cleanText } from '../../src/export/cleanText.ts';
import { fixed, hostileText } from './hostileText.ts';

/** XML 1.0 §2.2, Char. */
const xmlText = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

describe('cleaning text', () => {
  test('leaves nothing that XML forbids', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(cleanText(text)).toMatch(xmlText);
      }),
      fixed,
    );
  });

  test('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      }),
      fixed,
    );
  });

  test('letters, digits, signs and emoji all stay, in their order', () => {
    const visible = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}]/gu, '');
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(visible(cleanText(text))).toBe(visible(text));
      }),
      fixed,
    );
  });

  test('looks closer only where there is something to find, and gives what looking always would', () => {
    const always = (text: string) =>
      text
        .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
        .replace(
          // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
          /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff\ufeff\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu,
          '',
        )
        .replaceAll('\t', ' ');
    const every = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const differs = every.filter((sign) => {
      const text = `a${sign}b ${sign}`;
      return cleanText(text) !== always(text) || cleanLine(text) !== always(text).replace(/\s+/g, ' ').trim();
    });
    expect(differs).toEqual([]);
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(cleanText(text)).toBe(always(text));
        expect(cleanLine(text)).toBe(always(text).replace(/\s+/g, ' ').trim());
      }),
      fixed,
    );
  });

  test.each([
    ['Windows and old Mac line ends become \\n', 'a\r\nb\rc', 'a\nb\nc'],
    ['line and paragraph separators become \\n', 'a\u2028b\u2029c\u0085d\u000be', 'a\nb\nc\nd\ne'],
    ['tabs become spaces', 'a\tb', 'a b'],
    ['control characters go', 'a\u0000\u0007\u001bb\u009f', 'ab'],
    ['half surrogates go, whole pairs stay', '\ud83d🙂\ude42', '🙂'],
    ['bidi overrides go, harmless marks stay', 'a\u202eb\u200fc\u2069', 'ab\u200fc'],
    ['joined emoji stay whole', '👩‍👩‍👧', '👩‍👩‍👧'],
  ])('%s', (_name, dirty, clean) => {
    expect(cleanText(dirty)).toBe(clean);
  });

  test('a title is one line without spare spaces', () => {
    expect(cleanLine('  Staff\n\tML   Engineer ')).toBe('Staff ML Engineer');
  });

  test('a text is its lines without blank ones at the ends', () => {
    expect(cleanLines('\n \n one \n\n two\n ')).toEqual(['one', '', 'two']);
    expect(cleanLines(' \n\u0000')).toEqual([]);
  });
});

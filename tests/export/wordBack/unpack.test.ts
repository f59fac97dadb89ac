/** Files that are none of ours, broken, endless, or made to burst: refused, and quickly. */
import fc from 'fast-check';
import { zipSync } from 'fflate';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { word } from '../../../src/export/word.ts';
import { compare } from '../../../src/export/wordBack/compare.ts';
import { readWord } from '../../../src/export/wordBack/read.ts';
import { largestFile } from '../../../src/export/wordBack/unpack.ts';
import { example } from '../example.ts';
import { fixed } from '../hostileText.ts';
import { hereOf } from './hereOf.ts';

const text = (words: string) => new TextEncoder().encode(words);
const refused = (bytes: Uint8Array) => {
  const read = readWord(bytes);
  return read.ok ? 'read' : read.error.kind;
};
const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const documentOf = (body: string) =>
  zipSync({ 'word/document.xml': text(`<w:document ${w}><w:body>${body}</w:body></w:document>`) });

/** Milliseconds that a refusal may take on a busy machine; what unpacked all of it would take minutes. */
const quickly = 5_000;

describe('a file that is no Word document', () => {
  test('is told from one', () => {
    expect(refused(new Uint8Array())).toBe('empty');
    expect(refused(text('Dear reader'))).toBe('not-a-document');
    expect(refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('old-or-locked');
    expect(refused(zipSync({ 'content.xml': text('<office/>'), mimetype: text('odt') }))).toBe(
      'other-document',
    );
    expect(refused(zipSync({ 'picture.png': text('png') }))).toBe('other-document');
    expect(refused(new Uint8Array(largestFile + 1))).toBe('too-large');
  });

  test('is read where it is one by somebody else, and says of no sheet', () => {
    const read = readWord(documentOf('<w:p><w:r><w:t>Hello</w:t></w:r></w:p>'));
    expect(read.ok && [read.value.sheet, read.value.exported, read.value.paragraphs.length]).toEqual([
      null,
      null,
      1,
    ]);
  });
});

describe('a broken file', () => {
  test('is refused wherever it breaks off', async () => {
    const whole = await word(example);
    const starts = [0.02, 0.2, 0.4, 0.6, 0.8, 0.9, 0.99].map((share) => Math.floor(whole.length * share));
    const kinds = new Set([...starts, whole.length - 1].map((length) => refused(whole.slice(0, length))));
    expect([...kinds]).toEqual(['broken']);
  });

  test('is refused where its XML is none', () => {
    expect(refused(zipSync({ 'word/document.xml': text('<w:document><w:body>') }))).toBe('broken');
    expect(refused(zipSync({ 'word/document.xml': new Uint8Array([0xff, 0x00, 0xfe]) }))).toBe('broken');
    expect(refused(zipSync({ 'word/document.xml': text('<html/>') }))).toBe('other-document');
  });

  test('is refused where its elements never end', () => {
    const deep = '<w:sdt>'.repeat(100_000);
    expect(refused(zipSync({ 'word/document.xml': text(`<w:document ${w}>${deep}`) }))).toBe('broken');
  });

  test('is refused where it would have its entities grow', () => {
    const laughs = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document ${w}><w:body>&b;</w:body></w:document>`;
    expect(refused(zipSync({ 'word/document.xml': text(laughs) }))).toBe('broken');
  });
});

describe('a file made to burst', () => {
  const timed = (bytes: Uint8Array) => {
    const start = performance.now();
    const kind = refused(bytes);
    return { kind, quick: performance.now() - start < quickly };
  };

  test('is refused after as much as a document may hold', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(60_000);
    expect(timed(bomb)).toEqual({ kind: 'bursts', quick: true });
  });

  test('is refused where many parts do it together', () => {
    const part = new Uint8Array(5_000_000);
    const parts = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`word/part${at}.xml`, part]));
    expect(timed(zipSync(parts, { level: 9 }))).toEqual({ kind: 'bursts', quick: true });
  });

  test('is refused where it lies about its size', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }, { level: 9 });
    const view = new DataView(bomb.buffer);
    // The unpacked size in the local header (at 22) and in the list of contents (24 after its beginning).
    view.setUint32(22, 100, true);
    const list = bomb.length - 22 - 46 - 'word/document.xml'.length;
    view.setUint32(list + 24, 100, true);
    expect(timed(bomb)).toEqual({ kind: 'bursts', quick: true });
  });

  test('is refused where it has parts without end', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, at) => [`word/${at}.xml`, text('<a/>')]),
    );
    expect(timed(zipSync(parts, { level: 0 }))).toEqual({ kind: 'bursts', quick: true });
  });

  test('is not taken for one because of its pictures', async () => {
    const zip = await JSZip.loadAsync(await word(example));
    zip.file('word/media/image1.png', new Uint8Array(10_000_000));
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE', streamFiles: true });
    expect(timed(bytes)).toEqual({ kind: 'read', quick: true });
  });
});

test('a file in which anything was changed is read or refused, and never fails otherwise', async () => {
  const whole = await word(example);
  const known = ['broken', 'other-document', 'not-a-document', 'bursts', 'old-or-locked', 'empty'];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      fc.nat(whole.length),
      (changes, length) => {
        const bytes = whole.slice(0, length % 3 === 0 ? length : whole.length);
        for (const [at, value] of changes) bytes[at] = value;
        const read = readWord(bytes);
        if (read.ok) compare(read.value, hereOf(example));
        else expect(known).toContain(read.error.kind);
      },
    ),
    { ...fixed, numRuns: 60 },
  );
});

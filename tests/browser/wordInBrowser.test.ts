/** The same .docx comes out of a browser, and a browser's strict XML parser accepts every part of it. */
import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { word } from '../../src/export/word.ts';
import { example, note, place } from '../export/example.ts';

/** A sample of what a sticky may hold; the properties in tests/export cover the rest. */
const hostile =
  '<b>&amp;]]> \u0000\u001b\ud800\ufffe "quotes" \'too\' שלום 👩‍👩‍👧\u202e\r\nsecond\u2028third';

test('Word is written in a browser too, as well-formed XML whatever the notes hold', async () => {
  const top = place(hostile, [note(hostile)], hostile);
  const bytes = await word({ ...example, title: hostile, engineer: hostile, tops: [top] });
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.values(zip.files).filter(({ name }) => /\.(xml|rels)$/.test(name));
  const broken = await Promise.all(
    parts.map(async (part) => {
      const document = new DOMParser().parseFromString(await part.async('string'), 'text/xml');
      return document.querySelector('parsererror') ? part.name : undefined;
    }),
  );
  expect(parts.length).toBeGreaterThan(8);
  expect(broken.filter((name) => name !== undefined)).toEqual([]);
});

/** The HTML page in a real browser: what axe finds in it by day and night, and what becomes of hostile text there. */
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { chapters } from '../../src/export/choice.ts';
import { chosen } from '../../src/export/chosen.ts';
import { html } from '../../src/export/html.ts';
import { emptyDescription, example, max, note, place, remark } from '../export/example.ts';

let frame: HTMLIFrameElement | null = null;
afterEach(() => {
  frame?.remove();
  frame = null;
});

async function shown(source: string): Promise<Document> {
  const own = document.createElement('iframe');
  own.style.cssText = 'width: 900px; height: 700px; border: 0';
  own.title = 'A document';
  frame = own;
  const loaded = new Promise((resolve) => own.addEventListener('load', resolve, { once: true }));
  own.srcdoc = source;
  document.body.append(own);
  await loaded;
  if (!own.contentDocument) throw new Error('The page did not load');
  return own.contentDocument;
}

interface Frame extends Window {
  eval(source: string): void;
  readonly axe: typeof axe;
}

/** The page lets nothing run in it, so what looks at it is let in first. */
async function findings(source: string): Promise<readonly string[]> {
  await shown(source.replace(/<meta http-equiv[^>]*>/, ''));
  const own = frame?.contentWindow as unknown as Frame; // the frame was just shown
  own.eval(axe.source);
  const { violations, passes } = await own.axe.run();
  expect(passes.length).toBeGreaterThan(8);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: at }) => at).join(' ')}`);
}

test.each([
  ['annotated', example],
  ['clean', chosen(example, { variant: 'clean', chapters })],
  ['empty', emptyDescription],
])('axe finds nothing wrong with the %s page', async (_name, description) => {
  expect(await findings(html(description))).toEqual([]);
});

test('nor with its colours by night', async () => {
  const night = html(example).replace('@media screen and (prefers-color-scheme:dark)', '@media all');
  expect(await findings(night)).toEqual([]);
});

test('what a note holds is text to a browser, whatever it holds', async () => {
  const hostile =
    '<img src=x onerror="parent.hit=1"><script>parent.hit=1</script></p></li></style>]]>&amp; "\' שלום \u202e 👩‍👩‍👧';
  const page = await shown(
    html({
      ...emptyDescription,
      title: hostile,
      tops: [
        place(hostile, [
          note(hostile, { threads: [remark(max, hostile, { wording: 'x', proposes: true })] }),
        ]),
      ],
    }),
  );
  expect(page.querySelectorAll('img, script').length).toBe(0);
  expect('hit' in window).toBe(false);
  expect(page.querySelector('.notes > li > p:not([class])')?.textContent).toBe(hostile.replace('\u202e', ''));
  const removed = [...page.querySelectorAll('.notes > li del')].map(({ textContent }) => textContent);
  expect(removed.join('')).toContain('script');
});

import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { strokeCaps } from '../../../src/local-board/model/names.ts';
import { capOf } from '../../../src/local-board/view/connectors/caps.ts';
import { lineOf } from '../../../src/local-board/view/connectors/line.ts';
import { targetOf } from '../../../src/local-board/view/links.ts';
import { at, click, drag, find, frame, openBoard, until } from './openBoard.ts';

const two = [
  { type: 'shape', x: -200, y: 0, width: 100, height: 100, content: 'from' },
  { type: 'shape', x: 200, y: 0, width: 100, height: 100, content: 'to' },
];
const joined = (more: object = {}) => ({
  type: 'connector',
  start: { item: '1' },
  end: { item: '2' },
  ...more,
});

const lineIn = (id: string): SVGPathElement => {
  const path = find(`item-${id}`).querySelector<SVGPathElement>('path.reach');
  if (!path) throw new Error(`Nothing of the line ${id} can be seen.`);
  return path;
};
const endsOf = (id: string): readonly number[] => {
  const path = lineIn(id);
  const [start, end] = [path.getPointAtLength(0), path.getPointAtLength(path.getTotalLength())];
  return [start.x, start.y, end.x, end.y].map(Math.round);
};

describe('what lies on a board', () => {
  test('is there for assistive technology by kind and words', async () => {
    await openBoard([
      { type: 'card', x: -300, y: -200, title: 'Move the ledger', dueDate: '2026-05-04', taskStatus: 'done' },
      { type: 'app_card', x: 100, y: -200, title: 'Ticket 12' },
      { type: 'image', x: -300, y: 100, url: 'https://nowhere.invalid/sun.png', alt: 'A sun' },
      { type: 'embed', x: 300, y: 100, url: 'https://video.example/1' },
      { type: 'preview', x: 0, y: 100, url: 'https://docs.example/guide' },
      { type: 'mindmap_node', x: 0, y: 300, nodeView: { content: 'Idea' } },
      { type: 'unsupported', x: 400, y: -200, called: 'table' },
    ]);
    const said = [...document.querySelectorAll('[data-item]')].map((item) => item.getAttribute('aria-label'));
    expect(said).toEqual([
      'Card: Move the ledger',
      'App card: Ticket 12',
      'Image: A sun',
      'Embed: https://video.example/1',
      'Link preview: https://docs.example/guide',
      'Mind map node: Idea',
      'Drawing: empty',
    ]);
    expect(find('item-1').textContent).toBe('Move the ledgerDoneMay 4');
    const link = page.getByRole('link', { name: 'Open in a new tab' }).element();
    expect([link.getAttribute('href'), link.getAttribute('rel')]).toEqual([
      'https://video.example/1',
      'noopener noreferrer',
    ]);
    expect(document.querySelector('.item iframe')).toBe(null);
  });

  test('says so where an image cannot be shown', async () => {
    await openBoard([{ type: 'image', url: 'https://nowhere.invalid/plan.png', title: 'Our plan' }]);
    await until(() => find('item-1').querySelector('img') === null);
    expect(find('item-1').textContent).toBe('Our plan');
  });

  test('is turned by its rotation', async () => {
    await openBoard([{ type: 'card', rotation: 30, title: 'Turned' }]);
    expect(find('item-1').style.transform).toBe('rotate(30deg)');
  });
});

describe('a connector', () => {
  test('goes from item to item, and says which', async () => {
    await openBoard([...two, joined({ captions: [{ content: 'then' }] })]);
    expect(endsOf('3')).toEqual([-150, 0, 150, 0]);
    expect(find('item-3').getAttribute('aria-label')).toBe('Connector: then. From Shape: from to Shape: to');
    expect(find('item-3').textContent).toBe('then');
  });

  test('follows an item while it is dragged', async () => {
    const open = await openBoard([...two, joined()]);
    let during: readonly number[] = [];
    await drag(
      open,
      { x: 200, y: 0 },
      { x: 240, y: 60 },
      {
        rest: async () => {
          during = endsOf('3');
        },
      },
    );
    expect(during).toEqual([-150, 0, 190, 60]);
  });

  test('ends on the edge of a turned item', async () => {
    await openBoard([two[0] ?? {}, { ...two[1], height: 40, rotation: 90 }, joined()]);
    expect(endsOf('3')).toEqual([-150, 0, 180, 0]);
  });

  test('can be clicked on its line and not beside it', async () => {
    const open = await openBoard([...two, joined({ shape: 'straight' })]);
    await click(open, { x: 0, y: 30 });
    expect(open.board.state.selected.value).toEqual([]);
    await click(open, { x: 0, y: 2 });
    expect(open.board.state.selected.value).toEqual(['3']);
  });

  test('takes a caption where its line is double-clicked', async () => {
    const open = await openBoard([...two, joined({ shape: 'straight' })]);
    const { clientX, clientY } = at(open, 0, 0);
    document
      .elementFromPoint(clientX, clientY)
      ?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, clientX, clientY }));
    await frame();
    await userEvent.keyboard('depends on{Escape}');
    const stored = () => open.room.all().find(({ type }) => type === 'connector');
    await until(() => JSON.stringify(stored()).includes('depends on'));
    expect(stored()).toMatchObject({ captions: [{ content: '<p>depends on</p>', position: 0.5 }] });
  });

  test('has a drawing for each of its ends but none', () => {
    expect(strokeCaps.filter((name) => capOf(name) === undefined)).toEqual(['none']);
  });

  test.each([
    ['ahead', { x: 200, y: 100, side: 'left' }, 'M0,0 L92,0 Q100,0 100,8 L100,92 Q100,100 108,100 L200,100'],
    ['at a right angle', { x: 200, y: 100, side: 'top' }, 'M0,0 L192,0 Q200,0 200,8 L200,100'],
    [
      'on the same side',
      { x: 0, y: 100, side: 'right' },
      'M0,0 L16,0 Q24,0 24,8 L24,92 Q24,100 16,100 L0,100',
    ],
  ] as const)('turns at elbows towards an end that lies %s', (_, end, path) => {
    expect(lineOf('elbowed', { x: 0, y: 0, side: 'right' }, end).path).toBe(path);
  });
});

describe('a link of an item', () => {
  const here = 'http://localhost:3000/board/one?user=Erin';
  test.each([
    ['another item of this board', '?moveToWidget=7', { item: '7' }],
    ['a page', 'https://example.com/a', { url: 'https://example.com/a' }],
    ['another board', '/board/two?moveToWidget=7', { url: 'http://localhost:3000/board/two?moveToWidget=7' }],
    ['nowhere', 'javascript:alert(1)', undefined],
  ])('leads to %s', (_, link, target) => {
    expect(targetOf(link, here)).toEqual(target);
  });

  test('goes there at a click on the arrow', async () => {
    const open = await openBoard([
      { type: 'shape', x: 0, y: 0, content: 'here', linkedTo: `${window.location.pathname}?moveToWidget=2` },
      { type: 'shape', x: 5000, y: 0, content: 'there' },
    ]);
    await userEvent.click(page.getByRole('button', { name: 'Follow the link of Shape: here' }));
    const { x, width } = open.board.state.viewport.value;
    // The room that toolbars take is not the same on both sides.
    expect(Math.abs(x + width / 2 - 5000)).toBeLessThan(20);
  });
});

/** A board as a file: what goes out comes back in, of every kind; what is not a board's file changes nothing. */
import { describe, expect, test } from 'vitest';
import { copyOfBoard } from '../../src/local-board/model/copying.ts';
import type { ItemData } from '../../src/local-board/model/item.ts';
import { blankItem, changedItem, type KindName, kindNames } from '../../src/local-board/model/kinds/kinds.ts';
import { apply, type BoardState, type Change, emptyBoard } from '../../src/local-board/model/state.ts';
import {
  fileFormat,
  fileVersion,
  readBoardFile,
  writeBoardFile,
} from '../../src/local-board/server/boards/boardFile.ts';

const now = '2026-01-05T09:00:00.000Z';
const app = 'http://localhost:3001';

const base = (id: string) => ({
  id,
  x: 12.5,
  y: -40,
  parentId: null,
  createdAt: '2025-12-01T08:00:00.000Z',
  createdBy: '307',
  modifiedAt: '2025-12-02T08:00:00.000Z',
  modifiedBy: '308',
});

/** Something of each kind that is not as it comes by default. A new kind does not compile until it is here. */
const said: { readonly [Name in KindName]: readonly Readonly<Record<string, unknown>>[] } = {
  sticky_note: [
    { content: '<p>Cut the <b>backfill</b></p>', style: { fillColor: 'cyan' }, shape: 'rectangle' },
    { width: 420 },
    { tagIds: ['t1'] },
  ],
  text: [
    { content: '<p>Two words &amp; more</p>', width: 300, rotation: 15 },
    { linkedTo: 'https://a.example/' },
  ],
  shape: [{ content: 'x', shape: 'star', width: 320, height: 90, style: { borderColor: '#ff0000' } }],
  card: [
    {
      title: 'Ask <b>twice</b>',
      description: '<p>Why</p>',
      width: 400,
      tagIds: ['t1'],
      fields: [{ value: '3', tooltip: 'days' }],
    },
    { dueDate: '2026-02-01', assignee: { userId: '307' }, taskStatus: 'in-progress' },
  ],
  app_card: [{ title: 'From elsewhere', style: { cardTheme: '#ff0000' }, rotation: 5 }],
  image: [
    { url: 'https://a.example/b.png', title: 'A picture', alt: 'Two boxes' },
    { natural: { width: 640, height: 200 } },
    { width: 333 },
  ],
  embed: [{ url: 'https://a.example/video', width: 640, height: 360, mode: 'modal' }],
  preview: [{ url: 'https://a.example/page' }, { width: 400 }],
  mindmap_node: [{ nodeView: { content: 'A thought', shape: 'pill' }, width: 200, layout: 'vertical' }],
  unsupported: [{ called: 'stroke', line: [0, 0, 0.5, 1], width: 30, height: 80 }],
  connector: [
    {
      shape: 'elbowed',
      start: { item: 'e1', position: { x: 1, y: 0.5 } },
      end: { item: 'e2', snapTo: 'top' },
    },
    { captions: [{ content: 'blocks', position: 0.25 }], style: { strokeWidth: 3 } },
  ],
  frame: [{ title: 'A & <b>', width: 800, height: 600, style: { fillColor: '#ffffff' } }],
};

const made = (type: KindName, id: string): ItemData =>
  said[type].reduce<ItemData>(changedItem, blankItem(type, base(id)));

function stateOf(items: readonly ItemData[]): BoardState {
  const state = emptyBoard();
  apply(state, { what: 'tag', tag: { type: 'tag', id: 't1', title: 'Important', color: 'red' } });
  items.forEach((item, index) => {
    apply(state, { what: 'item', item, layer: index + 1 });
  });
  return state;
}

function reader() {
  let ids = 0;
  const newId = () => `new-${++ids}`;
  return (text: string) => readBoardFile(text, { now, newId });
}

function built(changes: readonly Change[]): BoardState {
  const state = emptyBoard();
  for (const change of changes) apply(state, change);
  return state;
}

function readBack(text: string): BoardState {
  const found = reader()(text);
  if (!found.ok) throw new Error(found.error);
  return built(found.value.changes);
}

/** The ids of this state replaced by places in it, so that two states can be compared. */
function withoutIds(state: BoardState): unknown {
  const ids = [...state.tags.keys(), ...state.items.keys()];
  const plain = JSON.stringify({
    items: [...state.items.values()],
    tags: [...state.tags.values()],
    metadata: [...state.metadata].flatMap(([id, noted]) =>
      [...noted].map(([app, values]) => [[id, app], values]),
    ),
    appData: [...state.appData],
  });
  return JSON.parse(ids.reduce((text, id, index) => text.replaceAll(`"${id}"`, `"#${index}"`), plain));
}

const file = (changes: object = {}) =>
  JSON.stringify({ format: fileFormat, version: fileVersion, ...changes });
const item = (fields: object, more: object = {}) => ({
  layer: 1,
  item: { id: 'a', type: 'sticky_note', ...fields },
  ...more,
});

describe('a board as a file', () => {
  test.each(kindNames)('a %s comes back as it was, under a new id', (type) => {
    const state = stateOf([made(type, 'old-1'), made('text', 'e1'), made('text', 'e2')]);
    const back = readBack(writeBoardFile('Team', state, now));
    expect(withoutIds(back)).toEqual(withoutIds(state));
    expect([...back.items.keys()].filter((id) => state.items.has(id))).toEqual([]);
  });

  test('children, tags, layers, metadata and app data keep together; storage stays behind', () => {
    const frame = { ...made('frame', 'f'), childrenIds: ['n2', 'n1'] } as ItemData;
    const child = (id: string) => ({ ...made('sticky_note', id), parentId: 'f' });
    const state = stateOf([frame, child('n1'), child('n2'), made('text', 'alone')]);
    apply(state, { what: 'metadata', item: 'n1', app, values: { lane: 'a', deep: [{ b: null }] } });
    apply(state, { what: 'app-data', app, values: { sheet: 'f' } });
    apply(state, { what: 'stored', app, collection: 'c', key: 'k', stored: { value: 'secret', version: 3 } });
    apply(state, { what: 'item', item: child('n1'), layer: 9 });
    const text = writeBoardFile('Team', state, now);
    const back = readBack(text);
    const contents = [...back.items.values()].map((one) => one.type);
    expect(contents).toEqual(['frame', 'sticky_note', 'text', 'sticky_note']);
    const [first, ...others] = [...back.items.values()];
    expect(first?.type === 'frame' && first.childrenIds).toEqual([others[0]?.id, others[2]?.id]);
    expect(back.metadata).toEqual(
      new Map([[others[2]?.id ?? '', new Map([[app, { lane: 'a', deep: [{ b: null }] }]])]]),
    );
    expect(back.appData).toEqual(new Map([[app, { sheet: 'f' }]]));
    expect([text.includes('secret'), back.stored.size]).toEqual([false, 0]);
  });

  test('nothing in a copy points at the original: ends, groups, trees, children and tags follow', () => {
    const of = (id: string, more: object, type: KindName = 'sticky_note') =>
      ({ ...made(type, id), ...more }) as ItemData;
    const state = stateOf([
      of('frame-1', { childrenIds: ['e1', 'e2'] }, 'frame'),
      of('e1', { parentId: 'frame-1', groupId: 'group-1' }),
      of('e2', { parentId: 'frame-1', groupId: 'group-1' }, 'card'),
      of('line-1', {}, 'connector'),
      of('root-1', { childrenIds: ['leaf-1'] }, 'mindmap_node'),
      of('leaf-1', { parentId: 'root-1', isRoot: false }, 'mindmap_node'),
      of('app-card-1', { app, status: 'connected' }, 'app_card'),
    ]);
    apply(state, { what: 'metadata', item: 'e1', app, values: { own: true } });
    let ids = 0;
    const copies = [
      built(copyOfBoard(state, () => `new-${++ids}`)),
      readBack(writeBoardFile('Team', state, now)),
    ];
    const old = [...state.items.keys(), ...state.tags.keys(), 'group-1'];
    for (const copy of copies) {
      const [frame, one, two, line, root, leaf, appCard] = [...copy.items.values()];
      const text = JSON.stringify([[...copy.items], [...copy.tags], [...copy.metadata]]);
      expect(old.filter((id) => text.includes(`"${id}"`))).toEqual([]);
      expect([frame, one, two, line, root, leaf, appCard]).toMatchObject([
        { childrenIds: [one?.id, two?.id] },
        { parentId: frame?.id, groupId: two?.groupId, tagIds: [...copy.tags.keys()] },
        { parentId: frame?.id },
        { start: { item: one?.id, position: { x: 1, y: 0.5 } }, end: { item: two?.id, snapTo: 'top' } },
        { childrenIds: [leaf?.id], isRoot: true },
        { parentId: root?.id, isRoot: false },
        { app, status: 'disconnected' },
      ]);
      expect([...copy.metadata.keys()]).toEqual([one?.id]);
    }
  });

  test('what items may not hold is cleaned as it is when a person types it', () => {
    const back = readBack(
      file({
        items: [
          item({ content: '<p onclick="x()">a</p><script>alert(1)</script><a href="javascript:x()">b</a>' }),
        ],
      }),
    );
    const [note] = [...back.items.values()];
    expect(note?.type === 'sticky_note' && note.content).toBe(
      '<p>a</p>&lt;script&gt;alert(1)&lt;/script&gt;<a>b</a>',
    );
  });

  const deep = (times: number) => `${'['.repeat(times)}${']'.repeat(times)}`;

  test.each<[string, string, string]>([
    ['no JSON', 'board!', 'This file is no JSON, or its end is missing.'],
    [
      'half a file',
      writeBoardFile('T', stateOf([made('text', 'a')]), now).slice(0, -9),
      'This file is no JSON, or its end is missing.',
    ],
    [
      'a file of something else',
      '{"items":[]}',
      'This is no file of a board. Choose one that was exported here.',
    ],
    ['a list', '[]', 'This is no file of a board. Choose one that was exported here.'],
    [
      'a newer file',
      file({ version: fileVersion + 1 }),
      'This file comes from a newer local board. Update this one to open it.',
    ],
    [
      'a kind that nobody knows',
      file({ items: [item({ type: 'hologram' })] }),
      'The hologram a cannot be read. This local board knows no items of that kind.',
    ],
    [
      'a kind that every object has',
      file({ items: [item({ type: 'constructor' })] }),
      'The constructor a cannot be read. This local board knows no items of that kind.',
    ],
    ['the same id twice', file({ items: [item({}), item({})] }), 'The id a is in this file twice.'],
    [
      'a parent that is not there',
      file({ items: [item({ parentId: 'b' })] }),
      'The sticky_note a cannot be read. parentId names b, which is not in this file.',
    ],
    [
      'a parent that holds nothing',
      file({ items: [item({ parentId: 'b' }), item({ id: 'b' })] }),
      'The sticky_note a lies in the sticky_note b, which cannot hold it.',
    ],
    [
      'frames in each other',
      file({
        items: [item({ type: 'frame', parentId: 'b' }), item({ type: 'frame', id: 'b', parentId: 'a' })],
      }),
      'The frame a would lie in itself.',
    ],
    [
      'a note on a mind map',
      file({ items: [item({ parentId: 'b' }), item({ type: 'mindmap_node', id: 'b' })] }),
      'The sticky_note a lies in the mindmap_node b, which cannot hold it.',
    ],
    [
      'a line to a tag',
      file({
        tags: [{ id: 't', title: 'x' }],
        items: [item({ type: 'connector', start: { item: 'b' }, end: { item: 't' } }), item({ id: 'b' })],
      }),
      'The connector a cannot be read. Item not found: new-1, the end of a connector.',
    ],
    [
      'a line to nothing',
      file({ items: [item({ type: 'connector', start: { item: 'b' } }), item({ id: 'b' })] }),
      'The connector a cannot be read. Both ends of a connector need an item; end has none.',
    ],
    [
      'a picture that is a script',
      file({ items: [item({ type: 'image', url: 'javascript:alert(1)' })] }),
      'The image a cannot be read. Bad URL: javascript:alert(1) must begin with https: or http:.',
    ],
    [
      'a tag that is not there',
      file({ items: [item({ tagIds: ['t'] })] }),
      'The sticky_note a cannot be read. tagIds names t, which is not in this file.',
    ],
    [
      'an item as a tag',
      file({ items: [item({ tagIds: ['b'] }), item({ id: 'b' })] }),
      'The sticky_note a cannot be read. Its tag new-2 is no tag.',
    ],
    [
      'two tags with one title',
      file({
        tags: [
          { id: 't', title: 'x' },
          { id: 'u', title: 'x' },
        ],
      }),
      'The tag u cannot be read. There is already a tag with the title "x".',
    ],
    [
      'an unknown colour',
      file({ items: [item({ style: { fillColor: 'beige' } })] }),
      'The sticky_note a cannot be read. Invalid value for style.fillColor: beige.',
    ],
    [
      'a place beyond the board',
      file({ items: [item({ x: 1e12 })] }),
      'The sticky_note a cannot be read. Invalid value for x: 1000000000000 is not from -10000000 to 10000000.',
    ],
    [
      'too long a text',
      file({ items: [item({ content: 'a'.repeat(6000) })] }),
      'The sticky_note a cannot be read. The content of a sticky_note must be shorter than 6000 characters; this has 6000.',
    ],
    [
      'too much metadata',
      file({ items: [item({}, { metadata: { [app]: { k: 'a'.repeat(7000) } } })] }),
      'The sticky_note a cannot be read. What an app noted there is larger than 6144 bytes.',
    ],
    [
      'metadata on a frame',
      file({ items: [item({ type: 'frame' }, { metadata: { [app]: { k: 1 } } })] }),
      'The frame a cannot be read. A frame carries no metadata.',
    ],
    [
      'too much app data',
      file({ appData: { [app]: { k: 'a'.repeat(40_000) } } }),
      `The data of the app ${app} cannot be read. What an app noted there is larger than 30720 bytes.`,
    ],
    [
      'a date that is none',
      file({ items: [item({ createdAt: 'soon' })] }),
      'Something in this file is not as it should be (at items.0.item.createdAt): Invalid ISO datetime.',
    ],
    [
      'items that are none',
      file({ items: { length: 3 } }),
      'Something in this file is not as it should be (at items): Invalid input: expected array, received object.',
    ],
    [
      'too many items',
      file({ items: Array.from({ length: 20_001 }, (_, index) => item({ id: `i${index}` })) }),
      'Something in this file is not as it should be (at items): A board holds at most 20000 items.',
    ],
    [
      'a bottomless list',
      file({ appData: { a: { k: 0 } } }).replace('"k":0', `"k":${deep(50_000)}`),
      'Something in this file is nested too deeply.',
    ],
  ])('%s is refused with a reason', (_, text, reason) => {
    expect(reader()(text)).toEqual({ ok: false, error: reason });
  });
});

/** Miro's own public example apps find on the local board every member they call, and may use it as they do. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type MemoryBoard, type MemoryPerson, memoryBoard } from '../../src/local-board/memoryBoard.ts';
import { linkTo, publicExamples, type Way } from '../fixtures/publicExamples.ts';

let board: MemoryBoard;
let erin: MemoryPerson;
beforeEach(async () => {
  board = memoryBoard();
  erin = await board.join('Erin Example');
});
afterEach(() => board.dispose());

/** What a path that does not begin at the board begins at. */
async function beginning(name: string): Promise<unknown> {
  const { miro } = erin;
  if (name === 'item') return miro.board.createStickyNote();
  if (name === 'frame') return miro.board.createFrame();
  if (name === 'collection') return miro.board.storage.collection('examples');
  if (name === 'session') return miro.board.collaboration.startSession({ name: 'Examples' });
  if (name === 'node') return miro.board.experimental.createMindmapNode({ nodeView: { content: 'Root' } });
  return undefined;
}

/** Whether the member is there, or why not. */
async function find(member: string): Promise<'there' | 'missing' | 'not yet'> {
  const [first = '', ...rest] = member.split('.');
  try {
    const start = await beginning(first);
    const steps = start === undefined ? [first, ...rest] : rest;
    let found: unknown = start ?? erin.miro.board;
    let holder: unknown;
    for (const step of steps) {
      holder = found;
      found = Reflect.get(Object(found), step);
    }
    if (typeof found !== 'function') return 'missing';
    await Reflect.apply(found, holder, []);
    return 'there';
  } catch (error) {
    // A refusal of a call without anything in it is an answer.
    return String(error).includes('not on the local board yet') ? 'not yet' : 'there';
  }
}

describe('the public examples', () => {
  test.each(publicExamples.map((example) => [example.name, example] as const))(
    'what %s calls is there, and it is told of what it listens to',
    async (_, example) => {
      const found = await Promise.all(example.members.map(async (member) => [member, await find(member)]));
      expect(found.filter(([, state]) => state !== 'there')).toEqual([]);
      for (const event of example.events) await erin.miro.board.ui.on(event as 'drop', () => {});
    },
  );

  test('each has a link and stands in the list once', () => {
    const names = publicExamples.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)].sort());
    expect(linkTo({ name: 'wordle' })).toBe(
      'https://github.com/miroapp/app-examples/tree/main/examples/wordle',
    );
  });

  test('a member that is not there would be noticed', async () => {
    expect([await find('createTable'), await find('item.lock'), await find('getInfo')]).toEqual([
      'missing',
      'missing',
      'there',
    ]);
  });
});

/** As a canvas gives it. */
const dot = (colour: string): string =>
  `data:image/svg+xml;base64,${btoa(`<svg xmlns="http://www.w3.org/2000/svg" width="12" height="8"><rect width="12" height="8" fill="${colour}"/></svg>`)}`;

/** An action, called by the first word of its event unless a label says otherwise. */
async function register(
  event: string,
  predicate: object,
  label: unknown = `${event[0]?.toUpperCase()}${event.slice(1)}`,
) {
  await erin.miro.board.ui.on(`custom:${event}`, () => {});
  const definition = { event, ui: { label, icon: 'trophy', description: 'x' }, predicate };
  await erin.miro.board.experimental.action.register(definition as never);
}

const offered = async (...ids: string[]): Promise<string[]> =>
  (await erin.screen.actions.offered(ids)).map(({ label }) => label);

/** How the examples use what they call. What only a browser can tell is a journey of these words. */
const ways: Record<Way, (() => Promise<void>) | { readonly journey: string }> = {
  async 'a copy of an item makes a new one'() {
    const { board: miro } = erin.miro;
    const made = [
      await miro.createStickyNote({ content: 'One', x: 40, style: { fillColor: 'cyan' }, width: 300 }),
      await miro.createShape({ content: 'Two', shape: 'star' }),
      await miro.createText({ content: 'Three', rotation: 30 }),
      await miro.createFrame({ title: 'Four', width: 400 }),
      await miro.createCard({
        title: 'Five',
        description: 'x',
        dueDate: '2026-12-24',
        style: { cardTheme: '#2e7d32' },
      }),
    ];
    await miro.select();
    const chosen = await miro.getSelection();
    const makers = {
      sticky_note: miro.createStickyNote,
      shape: miro.createShape,
      text: miro.createText,
      frame: miro.createFrame,
      card: miro.createCard,
    };
    const marks = ['id', 'parentId', 'height', 'createdAt', 'createdBy', 'modifiedAt', 'modifiedBy'];
    for (const item of chosen) {
      for (const mark of marks) expect(Reflect.deleteProperty(item, mark)).toBe(true);
      const copy = JSON.parse(JSON.stringify(item));
      const make = makers[item.type as keyof typeof makers] as (props: object) => Promise<typeof item>;
      const { content, title, dueDate, style, shape, width } = (await make({
        ...copy,
        x: 500,
      })) as typeof copy;
      expect({ content, title, dueDate, style, shape, width }).toEqual({
        content: copy.content,
        title: copy.title,
        dueDate: copy.dueDate,
        style: copy.style,
        shape: copy.shape,
        width: copy.width,
      });
    }
    expect(board.contents().items.size).toBe(2 * made.length);
  },
  async 'a comparison of two sides in a predicate'() {
    const wide = await erin.miro.board.createShape({ width: 300 });
    const high = await erin.miro.board.createShape({ height: 300 });
    await register('crop', { type: 'shape', $where: 'this.width > this.height' });
    expect([await offered(wide.id), await offered(high.id)]).toEqual([['Crop'], []]);
  },
  async 'a data address makes an image'() {
    const image = await erin.miro.board.createImage({ url: dot('#123456'), x: 10, y: 20 });
    expect([image.width, image.height, image.x]).toEqual([12, 8, 10]);
  },
  async 'a frame by type and id'() {
    const frame = await erin.miro.board.createFrame({ width: 800, height: 600 });
    await erin.miro.board.createFrame({ x: 2000 });
    const found = await erin.miro.board.get({ type: 'frame', id: frame.id });
    expect(found.map(({ id }) => id)).toEqual([frame.id]);
    await erin.miro.board.viewport.zoomTo(found);
    expect(await erin.miro.board.viewport.get()).toMatchObject({ width: 800, height: 600 });
  },
  async 'a height for a text'() {
    const label = { content: 'FRONT-END', width: 150, height: 36, rotation: 270 };
    const text = await erin.miro.board.createText(label as object);
    expect([text.width, text.rotation]).toEqual([150, 270]);
  },
  async 'a label in several languages'() {
    const label = { en: 'Translate content', de: 'Inhalt übersetzen', es: 'Traducir contenido' };
    await register('translate-content', { type: 'text' }, label);
    const { id } = await erin.miro.board.createText();
    expect(await offered(id)).toEqual(['Translate content']);
  },
  async 'a panel by pageUrl'() {
    await erin.miro.board.ui.openPanel({ pageUrl: 'app.html' } as never);
    expect(erin.screen.pages.map(({ url }) => url)).toEqual(['http://localhost:3001/app.html']);
  },
  async 'a panel with a height'() {
    await erin.miro.board.ui.openPanel({ url: 'app.html', height: 644 });
    expect(erin.screen.pages.map(({ kind }) => kind)).toEqual(['panel']);
  },
  async 'a part of a style set in place'() {
    const note = await erin.miro.board.createStickyNote({ style: { fillColor: 'black', textAlign: 'left' } });
    note.style.fillColor = 'green';
    note.content = 'A';
    await note.sync();
    expect(await erin.miro.board.getById(note.id)).toMatchObject({
      content: 'A',
      style: { fillColor: 'green', textAlign: 'left' },
    });
  },
  async 'a whole style replaced'() {
    const frame = await erin.miro.board.createFrame();
    frame.style = { fillColor: '#ADD8E6' };
    await frame.sync();
    expect(frame.style).toEqual({ fillColor: '#ADD8E6' });
  },
  async 'addresses from the root of the app'() {
    await erin.miro.board.ui.openPanel({ url: '/?panel=1' });
    await erin.miro.board.ui.openPanel({ url: './' });
    expect(erin.screen.pages.map(({ url }) => url)).toEqual([
      'http://localhost:3001/?panel=1',
      'http://localhost:3001/',
    ]);
  },
  async 'items taken out of the list of an event'() {
    const taken: unknown[] = [];
    await erin.miro.board.ui.on('selection:update', ({ items }) => taken.push(items.pop()?.id));
    const note = await erin.miro.board.createStickyNote();
    erin.screen.select([note.id]);
    await board.settled();
    expect(taken).toEqual([note.id]);
  },
  async 'many items at once'() {
    const cells = Array.from({ length: 42 }, (_, index) =>
      erin.miro.board.createShape({
        content: `<b>${index}</b>`,
        shape: 'round_rectangle',
        x: 120 * (index % 7),
        y: 120 * Math.floor(index / 7),
        style: { fillColor: '#ffffff' },
      }),
    );
    expect(new Set((await Promise.all(cells)).map(({ id }) => id)).size).toBe(42);
  },
  async 'notes of the app in a predicate'() {
    await register('activate', {
      $or: [{ 'metadata.status': { $exists: false } }, { 'metadata.status': 'off' }],
    });
    await register('stop', { 'metadata.status': 'on' });
    const note = await erin.miro.board.createStickyNote();
    const before = await offered(note.id);
    await note.setMetadata('status', 'on');
    expect([before, await offered(note.id)]).toEqual([['Activate'], ['Stop']]);
  },
  async 'one item to zoom to'() {
    const shape = await erin.miro.board.createShape({ x: 3000 });
    await erin.miro.board.viewport.zoomTo(shape);
    expect(await erin.miro.board.viewport.get()).toEqual({ x: 2950, y: -50, width: 100, height: 100 });
  },
  async 'the new address of an image'() {
    const image = await erin.miro.board.createImage({ url: dot('#123456') });
    const before = image.url;
    image.url = dot('#654321');
    await image.sync();
    expect([image.url === before, image.width, image.height]).toEqual([false, 12, 8]);
  },
  async 'the words of a refusal for want of credits'() {
    board.setSwitches({ minute: 40 });
    await expect(erin.miro.board.createText()).rejects.toThrow('API rate limit');
  },
  async 'types in a list'() {
    const tag = await erin.miro.board.createTag({ title: 'Very Important', color: 'red' });
    const tags = await erin.miro.board.get({ type: ['tag'] });
    expect(tags.map(({ id }) => id)).toEqual([tag.id]);
  },
  'a picture dragged out of a panel': { journey: 'puts what was dragged where it was let go, for everybody' },
  'its own modal among the frames of the board': {
    journey: 'finds its own modal among the frames of the board',
  },
  'the camera': { journey: 'takes a picture in a modal and puts it on the board, for the other person too' },
};

describe('an example may use', () => {
  const inNode = Object.entries(ways).flatMap(([way, play]) =>
    typeof play === 'function' ? [[way, play] as const] : [],
  );
  test.each(inNode)('%s', async (_, play) => {
    expect.hasAssertions();
    await play();
  });

  test('what only a browser can tell, which is a journey', () => {
    const journeys = readFileSync('tests/journeys/foreignApps.test.ts', 'utf8');
    const named = Object.values(ways).flatMap((play) => ('journey' in play ? [play.journey] : []));
    expect(named.filter((name) => !journeys.includes(`test('${name}'`))).toEqual([]);
  });

  test('in every way that an example is said to use', () => {
    const used = new Set(publicExamples.flatMap((example) => example.ways ?? []));
    expect([...used].sort()).toEqual(Object.keys(ways).sort());
  });
});

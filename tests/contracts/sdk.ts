/**
 * What the local board promises an app, sentence by sentence. Each sentence is Miro's (the page it stands on in
 * brackets) or, marked "we assume", our harsher reading where Miro says nothing.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Boards, OpenBoards, Person } from './sdkBoards.ts';

export function sdkContract(name: string, open: OpenBoards): void {
  describe(`the SDK on ${name}`, () => {
    let boards: Boards;
    let erin: Person;

    beforeEach(async () => {
      boards = await open();
      erin = await boards.join('Erin Example');
    });
    afterEach(() => boards.close());

    /** Another board, with switches; its first person is Erin. */
    async function reopen(switches: Parameters<OpenBoards>[0]): Promise<void> {
      await boards.close();
      boards = await open(switches);
      erin = await boards.join('Erin Example');
    }

    describe('items', () => {
      test('a sticky note has the documented defaults [sticky note]', async () => {
        const note = await erin.miro.board.createStickyNote();
        const { id, createdAt, modifiedAt, createdBy, modifiedBy, ...rest } = { ...note };
        expect(rest).toEqual({
          type: 'sticky_note',
          shape: 'square',
          content: '',
          x: 0,
          y: 0,
          width: 199,
          height: 228,
          parentId: null,
          origin: 'center',
          relativeTo: 'canvas_center',
          style: { fillColor: 'light_yellow', textAlign: 'center', textAlignVertical: 'middle' },
          tagIds: [],
        });
        expect(id).toMatch(/^\d+$/);
        expect([createdBy, modifiedBy]).toEqual([erin.client.me.userId, erin.client.me.userId]);
        expect(createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(modifiedAt).toBe(createdAt);
      });

      test('a rectangular sticky note is 350 wide and 228 high [sticky note]', async () => {
        const { width, height } = await erin.miro.board.createStickyNote({ shape: 'rectangle' });
        expect({ width, height }).toEqual({ width: 350, height: 228 });
      });

      test("a sticky note's height follows its width, and the other way round [sticky note]", async () => {
        const wide = await erin.miro.board.createStickyNote({ width: 398 });
        const high = await erin.miro.board.createStickyNote({ height: 114 });
        expect([wide.height, high.width]).toEqual([456, 99.5]);
        wide.width = 199;
        await wide.sync();
        expect(wide.height).toBe(228);
      });

      test('width and height of a sticky note together are refused [sticky note]', async () => {
        await expect(erin.miro.board.createStickyNote({ width: 100, height: 100 })).rejects.toThrow(
          'not both',
        );
      });

      test('a text has the documented defaults and a height that follows from its content [text]', async () => {
        const short = await erin.miro.board.createText({ content: 'Hello' });
        const long = await erin.miro.board.createText({ content: 'Hello '.repeat(50) });
        expect([short.width, short.rotation]).toEqual([105, 0]);
        expect(short.style).toEqual({
          color: '#1a1a1a',
          fillColor: 'transparent',
          fillOpacity: 1,
          fontFamily: 'arial',
          fontSize: 14,
          textAlign: 'left',
        });
        expect(long.height).toBeGreaterThan(5 * short.height);
        const before = short.height;
        short.style.fontSize = 28;
        await short.sync();
        expect(short.height).toBe(2 * before);
      });

      test('a shape has the documented defaults, a white border among them [shape]', async () => {
        const shape = await erin.miro.board.createShape();
        expect({ shape: shape.shape, width: shape.width, height: shape.height, style: shape.style }).toEqual({
          shape: 'rectangle',
          width: 100,
          height: 100,
          style: {
            color: '#1a1a1a',
            fillColor: 'transparent',
            fillOpacity: 1,
            fontFamily: 'arial',
            fontSize: 14,
            textAlign: 'center',
            textAlignVertical: 'middle',
            borderStyle: 'normal',
            borderOpacity: 1,
            borderColor: '#ffffff',
            borderWidth: 2,
          },
        });
      });

      test('a frame has the documented defaults and 100 × 100 is its minimum [frame]', async () => {
        const frame = await erin.miro.board.createFrame();
        expect([frame.width, frame.height, frame.showContent, frame.childrenIds]).toEqual([
          100,
          100,
          true,
          [],
        ]);
        await expect(erin.miro.board.createFrame({ width: 99 })).rejects.toThrow('width');
      });

      test.each([
        ['an unknown shape', () => erin.miro.board.createShape({ shape: 'blob' as 'star' }), 'Unknown shape'],
        [
          'an unknown style property',
          () => erin.miro.board.createShape({ style: { glow: 1 } as object }),
          'Unknown style property: glow',
        ],
        [
          'a colour that is none',
          () => erin.miro.board.createStickyNote({ style: { fillColor: 'plaid' as 'red' } }),
          'style.fillColor',
        ],
        [
          'a colour name where hex is asked (we assume)',
          () => erin.miro.board.createText({ style: { color: 'red' } }),
          'style.color',
        ],
        [
          'a border width that is no whole number',
          () => erin.miro.board.createShape({ style: { borderWidth: 1.5 } }),
          'style.borderWidth',
        ],
        [
          'a border wider than 24',
          () => erin.miro.board.createShape({ style: { borderWidth: 25 } }),
          'style.borderWidth',
        ],
        [
          'an opacity above 1',
          () => erin.miro.board.createText({ style: { fillOpacity: 1.1 } }),
          'style.fillOpacity',
        ],
        ['a position that is no number', () => erin.miro.board.createText({ x: Number.NaN }), 'x must be'],
        [
          'another origin than the centre',
          () => erin.miro.board.createText({ origin: 'left' as 'center' }),
          'origin',
        ],
        [
          'content of 6000 characters',
          () => erin.miro.board.createStickyNote({ content: 'a'.repeat(6000) }),
          'shorter than 6000',
        ],
      ])('%s is refused [errors]', async (_what, make, message) => {
        await expect(make()).rejects.toThrow(message);
        expect(erin.client.contents.get().items.size).toBe(0);
      });

      test('content of 5999 characters is taken [sticky note]', async () => {
        const note = await erin.miro.board.createStickyNote({ content: 'a'.repeat(5999) });
        expect(note.content).toHaveLength(5999);
      });

      test('allowed tags stay and others are shown as typed [sticky note]', async () => {
        const note = await erin.miro.board.createStickyNote({
          content:
            '<p>a <b>b</b></p><script>x()</script><a href="javascript:x()" onclick="x()">l</a><ul><li>1</li></ul>',
        });
        expect(note.content).toBe(
          '<p>a <b>b</b></p>&lt;script&gt;x()&lt;/script&gt;<a>l</a>&lt;ul&gt;&lt;li&gt;1&lt;/li&gt;&lt;/ul&gt;',
        );
        const text = await erin.miro.board.createText({ content: '<ul><li>1</li></ul>' });
        expect(text.content).toBe('<ul><li>1</li></ul>');
      });

      test('changes stay local until sync [items]', async () => {
        const note = await erin.miro.board.createStickyNote({ content: 'one' });
        note.content = 'two';
        note.x = 50;
        const before = await erin.miro.board.getById(note.id);
        expect(before).toMatchObject({ content: 'one', x: 0 });
        await note.sync();
        const after = await erin.miro.board.getById(note.id);
        expect(after).toMatchObject({ content: 'two', x: 50 });
      });

      test('sync sends only what was changed, and brings the rest back [items]', async () => {
        const max = await boards.join('Max Example');
        const note = await erin.miro.board.createStickyNote({ content: 'one' });
        await boards.settled();
        const [his] = await max.miro.board.get({ type: 'sticky_note' });
        if (!his) throw new Error('no note');
        his.content = 'by Max';
        await his.sync();
        note.x = 70;
        await note.sync();
        expect(note).toMatchObject({ content: 'by Max', x: 70, modifiedBy: erin.client.me.userId });
      });

      test('writing a read-only property is an error [errors]', async () => {
        const text = await erin.miro.board.createText();
        for (const key of ['id', 'type', 'parentId', 'createdAt', 'modifiedBy', 'height'])
          expect(() => Reflect.set(text, key, 'x'), key).toThrow(`${key} is read-only`);
      });

      test('a link is cleared with undefined and then reads as empty [items]', async () => {
        const note = await erin.miro.board.createStickyNote({ linkedTo: 'https://example.org/' });
        expect(note.linkedTo).toBe('https://example.org/');
        note.linkedTo = undefined;
        await note.sync();
        expect(note.linkedTo).toBe('');
      });

      test('goToLink follows a link to an item and tells whether it did [items]', async () => {
        const far = await erin.miro.board.createStickyNote({ x: 9000, y: 9000 });
        const near = await erin.miro.board.createStickyNote({
          linkedTo: `/app/board/x/?moveToWidget=${far.id}`,
        });
        expect(await near.goToLink()).toBe(true);
        expect(erin.screen.viewport.get()).toMatchObject({ x: 9000 - 99.5, width: 199 });
        expect(await far.goToLink()).toBe(false);
      });

      test('an item may be removed once [errors]', async () => {
        const note = await erin.miro.board.createStickyNote();
        await erin.miro.board.remove(note);
        await expect(erin.miro.board.remove(note)).rejects.toThrow(note.id);
        await expect(note.sync()).rejects.toThrow(note.id);
      });
    });

    describe('reading', () => {
      test('get gives everything, items and tags; filters narrow it [experimental, board]', async () => {
        const { board } = erin.miro;
        const tag = await board.createTag({ title: 'one' });
        const other = await board.createTag({ title: 'two' });
        const tagged = await board.createStickyNote({ tagIds: [tag.id] });
        const text = await board.createText();
        const ids = async (filter?: Parameters<typeof board.get>[0]) =>
          (await board.get(filter)).map(({ id }) => id).sort();
        const sorted = (...list: string[]) => list.sort();
        expect(await ids()).toEqual(sorted(tag.id, other.id, tagged.id, text.id));
        expect(await ids({ type: 'text' })).toEqual([text.id]);
        expect(await ids({ type: ['text', 'sticky_note'] })).toEqual(sorted(text.id, tagged.id));
        expect(await ids({ tags: 'one' })).toEqual([tagged.id]);
        expect(await ids({ tags: ['one', 'two'] })).toEqual([tagged.id]);
        expect(await ids({ tags: 'nobody' })).toEqual([]);
        expect(await ids({ tags: 'one', type: 'text' })).toEqual([]);
        expect(await ids({ id: [text.id, 'missing'] })).toEqual([text.id]);
      });

      test('a single unknown id throws, in get and in getById [board]', async () => {
        await expect(erin.miro.board.get({ id: '1' })).rejects.toThrow('1');
        await expect(erin.miro.board.getById('1')).rejects.toThrow('1');
      });

      test('select and deselect take a filter and give the items back [board]', async () => {
        const { board } = erin.miro;
        const one = await board.createStickyNote();
        const two = await board.createText();
        expect((await board.select()).map(({ id }) => id)).toEqual([one.id, two.id]);
        expect((await board.deselect({ type: 'text' })).map(({ id }) => id)).toEqual([two.id]);
        expect((await board.getSelection()).map(({ id }) => id)).toEqual([one.id]);
        await board.deselect();
        expect(await board.getSelection()).toEqual([]);
        await expect(board.select({ id: 'missing' })).rejects.toThrow('missing');
      });
    });

    describe('frames', () => {
      test('add takes an item in without moving it; its x, y are then from the top-left corner [frame]', async () => {
        const { board } = erin.miro;
        const frame = await board.createFrame({ x: 1000, y: 500, width: 800, height: 600 });
        const note = await board.createStickyNote({ x: 900, y: 400 });
        const added = await frame.add(note);
        expect(added).toBe(note);
        expect(note).toMatchObject({
          x: 900 - 600,
          y: 400 - 200,
          parentId: frame.id,
          relativeTo: 'parent_top_left',
        });
        expect(frame.childrenIds).toEqual([note.id]);
        expect((await frame.getChildren()).map(({ id }) => id)).toEqual([note.id]);
      });

      test('remove lets it go where it lies [frame]', async () => {
        const { board } = erin.miro;
        const frame = await board.createFrame({ x: 1000, y: 500, width: 800, height: 600 });
        const note = await board.createStickyNote({ x: 900, y: 400 });
        await frame.add(note);
        await frame.remove(note);
        expect(note).toMatchObject({ x: 900, y: 400, parentId: null, relativeTo: 'canvas_center' });
        expect(frame.childrenIds).toEqual([]);
        await expect(frame.remove(note)).rejects.toThrow('not its child');
      });

      test('an item outside, or in another frame, is not taken in [frame]', async () => {
        const { board } = erin.miro;
        const frame = await board.createFrame({ width: 800, height: 600 });
        const other = await board.createFrame({ width: 800, height: 600 });
        const outside = await board.createStickyNote({ x: 2000 });
        const inOther = await board.createStickyNote();
        await other.add(inOther);
        await expect(frame.add(outside)).rejects.toThrow('outside');
        await expect(frame.add(inOther)).rejects.toThrow('another frame');
      });

      test('the whole box must lie inside (we assume), or with inside=centre the middle', async () => {
        const half = async () => {
          const frame = await erin.miro.board.createFrame({ width: 800, height: 600 });
          return frame.add(await erin.miro.board.createStickyNote({ x: 350 }));
        };
        await expect(half()).rejects.toThrow('outside');
        await reopen({ inside: 'centre' });
        expect((await half()).parentId).not.toBeNull();
      });

      test('an item that touches the edge is inside, whatever fractions it took to get there', async () => {
        const { board } = erin.miro;
        const frame = await board.createFrame({ x: 0.1, y: 0.2, width: 398.3, height: 456.7 });
        const note = await board.createStickyNote({ x: 0.1 - 398.3 / 2 + 99.5, y: 0.2 });
        await frame.add(note);
        note.x = 398.3 - 99.5;
        await note.sync();
        expect(note.x).toBeCloseTo(298.8, 6);
      });

      test('moving a frame moves its children and leaves their x, y [frame]', async () => {
        const { board } = erin.miro;
        const frame = await board.createFrame({ width: 800, height: 600 });
        const note = await board.createStickyNote({ x: 10, y: 20 });
        await frame.add(note);
        frame.x = 5000;
        await frame.sync();
        expect(await board.getById(note.id)).toMatchObject({ x: 410, y: 320, parentId: frame.id });
        await frame.remove(note);
        expect(note).toMatchObject({ x: 5010, y: 20 });
      });

      test('a child may be moved inside; resizing past it throws and changes nothing [frame]', async () => {
        const { board } = erin.miro;
        const frame = await board.createFrame({ width: 800, height: 600 });
        const note = await board.createStickyNote();
        await frame.add(note);
        note.x = 120;
        await note.sync();
        expect(note.x).toBe(120);
        frame.width = 300;
        await expect(frame.sync()).rejects.toThrow('outside');
        expect(await board.getById(frame.id)).toMatchObject({ width: 800 });
        note.x = -500;
        await expect(note.sync()).rejects.toThrow('outside');
      });

      test('with childmove=refused a child is not moved [errors]', async () => {
        await reopen({ childmove: 'refused' });
        const { board } = erin.miro;
        const frame = await board.createFrame({ width: 800, height: 600 });
        const note = await board.createStickyNote();
        await frame.add(note);
        note.x = 120;
        await expect(note.sync()).rejects.toThrow('Remove it from its frame first');
      });

      test('removing a frame leaves its children where they lie (we assume)', async () => {
        const { board } = erin.miro;
        const frame = await board.createFrame({ x: 300, width: 800, height: 600 });
        const note = await board.createStickyNote({ x: 310, y: 20 });
        await frame.add(note);
        await board.remove(frame);
        expect(await board.getById(note.id)).toMatchObject({ x: 310, y: 20, parentId: null });
      });

      test('showContent may not be written on this plan [frame]', async () => {
        const frame = await erin.miro.board.createFrame();
        frame.showContent = false;
        await expect(frame.sync()).rejects.toThrow('not allowed');
      });
    });

    describe('tags', () => {
      test('a tag needs a unique title of at most 120 characters; red is its colour [tag]', async () => {
        const { board } = erin.miro;
        const tag = await board.createTag({ title: 'State' });
        expect({ ...tag }).toEqual({ id: tag.id, type: 'tag', title: 'State', color: 'red' });
        await expect(board.createTag({ title: 'State' })).rejects.toThrow('already a tag');
        expect((await board.createTag({ title: 'state' })).title).toBe('state');
        await expect(board.createTag({ title: 'x'.repeat(121) })).rejects.toThrow('120');
        await expect(board.createTag({})).rejects.toThrow('title');
      });

      test('a tag can be renamed and recoloured with sync [tag]', async () => {
        const tag = await erin.miro.board.createTag({ title: 'a' });
        tag.title = 'b';
        tag.color = 'green';
        await tag.sync();
        expect(await erin.miro.board.get({ type: 'tag' })).toMatchObject([{ title: 'b', color: 'green' }]);
      });

      test('a sticky note takes 8 tags and no more; unknown ids are refused [tag]', async () => {
        const { board } = erin.miro;
        const tags = [];
        for (let index = 0; index < 9; index += 1) tags.push(await board.createTag({ title: `t${index}` }));
        const note = await board.createStickyNote({ tagIds: tags.slice(0, 8).map(({ id }) => id) });
        note.tagIds = tags.map(({ id }) => id);
        await expect(note.sync()).rejects.toThrow('8');
        await expect(board.createStickyNote({ tagIds: ['5'] })).rejects.toThrow('5');
      });

      test('a board takes 100 tags and no more [errors]', async () => {
        const { board } = erin.miro;
        for (let index = 0; index < 100; index += 1) await board.createTag({ title: `t${index}` });
        await expect(board.createTag({ title: 'one more' })).rejects.toThrow('100');
      });

      test('removing a tag takes it off its notes (we assume)', async () => {
        const { board } = erin.miro;
        const tag = await board.createTag({ title: 'gone' });
        const note = await board.createStickyNote({ tagIds: [tag.id] });
        await board.remove(tag);
        expect(await board.getById(note.id)).toMatchObject({ tagIds: [] });
      });
    });

    describe('layers', () => {
      const order = async () => {
        const items = [...erin.client.contents.get().items.values()];
        return items.map(({ id }) => id);
      };

      test('new items lie on top in the order of creation; the four moves do what they say [board]', async () => {
        const { board } = erin.miro;
        const a = await board.createText();
        const b = await board.createText();
        const c = await board.createText();
        expect(await Promise.all([a, b, c].map((item) => item.getLayerIndex()))).toEqual([0, 1, 2]);
        await a.bringToFront();
        expect(await order()).toEqual([b.id, c.id, a.id]);
        await c.sendToBack();
        expect(await order()).toEqual([c.id, b.id, a.id]);
        await c.bringInFrontOf(b);
        expect(await order()).toEqual([b.id, c.id, a.id]);
        await board.sendBehindOf([a, c], b);
        expect(await order()).toEqual([c.id, a.id, b.id]);
      });

      test('frames lie behind everything and take no part [board]', async () => {
        const { board } = erin.miro;
        const text = await board.createText();
        const frame = await board.createFrame();
        expect(await order()).toEqual([frame.id, text.id]);
        await expect(board.bringToFront(frame)).rejects.toThrow('Frames');
        await expect(text.sendBehindOf(frame)).rejects.toThrow('Frames');
        await expect(frame.getLayerIndex()).rejects.toThrow('Frames');
      });
    });

    describe('metadata and app data', () => {
      test('metadata is kept by key; null takes a key away; empty values stay [items]', async () => {
        const note = await erin.miro.board.createStickyNote();
        await note.setMetadata('a', { b: [1] });
        await note.setMetadata('empty', '');
        expect(await note.getMetadata()).toEqual({ a: { b: [1] }, empty: '' });
        expect(await note.getMetadata('a')).toEqual({ b: [1] });
        await note.setMetadata('a', null);
        expect(await note.getMetadata('a')).toBeUndefined();
        expect(await note.getMetadata()).toEqual({ empty: '' });
      });

      test('6 KB of metadata an item, in all, and no more [storage guide]', async () => {
        const note = await erin.miro.board.createStickyNote();
        await note.setMetadata('a', 'x'.repeat(3000));
        await note.setMetadata('b', 'x'.repeat(3000));
        await expect(note.setMetadata('c', 'x'.repeat(300))).rejects.toThrow('6144');
        expect(Object.keys(await note.getMetadata())).toEqual(['a', 'b']);
      });

      test('frames carry no metadata [items]', async () => {
        const frame = await erin.miro.board.createFrame();
        await expect(frame.setMetadata('a', 1)).rejects.toThrow('Frames');
      });

      test('app data: 30 KB an app [storage guide]', async () => {
        const { board } = erin.miro;
        expect(await board.getAppData('none')).toBeUndefined();
        await board.setAppData('a', 'x'.repeat(29_000));
        await expect(board.setAppData('b', 'x'.repeat(3000))).rejects.toThrow('30720');
        expect(Object.keys(await board.getAppData())).toEqual(['a']);
      });

      test('apps of other origins see none of it [storage guide]', async () => {
        const other = await boards.join('Erin Example', { app: 'http://localhost:4001/' });
        const note = await erin.miro.board.createStickyNote();
        await note.setMetadata('a', 1);
        await erin.miro.board.setAppData('a', 1);
        await erin.miro.board.storage.collection('c').set('a', 1);
        await boards.settled();
        const [seen] = await other.miro.board.get({ type: 'sticky_note' });
        expect(await seen?.getMetadata()).toEqual({});
        expect(await other.miro.board.getAppData()).toEqual({});
        expect(await other.miro.board.storage.collection('c').get('a')).toBeUndefined();
      });

      test('metadata is copied when an item is duplicated [storage guide]', async () => {
        const note = await erin.miro.board.createStickyNote();
        await note.setMetadata('a', 1);
        const [copy] = await erin.client.create([{ type: 'sticky_note' }], { copyOf: [note.id] });
        const found = await erin.miro.board.getById(copy?.id ?? '');
        expect(found.type === 'sticky_note' && (await found.getMetadata('a'))).toBe(1);
      });
    });

    describe('storage collections', () => {
      test('get of a missing key is undefined; set, get and remove [collection]', async () => {
        const collection = erin.miro.board.storage.collection('c');
        expect(await collection.get('k')).toBeUndefined();
        await collection.set('k', { deep: [1, null] });
        expect(await collection.get('k')).toEqual({ deep: [1, null] });
        await collection.remove('k');
        expect(await collection.get('k')).toBeUndefined();
      });

      test('a value has at most 64 KB [collection]', async () => {
        const collection = erin.miro.board.storage.collection('c');
        await collection.set('k', 'x'.repeat(65_000));
        await expect(collection.set('k', 'x'.repeat(66_000))).rejects.toThrow('65536');
      });

      test('onValue tells at once when there is a value, then every change, to the writer too, versions rising [collection]', async () => {
        const max = await boards.join('Max Example');
        const heard: unknown[] = [];
        const collection = erin.miro.board.storage.collection('c');
        await collection.onValue('k', (value, version) => heard.push(['Erin', value, Number(version)]));
        await boards.settled();
        expect(heard).toEqual([]);
        await collection.set('k', 'one');
        await collection.set('k', 'one');
        await max.miro.board.storage
          .collection('c')
          .onValue('k', (value, version) => heard.push(['Max', value, Number(version)]));
        await boards.settled();
        expect(heard).toEqual([
          ['Erin', 'one', 1],
          ['Erin', 'one', 2],
          ['Max', 'one', 2],
        ]);
        heard.length = 0;
        await max.miro.board.storage.collection('c').remove('k');
        await boards.settled();
        expect(heard.sort()).toEqual([
          ['Erin', undefined, 3],
          ['Max', undefined, 3],
        ]);
      });

      test('offValue ends it for that handler [collection]', async () => {
        const collection = erin.miro.board.storage.collection('c');
        const one = vi.fn();
        const two = vi.fn();
        await collection.onValue('k', one);
        await collection.onValue('k', two);
        await collection.offValue('k', one);
        await collection.set('k', 1);
        await boards.settled();
        expect([one.mock.calls.length, two.mock.calls.length]).toEqual([0, 1]);
      });
    });

    describe('broadcast', () => {
      test('reaches all others and all other tabs, never the own tab [events]', async () => {
        const max = await boards.join('Max Example');
        const tab = await boards.join('Erin Example');
        const heard: unknown[] = [];
        for (const [name, person] of Object.entries({ erin, max, tab }))
          await person.miro.board.events.on('hello', (payload) => heard.push([name, payload]));
        const secondPage = erin.page(await openPanel(erin));
        await secondPage.board.events.on('hello', (payload) => heard.push(['own panel', payload]));
        await erin.miro.board.events.broadcast('hello', { a: 1 });
        await boards.settled();
        expect(heard.sort()).toEqual([
          ['max', { a: 1 }],
          ['tab', { a: 1 }],
        ]);
      });

      test('reaches every page of the app in a window, and no other app [events]', async () => {
        const max = await boards.join('Max Example');
        const other = await boards.join('Max Example', { app: 'http://localhost:4001/' });
        const heard: string[] = [];
        await max.miro.board.events.on('hello', () => heard.push('headless'));
        await max.page(await openPanel(max)).board.events.on('hello', () => heard.push('panel'));
        await other.miro.board.events.on('hello', () => heard.push('other app'));
        await erin.miro.board.events.broadcast('hello');
        await boards.settled();
        expect(heard.sort()).toEqual(['headless', 'panel']);
      });
    });

    async function openPanel(person: Person) {
      await person.miro.board.ui.openPanel({ url: 'panel.html' });
      const page = person.screen.pages.at(-1);
      if (!page) throw new Error('no page was opened');
      return page;
    }

    describe('panel and modal', () => {
      test("an address starts from the app's; data goes in, a result comes out [ui]", async () => {
        const opened = await erin.miro.board.ui.openPanel<{ a: number }, string>({
          url: 'panel.html?x',
          data: { a: 1 },
        });
        const page = erin.screen.pages[0];
        if (!page) throw new Error('no page was opened');
        expect(page.url).toBe('http://localhost:3001/panel.html?x');
        const panel = erin.page(page);
        expect(await panel.board.ui.getPanelData()).toEqual({ a: 1 });
        await panel.board.ui.closePanel('done');
        expect(await opened.waitForClose()).toBe('done');
      });

      test('closed by the person, the result is undefined [ui]', async () => {
        const opened = await erin.miro.board.ui.openModal({ url: '/modal.html', width: 300 });
        expect(erin.screen.pages[0]?.request).toEqual({
          kind: 'modal',
          url: 'http://localhost:3001/modal.html',
          width: 300,
        });
        erin.screen.pages[0]?.close();
        expect(await opened.waitForClose()).toBeUndefined();
      });

      test('closing with none open is an error; the data is then undefined [ui]', async () => {
        const { ui } = erin.miro.board;
        await expect(ui.closePanel()).rejects.toThrow('none open');
        await expect(ui.closeModal()).rejects.toThrow('none open');
        expect(await ui.getPanelData()).toBeUndefined();
      });

      test('what is in the way is told by canOpenPanel, and openPanel is refused [ui]', async () => {
        const { ui } = erin.miro.board;
        expect(await ui.canOpenPanel()).toBe(true);
        erin.screen.blocked.add('panel');
        expect(await ui.canOpenPanel()).toBe(false);
        await expect(ui.openPanel({ url: 'panel.html' })).rejects.toThrow('Cannot open a panel');
      });

      test('only https, or this machine, may be opened [errors]', async () => {
        const { ui } = erin.miro.board;
        await expect(ui.openPanel({ url: 'http://example.org/' })).rejects.toThrow('Bad URL');
        await expect(ui.openPanel({ url: 'javascript:alert(1)' })).rejects.toThrow('Bad URL');
      });

      test('a drag from the panel ends in board coordinates; a modal may not drag [ui]', async () => {
        await erin.miro.board.viewport.set({ viewport: { x: 100, y: 200, width: 1600, height: 900 } });
        const page = await openPanel(erin);
        const link = erin.host.connect({ kind: 'panel', page }, () => {});
        await link.call('UI_DRAG_START', { x: 1, y: 2 });
        expect(await link.call('UI_DRAG_DROP', { x: 10, y: 20 })).toEqual({ x: 110, y: 220 });
        const modal = erin.host.connect({ kind: 'modal', page }, () => {});
        await expect(modal.call('UI_DRAG_START', { x: 1, y: 2 })).rejects.toThrow('openPanel');
      });
    });

    describe('events', () => {
      function record(person: Person) {
        const heard: unknown[] = [];
        const ids = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id);
        person.miro.board.ui.on('items:create', (event) => heard.push(['create', ids(event)]));
        person.miro.board.ui.on('experimental:items:update', (event) => heard.push(['update', ids(event)]));
        person.miro.board.ui.on('items:delete', (event) => heard.push(['delete', ids(event)]));
        return heard;
      }

      test('tell of creating, moving, resizing and deleting by hand [ui]', async () => {
        const heard = record(erin);
        await boards.settled();
        const [note] = await erin.client.create([{ type: 'sticky_note' }]);
        const id = note?.id ?? '';
        await erin.client.update([{ id, x: 5 }]);
        await erin.client.update([{ id, width: 300 }]);
        await erin.client.remove([id]);
        await boards.settled();
        expect(heard).toEqual([
          ['create', [id]],
          ['update', [id]],
          ['update', [id]],
          ['delete', [id]],
        ]);
      });

      test('tell nothing of text, colours and tags, of copies, of others and of the app itself [ui; we assume]', async () => {
        const max = await boards.join('Max Example');
        const heard = record(max);
        const own = record(erin);
        await boards.settled();
        const note = await erin.miro.board.createStickyNote();
        await erin.client.update([{ id: note.id, content: 'new', style: { fillColor: 'red' } }]);
        await erin.client.create([{ type: 'sticky_note' }], { copyOf: [note.id] });
        await erin.client.undo();
        await boards.settled();
        expect([heard, own]).toEqual([[], []]);
      });

      test('with events=all they tell of others and of apps, still only of places and sizes', async () => {
        await reopen({ events: 'all' });
        const max = await boards.join('Max Example');
        const heard = record(max);
        await boards.settled();
        const note = await erin.miro.board.createStickyNote();
        note.content = 'text alone';
        await note.sync();
        note.x = 50;
        await note.sync();
        await boards.settled();
        expect(heard).toEqual([
          ['create', [note.id]],
          ['update', [note.id]],
        ]);
      });

      test('selection:update gives the items, and none when the person lets go [ui]', async () => {
        const heard: string[][] = [];
        erin.miro.board.ui.on('selection:update', ({ items }) =>
          heard.push(items.map((item: { id: string }) => item.id)),
        );
        await boards.settled();
        const note = await erin.miro.board.createStickyNote();
        erin.screen.select([note.id]);
        erin.screen.select([]);
        await boards.settled();
        expect(heard).toEqual([[note.id], []]);
      });

      test('items in events have their methods [ui]', async () => {
        const synced: string[] = [];
        erin.miro.board.ui.on('selection:update', async ({ items }) => {
          const [note] = items;
          if (note?.type !== 'sticky_note') return;
          note.content = 'from the event';
          await note.sync();
          synced.push(note.content);
        });
        const note = await erin.miro.board.createStickyNote();
        erin.screen.select([note.id]);
        await boards.settled();
        await boards.settled();
        expect(synced).toEqual(['from the event']);
      });

      test('online_users:update tells when somebody comes or goes; two tabs are one user (we assume)', async () => {
        const heard: string[][] = [];
        erin.miro.board.ui.on('online_users:update', ({ users }) =>
          heard.push(users.map((user: { name: string }) => user.name)),
        );
        await boards.settled();
        await boards.join('Erin Example');
        const max = await boards.join('Max Example');
        await boards.settled();
        expect(await erin.miro.board.getOnlineUsers()).toEqual([
          { id: erin.client.me.userId, name: 'Erin Example' },
          { id: max.client.me.userId, name: 'Max Example' },
        ]);
        max.client.dispose();
        await boards.settled();
        await boards.settled();
        expect(heard).toEqual([['Erin Example', 'Max Example'], ['Erin Example']]);
      });

      test('icon:click reaches the headless page only, everything else every page [ui]', async () => {
        const heard: string[] = [];
        const panel = erin.page(await openPanel(erin));
        for (const [name, miro] of Object.entries({ headless: erin.miro, panel })) {
          miro.board.ui.on('icon:click', () => heard.push(`${name} icon`));
          miro.board.ui.on('selection:update', () => heard.push(`${name} selection`));
        }
        await boards.settled();
        erin.screen.clickIcon();
        erin.screen.select(['1']);
        await boards.settled();
        expect(heard.sort()).toEqual(['headless icon', 'headless selection', 'panel selection']);
      });

      test('a click on the icon before the app is ready waits for it', async () => {
        erin.screen.clickIcon();
        const clicked = vi.fn();
        erin.miro.board.ui.on('icon:click', clicked);
        await boards.settled();
        expect(clicked).toHaveBeenCalledTimes(1);
      });

      test('off ends it for that handler [ui]', async () => {
        const one = vi.fn();
        const two = vi.fn();
        const { ui } = erin.miro.board;
        ui.on('icon:click', one);
        ui.on('icon:click', two);
        await boards.settled();
        ui.off('icon:click', one);
        await boards.settled();
        erin.screen.clickIcon();
        await boards.settled();
        expect([one.mock.calls.length, two.mock.calls.length]).toEqual([0, 1]);
      });
    });

    describe('viewport, notifications, people', () => {
      test('the viewport is told by its top-left corner; zoomTo fits the items [viewport]', async () => {
        const { board } = erin.miro;
        const a = await board.createShape({ x: 0, y: 0 });
        const b = await board.createShape({ x: 1000, y: 500 });
        await board.viewport.zoomTo([a, b]);
        expect(await board.viewport.get()).toEqual({ x: -50, y: -50, width: 1100, height: 600 });
        await expect(board.viewport.zoomTo([])).rejects.toThrow('Cannot zoom');
        await board.viewport.setZoom(2);
        expect(await board.viewport.getZoom()).toBe(2);
        await expect(board.viewport.setZoom(5)).rejects.toThrow('zoom level');
      });

      test('findEmptySpace keeps its distance from everything, 100 unless told [board]', async () => {
        const { board } = erin.miro;
        await board.createFrame({ width: 1000, height: 1000 });
        const free = await board.findEmptySpace({ x: 0, y: 0, width: 300, height: 200 });
        expect([free.width, free.height]).toEqual([300, 200]);
        const apart = Math.max(Math.abs(free.x) - 650, Math.abs(free.y) - 600);
        expect(apart).toBeGreaterThanOrEqual(100);
        const far = { x: 5000, y: 0, width: 300, height: 200 };
        expect(await board.findEmptySpace(far)).toEqual(far);
      });

      test('a notification has at most 80 characters [notifications]', async () => {
        const { notifications } = erin.miro.board;
        await notifications.showInfo('x'.repeat(80));
        await expect(notifications.showError('x'.repeat(81))).rejects.toThrow('80');
        expect(erin.screen.notices).toEqual([{ type: 'info', message: 'x'.repeat(80) }]);
      });

      test('a person is the same tomorrow and in another tab; canUse tells of the plan', async () => {
        const again = await boards.join('Erin  Example ');
        expect(await again.miro.board.getUserInfo()).toEqual(await erin.miro.board.getUserInfo());
        expect(await erin.miro.board.canUse('timer')).toBe(true);
        const free = await boards.join('Max Example', { switches: { plan: 'free' } });
        expect(await free.miro.board.canUse('timer')).toBe(false);
      });
    });

    describe('history', () => {
      test("undo takes back this person's own last change and leaves others' [experimental]", async () => {
        const { history } = erin.miro.board.experimental;
        const max = await boards.join('Max Example');
        expect(await history.canUndo()).toBe(false);
        const note = await erin.miro.board.createStickyNote({ content: 'one' });
        note.content = 'two';
        await note.sync();
        await boards.settled();
        await max.client.update([{ id: note.id, x: 77 }]);
        await boards.settled();
        await history.undo();
        expect(await erin.miro.board.getById(note.id)).toMatchObject({ content: 'one', x: 77 });
        await history.redo();
        expect(await erin.miro.board.getById(note.id)).toMatchObject({ content: 'two', x: 77 });
        await history.undo();
        await history.undo();
        expect(erin.client.contents.get().items.size).toBe(0);
        expect(await history.canUndo()).toBe(false);
        await history.undo();
      });

      test('what was removed comes back in its frame, with its metadata', async () => {
        const { board } = erin.miro;
        const frame = await board.createFrame({ width: 800, height: 600 });
        const note = await board.createStickyNote();
        await frame.add(note);
        await note.setMetadata('a', 1);
        await erin.client.remove([frame.id, note.id]);
        expect(await erin.client.undo()).toBe(true);
        const back = await board.getById(note.id);
        expect(back).toMatchObject({ parentId: frame.id, x: 400, y: 300 });
        expect(await board.getById(frame.id)).toMatchObject({ childrenIds: [note.id] });
        expect(back.type === 'sticky_note' && (await back.getMetadata('a'))).toBe(1);
      });
    });

    describe('budgets and trouble', () => {
      test('calls cost 50 credits, reading many 500; over the minute they are refused until it has passed [rate limiting]', async () => {
        await reopen({ minute: 600 });
        const { board } = erin.miro;
        await board.get();
        await board.createText();
        await board.createText();
        await expect(board.createText()).rejects.toThrow('600 credits per minute');
        expect(erin.client.contents.get().items.size).toBe(2);
        await boards.advance(60_000);
        await board.createText();
        expect(erin.client.contents.get().items.size).toBe(3);
      });

      test('the hour is bounded too [rate limiting]', async () => {
        await reopen({ hour: 100 });
        await erin.miro.board.createText();
        await boards.advance(60_000);
        await erin.miro.board.createText();
        await boards.advance(60_000);
        await expect(erin.miro.board.createText()).rejects.toThrow('100 credits per hour');
        await boards.advance(3_600_000);
        await erin.miro.board.createText();
      });

      test('each person and app has its own budget (we assume); with budget=board there is one', async () => {
        await reopen({ minute: 50 });
        const max = await boards.join('Max Example');
        await erin.miro.board.createText();
        await max.miro.board.createText();
        await expect(max.miro.board.createText()).rejects.toThrow('credits');
        await reopen({ minute: 50, budget: 'board' });
        const other = await boards.join('Max Example');
        await erin.miro.board.createText();
        await expect(other.miro.board.createText()).rejects.toThrow('credits');
      });

      test('who may only view reads and is refused everything else', async () => {
        await erin.miro.board.createText();
        const viewer = await boards.join('Vera Example', { switches: { access: 'view' } });
        expect(await viewer.miro.board.get()).toHaveLength(1);
        await expect(viewer.miro.board.createText()).rejects.toThrow('only view');
        await expect(viewer.miro.board.storage.collection('c').set('k', 1)).rejects.toThrow('only view');
        await expect(viewer.client.update([{ id: '1', x: 1 }])).rejects.toThrow('only view');
      });

      test('with latency a call takes its time', async () => {
        await reopen({ latency: 60 });
        let done = false;
        const call = erin.miro.board.createText().then(() => {
          done = true;
        });
        await boards.advance(59);
        expect(done).toBe(false);
        await boards.advance(1);
        await call;
        expect(done).toBe(true);
      });

      test('with fail=1 every call is refused and nothing is done', async () => {
        await reopen({ fail: 1 });
        await expect(erin.miro.board.createText()).rejects.toThrow('just now');
        expect(erin.client.contents.get().items.size).toBe(0);
      });

      test('notes let go by hand in a frame become its children, or with adopt=no they do not', async () => {
        const drop = async () => {
          await erin.client.create([{ type: 'frame', width: 800, height: 600 }]);
          const [note] = await erin.client.create([{ type: 'sticky_note' }], { settle: true });
          return note?.parentId ?? null;
        };
        expect(await drop()).not.toBeNull();
        await reopen({ adopt: 'no' });
        expect(await drop()).toBeNull();
      });

      test('a hand that drags a note out of its frame takes it out', async () => {
        const [frame] = await erin.client.create([{ type: 'frame', width: 800, height: 600 }]);
        const [note] = await erin.client.create([{ type: 'sticky_note' }], { settle: true });
        const [moved] = await erin.client.update([{ id: note?.id ?? '', x: 2000 }], { settle: true });
        expect(moved).toMatchObject({ parentId: null, x: 1600, y: 0 });
        expect(erin.client.contents.get().items.get(frame?.id ?? '')).toMatchObject({ childrenIds: [] });
      });

      test('what is not there yet says so', async () => {
        await expect(erin.miro.board.createCard()).rejects.toThrow(
          'board.createCard is not on the local board yet.',
        );
        await expect(erin.miro.board.timer.get()).rejects.toThrow('not on the local board yet');
      });
    });
  });
}

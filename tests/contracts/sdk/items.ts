/** What the local board promises an app: items. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

export function itemsContract(on: Scene): void {
  describe('items', () => {
    test('a sticky note has the documented defaults [sticky note]', async () => {
      const note = await on.erin.miro.board.createStickyNote();
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
      expect([createdBy, modifiedBy]).toEqual([on.erin.client.me.userId, on.erin.client.me.userId]);
      expect(createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(modifiedAt).toBe(createdAt);
    });

    test('a rectangular sticky note is 350 wide and 228 high [sticky note]', async () => {
      const { width, height } = await on.erin.miro.board.createStickyNote({ shape: 'rectangle' });
      expect({ width, height }).toEqual({ width: 350, height: 228 });
    });

    test("a sticky note's height follows its width, and the other way round [sticky note]", async () => {
      const wide = await on.erin.miro.board.createStickyNote({ width: 398 });
      const high = await on.erin.miro.board.createStickyNote({ height: 114 });
      expect([wide.height, high.width]).toEqual([456, 99.5]);
      wide.width = 199;
      await wide.sync();
      expect(wide.height).toBe(228);
    });

    test('width and height of a sticky note together are refused [sticky note]', async () => {
      await expect(on.erin.miro.board.createStickyNote({ width: 100, height: 100 })).rejects.toThrow(
        'not both',
      );
    });

    test('a text has the documented defaults and a height that follows from its content [text]', async () => {
      const short = await on.erin.miro.board.createText({ content: 'Hello' });
      const long = await on.erin.miro.board.createText({ content: 'Hello '.repeat(50) });
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
      const shape = await on.erin.miro.board.createShape();
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
      const frame = await on.erin.miro.board.createFrame();
      expect([frame.width, frame.height, frame.showContent, frame.childrenIds]).toEqual([100, 100, true, []]);
      await expect(on.erin.miro.board.createFrame({ width: 99 })).rejects.toThrow('width');
    });

    test.each([
      [
        'an unknown shape',
        () => on.erin.miro.board.createShape({ shape: 'blob' as 'star' }),
        'Unknown shape',
      ],
      [
        'an unknown style property',
        () => on.erin.miro.board.createShape({ style: { glow: 1 } as object }),
        'Unknown style property: glow',
      ],
      [
        'a colour that is none',
        () => on.erin.miro.board.createStickyNote({ style: { fillColor: 'plaid' as 'red' } }),
        'style.fillColor',
      ],
      [
        'a colour name where hex is asked (we assume)',
        () => on.erin.miro.board.createText({ style: { color: 'red' } }),
        'style.color',
      ],
      [
        'a border width that is no whole number',
        () => on.erin.miro.board.createShape({ style: { borderWidth: 1.5 } }),
        'style.borderWidth',
      ],
      [
        'a border wider than 24',
        () => on.erin.miro.board.createShape({ style: { borderWidth: 25 } }),
        'style.borderWidth',
      ],
      [
        'an opacity above 1',
        () => on.erin.miro.board.createText({ style: { fillOpacity: 1.1 } }),
        'style.fillOpacity',
      ],
      ['a position that is no number', () => on.erin.miro.board.createText({ x: Number.NaN }), 'x must be'],
      [
        'another origin than the centre',
        () => on.erin.miro.board.createText({ origin: 'left' as 'center' }),
        'origin',
      ],
      [
        'content of 6000 characters',
        () => on.erin.miro.board.createStickyNote({ content: 'a'.repeat(6000) }),
        'shorter than 6000',
      ],
    ])('%s is refused [errors]', async (_what, make, message) => {
      await expect(make()).rejects.toThrow(message);
      expect(on.erin.client.contents.get().items.size).toBe(0);
    });

    test('content of 5999 characters is taken [sticky note]', async () => {
      const note = await on.erin.miro.board.createStickyNote({ content: 'a'.repeat(5999) });
      expect(note.content).toHaveLength(5999);
    });

    test('allowed tags stay and others are shown as typed [sticky note]', async () => {
      const note = await on.erin.miro.board.createStickyNote({
        content:
          '<p>a <b>b</b></p><script>x()</script><a href="javascript:x()" onclick="x()">l</a><ul><li>1</li></ul>',
      });
      expect(note.content).toBe(
        '<p>a <b>b</b></p>&lt;script&gt;x()&lt;/script&gt;<a>l</a>&lt;ul&gt;&lt;li&gt;1&lt;/li&gt;&lt;/ul&gt;',
      );
      const text = await on.erin.miro.board.createText({ content: '<ul><li>1</li></ul>' });
      expect(text.content).toBe('<ul><li>1</li></ul>');
    });

    test('changes stay local until sync [items]', async () => {
      const note = await on.erin.miro.board.createStickyNote({ content: 'one' });
      note.content = 'two';
      note.x = 50;
      const before = await on.erin.miro.board.getById(note.id);
      expect(before).toMatchObject({ content: 'one', x: 0 });
      await note.sync();
      const after = await on.erin.miro.board.getById(note.id);
      expect(after).toMatchObject({ content: 'two', x: 50 });
    });

    test('sync sends only what was changed, and brings the rest back [items]', async () => {
      const max = await on.boards.join('Max Example');
      const note = await on.erin.miro.board.createStickyNote({ content: 'one' });
      await on.boards.settled();
      const [his] = await max.miro.board.get({ type: 'sticky_note' });
      if (!his) throw new Error('no note');
      his.content = 'by Max';
      await his.sync();
      note.x = 70;
      await note.sync();
      expect(note).toMatchObject({ content: 'by Max', x: 70, modifiedBy: on.erin.client.me.userId });
    });

    test('writing a read-only property is an error [errors]', async () => {
      const text = await on.erin.miro.board.createText();
      for (const key of ['id', 'type', 'parentId', 'createdAt', 'modifiedBy', 'height'])
        expect(() => Reflect.set(text, key, 'x'), key).toThrow(`${key} is read-only`);
    });

    test('a link is cleared with undefined and then reads as empty [items]', async () => {
      const note = await on.erin.miro.board.createStickyNote({ linkedTo: 'https://example.org/' });
      expect(note.linkedTo).toBe('https://example.org/');
      note.linkedTo = undefined;
      await note.sync();
      expect(note.linkedTo).toBe('');
    });

    test('goToLink follows a link to an item and tells whether it did [items]', async () => {
      const far = await on.erin.miro.board.createStickyNote({ x: 9000, y: 9000 });
      const near = await on.erin.miro.board.createStickyNote({
        linkedTo: `/app/board/x/?moveToWidget=${far.id}`,
      });
      expect(await near.goToLink()).toBe(true);
      expect(on.erin.screen.viewport.get()).toMatchObject({ x: 9000 - 99.5, width: 199 });
      expect(await far.goToLink()).toBe(false);
    });

    test('an item may be removed once [errors]', async () => {
      const note = await on.erin.miro.board.createStickyNote();
      await on.erin.miro.board.remove(note);
      await expect(on.erin.miro.board.remove(note)).rejects.toThrow(note.id);
      await expect(note.sync()).rejects.toThrow(note.id);
    });
  });
}

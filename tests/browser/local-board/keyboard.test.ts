import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { find, frame, has, openBoard, texts, until } from './openBoard.ts';

const note = (x: number, y: number, content = '') => ({ type: 'sticky_note', x, y, width: 100, content });

const open3 = () =>
  openBoard([note(-200, 0, '<p>left</p>'), note(0, 0, '<p>middle</p>'), note(200, 0, '<p>right</p>')]);

describe('the board by keyboard', () => {
  test('Tab reaches an item, arrows go to its neighbours, Enter selects and then edits', async () => {
    const open = await open3();
    find('board-canvas').focus();
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(find('item-1'));
    await userEvent.keyboard('{ArrowRight}');
    await until(() => document.activeElement === find('item-2'));
    await userEvent.keyboard('{Enter}');
    expect(open.board.state.selected.value).toEqual(['2']);
    await userEvent.keyboard('{F2}');
    await frame();
    await userEvent.keyboard('!');
    await userEvent.keyboard('{Escape}');
    await until(() => texts(open.room.all())[1] === '<p>middle!</p>');
    expect(document.activeElement).toBe(find('item-2'));
  });

  test('arrows move the selection by 10 dp, with Shift by 50', async () => {
    const open = await open3();
    find('board-canvas').focus();
    open.board.state.selection.value = ['2'];
    await userEvent.keyboard('{ArrowDown}');
    await until(() => open.room.get('2').y === 10);
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    await until(() => open.room.get('2').x === -50);
    expect([open.room.get('1').x, open.room.get('2').y, open.room.get('3').x]).toEqual([-200, 10, 200]);
  });

  test('Delete removes, Ctrl+Z brings back, Ctrl+Shift+Z removes again', async () => {
    const open = await open3();
    find('board-canvas').focus();
    open.board.state.selection.value = ['1', '3'];
    await userEvent.keyboard('{Delete}');
    await until(() => open.room.all().length === 1);
    await userEvent.keyboard('{Control>}z{/Control}');
    await until(() => open.room.all().length === 3);
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await until(() => open.room.all().length === 1);
    expect(texts(open.room.all())).toEqual(['<p>middle</p>']);
  });

  test('Ctrl+D makes a copy beside it and selects the copy', async () => {
    const open = await open3();
    find('board-canvas').focus();
    open.board.state.selection.value = ['3'];
    await userEvent.keyboard('{Control>}d{/Control}');
    await until(() => open.room.all().length === 4);
    expect(open.room.get('4')).toMatchObject({ x: 320, y: 0, content: '<p>right</p>' });
    await until(() => open.board.state.selected.value[0] === '4');
  });

  test('a copied frame brings its notes along, each in the copy', async () => {
    const open = await openBoard([
      { type: 'frame', title: 'Sheet', width: 300, height: 300 },
      note(0, 0, '<p>inside</p>'),
    ]);
    find('board-canvas').focus();
    open.board.state.selection.value = ['1'];
    await userEvent.keyboard('{Control>}d{/Control}');
    await until(() => open.room.all().length === 4);
    const copies = open.room.all().filter(({ id }) => Number(id) > 2);
    const [frameCopy, noteCopy] = [...copies].sort((a, b) =>
      a.type === 'frame' ? -1 : b.type === 'frame' ? 1 : 0,
    );
    expect(noteCopy).toMatchObject({ parentId: frameCopy?.id, x: 150, y: 150, content: '<p>inside</p>' });
    expect(open.room.get('2').parentId).toBe('1');
  });

  test('copied items are pasted where the pointer is; cut ones go; foreign text becomes a note', async () => {
    const open = await open3();
    const { state } = open.board;
    const send = (type: 'copy' | 'cut' | 'paste', clipboardData: DataTransfer) =>
      document.body.dispatchEvent(
        new ClipboardEvent(type, { clipboardData, bubbles: true, cancelable: true }),
      );
    const clipboard = new DataTransfer();
    state.selection.value = ['1'];
    send('copy', clipboard);
    expect(clipboard.getData('text/plain')).toBe('left');
    state.selection.value = ['3'];
    send('cut', clipboard);
    await until(() => open.room.all().length === 2);
    state.pointer.value = { x: 30, y: 200 };
    send('paste', clipboard);
    await until(() => open.room.all().length === 3);
    expect(open.room.get('4')).toMatchObject({ x: 30, y: 200, content: '<p>right</p>' });
    const foreign = new DataTransfer();
    foreign.setData('text/plain', 'one\n<two>');
    foreign.setData('application/x-board-items+json', '{"items":[{"id":7}],"places":[["7",{}]]}');
    send('paste', foreign);
    await until(() => open.room.all().length === 4);
    expect(texts(open.room.all())[3]).toBe('<p>one</p><p>&lt;two&gt;</p>');
  });

  test('what was copied on another board comes with its tags and its tree, in one step; lines without their ends stay', async () => {
    const clipboard = new DataTransfer();
    const send = (type: 'copy' | 'paste') =>
      document.body.dispatchEvent(
        new ClipboardEvent(type, { clipboardData: clipboard, bubbles: true, cancelable: true }),
      );
    const from = await openBoard([
      { ...note(0, 0, '<p>tagged</p>') },
      { ...note(300, 0, '<p>left behind</p>') },
      { type: 'mindmap_node', x: 0, y: 300, nodeView: { content: 'root' }, children: [{}, {}] },
    ]);
    const maker = await from.room.join('Maya Made-Up');
    const tag = await maker.createTag({ title: 'urgent', color: 'cyan' });
    await maker.update([{ id: '1', tagIds: [tag.id] }]);
    const root = from.room.all().find((item) => item.type === 'mindmap_node' && item.isRoot)?.id ?? '';
    const [line] = await maker.create([{ type: 'connector', start: { item: '1' }, end: { item: '2' } }]);
    await until(() => from.board.state.items.size === 6 && from.board.state.tags.value.size === 1);
    from.board.state.selection.value = ['1', root, line?.id ?? ''];
    send('copy');
    maker.dispose();
    from.dispose();

    const to = await openBoard();
    to.board.state.pointer.value = { x: 0, y: 0 };
    send('paste');
    await until(() => to.room.all().length === 4);
    expect(to.room.all().map(({ type }) => type)).toEqual([
      'sticky_note',
      'mindmap_node',
      'mindmap_node',
      'mindmap_node',
    ]);
    const [copy, ...nodes] = to.room.all();
    const tags = [...to.board.client.contents.get().tags.values()];
    expect(tags.map(({ title, color }) => [title, color])).toEqual([['urgent', 'cyan']]);
    expect(copy).toMatchObject({ tagIds: [tags[0]?.id] });
    expect(nodes.map(({ parentId }) => parentId)).toEqual([null, nodes[0]?.id, nodes[0]?.id]);
    await userEvent.click(find('undo'));
    await until(() => to.room.all().length === 0);
  });

  test('plus, minus and 0 zoom; 1 shows everything; Escape puts the tool away and clears the selection', async () => {
    const open = await open3();
    const { state } = open.board;
    find('board-canvas').focus();
    await userEvent.keyboard('+');
    await until(() => state.camera.value.k === 1.25);
    await userEvent.keyboard('0');
    await until(() => state.camera.value.k === 1);
    await userEvent.keyboard('1');
    await until(() => state.camera.value.k !== 1);
    state.selection.value = ['1'];
    state.tool.value = 'sticky';
    await userEvent.keyboard('{Escape}');
    expect([state.tool.value, state.selection.value]).toEqual(['select', ['1']]);
    await userEvent.keyboard('{Escape}');
    expect(state.selection.value).toEqual([]);
  });

  test('items say what they are to a screen reader', async () => {
    await openBoard([
      note(0, 0, '<p>Mentor <b>two</b> people</p>'),
      { type: 'frame', title: 'Sheet', x: 0, y: 0, width: 600, height: 400 },
    ]);
    const said = ['item-1', 'item-2'].map((id) => [
      find(id).getAttribute('role'),
      find(id).getAttribute('aria-roledescription'),
      find(id).getAttribute('aria-label'),
    ]);
    expect(said).toEqual([
      ['group', 'sticky note', 'Sticky note: Mentor two people'],
      ['group', 'frame', 'Frame: Sheet'],
    ]);
    expect(find('board-canvas').getAttribute('aria-label')).toBe('Board with 2 items');
  });

  test('who may only look has no tools to write with, and typing changes nothing', async () => {
    const open = await openBoard([note(0, 0, '<p>fixed</p>')], { access: 'view' });
    expect(['add-sticky', 'undo'].map(has)).toEqual([false, false]);
    find('board-canvas').focus();
    open.board.state.selection.value = ['1'];
    await userEvent.keyboard('{Delete}{F2}n');
    await frame();
    expect(texts(open.room.all())).toEqual(['<p>fixed</p>']);
    expect(find('notification').textContent).toContain('You can look at this board');
  });
});

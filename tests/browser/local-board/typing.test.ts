import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { click, find, frame, has, openBoard, texts, until } from './openBoard.ts';

function editor(): HTMLElement {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || !element.isContentEditable)
    throw new Error('Nothing is being edited.');
  return element;
}

const note = { type: 'sticky_note', x: 0, y: 0 };

describe('typing in a sticky note', () => {
  test('the tool, a click on the board, and what is typed is on the board', async () => {
    const open = await openBoard();
    await userEvent.click(find('add-sticky'));
    await click(open, { x: 40, y: -60 });
    await userEvent.keyboard('Own the release train{Enter}from March');
    await userEvent.keyboard('{Escape}');
    await until(() => open.room.all().length === 1 && open.room.all()[0]?.type === 'sticky_note');
    await until(() => texts(open.room.all())[0] !== '');
    const [{ id = '' } = {}] = open.room.all();
    expect(open.room.get(id)).toMatchObject({ type: 'sticky_note', x: 40, y: -60 });
    expect(texts(open.room.all())).toEqual(['<p>Own the release train</p><p>from March</p>']);
    expect(open.board.state.editing.value).toBe(null);
  });

  test('N puts a note in the middle and starts typing in it at once', async () => {
    const open = await openBoard();
    find('board-canvas').focus();
    await userEvent.keyboard('n');
    await frame();
    await userEvent.keyboard('naming things');
    find('board-canvas').focus();
    await until(() => texts(open.room.all())[0] === '<p>naming things</p>');
    expect(texts(open.room.all())).toEqual(['<p>naming things</p>']);
  });

  test('a double-click edits, going elsewhere keeps what was typed, and undo takes it back', async () => {
    const open = await openBoard([{ ...note, content: '<p>Before</p>' }]);
    await userEvent.dblClick(find('item-1'));
    await userEvent.keyboard(' and after');
    await click(open, { x: 300, y: 200 });
    find('board-canvas').focus();
    await until(() => texts(open.room.all())[0] === '<p>Before and after</p>');
    expect(find('item-1').textContent).toBe('Before and after');
    await userEvent.click(find('undo'));
    await until(() => find('item-1').textContent === 'Before');
    expect(texts(open.room.all())).toEqual(['<p>Before</p>']);
  });

  test('formatting that was there stays, and looking without typing sends nothing', async () => {
    const content = '<p>Run the <strong>weekly</strong> review</p>';
    const open = await openBoard([{ ...note, content }]);
    const before = open.room.get('1');
    await userEvent.dblClick(find('item-1'));
    await userEvent.keyboard('{Escape}');
    await frame();
    expect(open.room.get('1')).toEqual(before);
    await userEvent.dblClick(find('item-1'));
    await userEvent.keyboard('!');
    await userEvent.keyboard('{Escape}');
    await until(() => open.room.get('1') !== before);
    expect(texts(open.room.all())).toEqual(['<p>Run the <strong>weekly</strong> review!</p>']);
  });

  test('what the board refuses stays in the editor, with a message, until it is accepted', async () => {
    const open = await openBoard([{ ...note, content: '<p>Kept</p>' }]);
    await userEvent.dblClick(find('item-1'));
    editor().textContent = 'x'.repeat(7000);
    await userEvent.keyboard('{Escape}');
    await until(() => has('notification'));
    expect(find('notification').textContent).toContain('must be shorter than 6000 characters');
    await until(() => open.board.state.editing.value === '1');
    expect(editor().textContent?.length).toBe(7000);
    expect(texts(open.room.all())).toEqual(['<p>Kept</p>']);
    editor().textContent = 'Short';
    await userEvent.keyboard('{Escape}');
    await until(() => texts(open.room.all())[0] === '<p>Short</p>');
    expect(open.board.state.pending.size).toBe(0);
  });

  test('a note deleted by somebody else under the typing leaves its text in a new note', async () => {
    const open = await openBoard([{ ...note, x: 30, content: '<p>Shared</p>' }]);
    const other = await open.room.join('Maya Made-Up');
    await userEvent.dblClick(find('item-1'));
    await userEvent.keyboard(' and mine');
    await other.remove(['1']);
    await until(() => open.room.all().length === 1);
    expect(texts(open.room.all())).toEqual(['<p>Shared and mine</p>']);
    expect([open.room.get('2').x, open.room.get('2').y]).toEqual([30, 0]);
    expect(find('notification').textContent).toContain('Your text is in a new note');
    other.dispose();
  });

  test('a note that nothing was typed in is gone when somebody else deletes it', async () => {
    const open = await openBoard([{ ...note, content: '<p>Shared</p>' }]);
    const other = await open.room.join('Maya Made-Up');
    await userEvent.dblClick(find('item-1'));
    await other.remove(['1']);
    await until(() => !has('item-1'));
    await frame();
    expect(open.room.all()).toEqual([]);
    expect(open.board.state.editing.value).toBe(null);
    other.dispose();
  });

  test('text sent to a note that was deleted while the connection was lost goes to a new note', async () => {
    const open = await openBoard([{ ...note, content: '<p>Shared</p>' }]);
    const other = await open.room.join('Maya Made-Up');
    await userEvent.dblClick(find('item-1'));
    await userEvent.keyboard(' and mine');
    open.board.client.setOnline('no');
    await other.remove(['1']);
    find('board-canvas').focus();
    open.board.client.setOnline('yes');
    await until(() => open.room.all().length === 1);
    expect(texts(open.room.all())).toEqual(['<p>Shared and mine</p>']);
    other.dispose();
  });

  test('a note that gets its id from the server while somebody types keeps the caret', async () => {
    const open = await openBoard();
    find('board-canvas').focus();
    await userEvent.keyboard('n');
    await frame();
    const editor = document.activeElement;
    await until(() => has('item-1'));
    await userEvent.keyboard('still here');
    expect(document.activeElement).toBe(editor);
    expect(find('item-1').contains(editor)).toBe(true);
    await userEvent.keyboard('{Escape}');
    await until(() => texts(open.room.all())[0] === '<p>still here</p>');
  });

  test('a frame is renamed by double-clicking its title', async () => {
    const open = await openBoard([{ type: 'frame', title: 'Old', width: 400, height: 300 }]);
    await userEvent.dblClick(find('frame-title-1'));
    await userEvent.keyboard('New{Enter}');
    await until(() => texts(open.room.all())[0] === 'New');
    expect(find('frame-title-1').textContent).toBe('New');
  });
});

import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { at, click, find, frame, has, type OpenBoard, openBoard, until } from './openBoard.ts';

const shape = (x: number, y: number, more: object = {}) => ({
  type: 'shape',
  x,
  y,
  width: 100,
  height: 100,
  content: `at ${x}`,
  ...more,
});
const note = (x: number, more: object = {}) => ({ type: 'sticky_note', x, y: 0, content: `${x}`, ...more });
const doubleClick = (open: OpenBoard, x: number, y: number) => {
  const { clientX, clientY } = at(open, x, y);
  document
    .elementFromPoint(clientX, clientY)
    ?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, clientX, clientY }));
  return frame();
};
const everything = async () => {
  find('board-canvas').focus();
  await userEvent.keyboard('{Control>}a{/Control}');
  await frame();
};

describe('tags by hand', () => {
  const tagsOf = (open: OpenBoard, id: string) => (open.room.get(id) as { tagIds?: string[] }).tagIds;

  test('are made, put on all that is selected, and taken off', async () => {
    const open = await openBoard([note(-220), note(220)]);
    await everything();
    await userEvent.click(page.getByRole('button', { name: 'Tags' }));
    await userEvent.click(page.getByRole('textbox', { name: 'New tag' }));
    await userEvent.keyboard('urgent{Enter}');
    await until(() => tagsOf(open, '1')?.length === 1 && tagsOf(open, '2')?.length === 1);
    expect(tagsOf(open, '1')).toEqual(tagsOf(open, '2'));
    expect(find('item-1').textContent).toContain('urgent');
    await userEvent.click(page.getByRole('checkbox', { name: 'urgent' }));
    await until(() => tagsOf(open, '1')?.length === 0 && tagsOf(open, '2')?.length === 0);
  });

  test('are typed at once where the menu opens; undo works from a ticked box, and no other key leaves it', async () => {
    const open = await openBoard([note(0)]);
    await everything();
    await userEvent.click(page.getByRole('button', { name: 'Tags' }));
    await userEvent.keyboard('n{Enter}');
    await until(() => tagsOf(open, '1')?.length === 1);
    expect(open.room.all().length).toBe(1);
    await userEvent.click(page.getByRole('checkbox', { name: 'n' }));
    await until(() => tagsOf(open, '1')?.length === 0);
    await userEvent.keyboard('{Delete}n{Control>}z{/Control}');
    await until(() => tagsOf(open, '1')?.length === 1);
    expect(open.room.all().length).toBe(1);
  });

  test('of the same title are the same tag', async () => {
    const open = await openBoard([note(-220), note(220)]);
    for (const x of [-220, 220]) {
      await click(open, { x, y: 0 });
      await userEvent.click(page.getByRole('button', { name: 'Tags' }));
      await userEvent.click(page.getByRole('textbox', { name: 'New tag' }));
      await userEvent.keyboard('urgent{Enter}');
      const id = x < 0 ? '1' : '2';
      await until(() => tagsOf(open, id)?.length === 1);
    }
    expect(tagsOf(open, '1')).toEqual(tagsOf(open, '2'));
  });

  test('are coloured and removed from the board', async () => {
    const open = await openBoard([note(0)]);
    const tag = await open.board.client.createTag({ title: 'later', color: 'red' });
    await open.board.client.update([{ id: '1', tagIds: [tag.id] }]);
    await click(open, { x: 0, y: 0 });
    await userEvent.click(page.getByRole('button', { name: 'Tags' }));
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Colour of later' }), 'cyan');
    await until(() => open.board.client.contents.get().tags.get(tag.id)?.color === 'cyan');
    await userEvent.click(page.getByRole('button', { name: 'Remove the tag later from the board' }));
    await until(() => tagsOf(open, '1')?.length === 0);
  });

  test('number no more than eight on an item', async () => {
    const open = await openBoard([note(0)]);
    const { client } = open.board;
    const tags = await Promise.all('abcdefghi'.split('').map((title) => client.createTag({ title })));
    await client.update([{ id: '1', tagIds: tags.slice(0, 8).map(({ id }) => id) }]);
    await click(open, { x: 0, y: 0 });
    await userEvent.click(page.getByRole('button', { name: 'Tags' }));
    const ninth = page.getByRole('checkbox', { name: 'i', exact: true }).element() as HTMLInputElement;
    expect(ninth.disabled).toBe(true);
    await userEvent.click(page.getByRole('textbox', { name: 'New tag' }));
    await userEvent.keyboard('j{Enter}');
    await until(() => has('notification'));
    expect(find('notification').textContent).toContain('at most 8 tags');
  });
});

describe('looks by hand', () => {
  test('a shape takes a fill, a border and a size of text', async () => {
    const open = await openBoard([shape(0, 0)]);
    await click(open, { x: 0, y: 0 });
    await userEvent.click(page.getByRole('button', { name: 'Fill colour' }));
    await userEvent.click(page.getByRole('button', { name: 'yellow', exact: true }));
    await userEvent.click(page.getByRole('button', { name: 'Border' }));
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Width' }), '8');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Line' }), 'Dashed');
    await userEvent.click(page.getByRole('button', { name: 'Text style' }));
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Size' }), '36');
    const style = { fillColor: '#fac710', borderWidth: 8, borderStyle: 'dashed', fontSize: 36 };
    await until(() => (open.room.get('1') as { style?: { fontSize?: number } }).style?.fontSize === 36);
    expect(open.room.get('1')).toMatchObject({ style });
  });

  test('a connector takes another shape and other ends', async () => {
    const open = await openBoard([
      shape(-200, 0),
      shape(200, 0),
      { type: 'connector', shape: 'straight', start: { item: '1' }, end: { item: '2' } },
    ]);
    await click(open, { x: 0, y: 0 });
    await userEvent.click(page.getByRole('button', { name: 'Line style' }));
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Shape' }), 'Elbowed');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'End' }), 'Diamond');
    const line = () => open.room.all().find(({ type }) => type === 'connector');
    await until(() => JSON.stringify(line()).includes('diamond'));
    expect(line()).toMatchObject({ shape: 'elbowed', style: { endStrokeCap: 'diamond' } });
  });
});

describe('groups by hand', () => {
  const groupOf = (open: OpenBoard, id: string) => open.room.get(id).groupId;

  test('a click selects all of it, a double click one of it, and keys make and undo it', async () => {
    const open = await openBoard([shape(-200, 0), shape(200, 0), shape(0, 200)]);
    await click(open, { x: -200, y: 0 });
    await click(open, { x: 200, y: 0 }, { shiftKey: true });
    await userEvent.keyboard('{Control>}g{/Control}');
    await until(() => groupOf(open, '1') !== undefined);
    expect(groupOf(open, '2')).toBe(groupOf(open, '1'));
    await click(open, { x: 0, y: 200 });
    expect(open.board.state.selected.value).toEqual(['3']);
    await click(open, { x: 200, y: 0 });
    expect([...open.board.state.selected.value].sort()).toEqual(['1', '2']);
    await doubleClick(open, 200, 0);
    expect([open.board.state.selected.value, open.board.state.editing.value]).toEqual([['2'], null]);
    await doubleClick(open, 200, 0);
    expect(open.board.state.editing.value).toBe('2');
    await userEvent.keyboard('{Escape}{Escape}');
    await click(open, { x: -200, y: 0 });
    await userEvent.click(page.getByRole('button', { name: 'Ungroup (Ctrl+Shift+G)' }));
    await until(() => groupOf(open, '1') === undefined && groupOf(open, '2') === undefined);
  });

  test('a copy of a group is a group, and keeps the line within', async () => {
    const open = await openBoard([
      shape(-100, 0),
      shape(100, 0),
      { type: 'connector', start: { item: '1' }, end: { item: '2' } },
    ]);
    const group = await open.board.client.group(['1', '2']);
    await click(open, { x: -100, y: 0 });
    await userEvent.keyboard('{Control>}d{/Control}');
    const copies = () => open.room.all().filter(({ id }) => !['1', '2', '3'].includes(id));
    await until(() => copies().filter(({ groupId }) => groupId !== undefined).length === 2);
    const [one, two] = copies().filter(({ type }) => type === 'shape');
    const line = copies().find(({ type }) => type === 'connector');
    expect(one?.groupId).toBe(two?.groupId);
    expect(one?.groupId).not.toBe(group);
    expect(line).toMatchObject({ start: { item: one?.id }, end: { item: two?.id } });
  });
});

/** Templates that a team brings to a board, as the start form goes about it. */
import { describe, expect, test } from 'vitest';
import { templateOf } from '../../src/app/models/templates/templates.ts';
import { BoardRefusal } from '../../src/board/port.ts';
import { fileId } from '../../src/workshop/ownTemplate.ts';
import { gathering } from '../support/people.ts';

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const edited = (text: string, mark: string): string =>
  text
    .replace('Staff role in our team', `Our own ladder ${mark}`)
    .replace('id: staff-role', 'id: our-ladder');

async function withFile(refuse?: () => Error | null) {
  const there = gathering(
    refuse ? { refuse: ({ method }) => (method === 'writeTemplateRecord' ? refuse() : null) } : {},
  );
  const erin = await there.come('Erin Example');
  const shelf = await erin.workshop.templates();
  await shelf.look();
  await shelf.save('staff-role');
  const [file] = erin.files;
  if (!file) throw new Error('Nothing was saved');
  return { ...there, erin, shelf, file, text: decoded(file.bytes) };
}

describe('a team’s own template', () => {
  test('is saved, edited, brought to the board, and a sheet is made from it that others can read', async () => {
    const { erin, shelf, file, text, come, board } = await withFile();
    expect(file.name).toBe('staff-role.rolewright.yaml');
    expect(shelf.choices.value.map(({ template, own }) => [template.id, own])).toEqual([
      ['staff-role', false],
      ['first-staff-role', false],
      ['two-way', false],
    ]);
    const brought = await shelf.bring(edited(text, 'one'));
    if (brought.kind !== 'brought') throw new Error(brought.words.join());
    expect(brought).toMatchObject({ title: 'Our own ladder one', known: false });
    expect(shelf.choices.value.at(-1)).toMatchObject({ own: true, template: { id: brought.name } });
    await erin.workshop.drop.place({
      ...erin.workshop.drop.defaults(),
      template: brought.name,
      title: 'Staff',
    });
    expect(erin.workshop.sheet.value?.view.value?.template.title).toBe('Our own ladder one');
    expect(JSON.stringify([...board.templates.values()]).length).toBeLessThan(5_000);

    const max = await come('Max Manager');
    expect(max.workshop.sheet.value?.view.value?.template.title).toBe('Our own ladder one');
    const stages = await (await max.workshop.templates()).stages(brought.name);
    expect(stages.map(({ id }) => id).slice(0, 2)).toEqual(['open', 'context']);
  });

  test('is another one after an edit; the first stays as long as a sheet is made from it', async () => {
    const { erin, shelf, text, board } = await withFile();
    const names: string[] = [];
    for (const mark of ['one', 'two', 'three']) {
      const brought = await shelf.bring(edited(text, mark));
      if (brought.kind !== 'brought') throw new Error(brought.words.join());
      names.push(brought.name);
      if (mark === 'one')
        await erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), template: brought.name });
    }
    expect(new Set(names.map(fileId))).toEqual(new Set(['our-ladder']));
    expect([...board.templates.keys()].sort()).toEqual([names[0], names[2]].sort());
    const own = shelf.choices.value.filter((one) => one.own);
    expect(own.map(({ template }) => template.title)).toEqual(['Our own ladder three']);
    expect(templateOf(names[0] ?? '')?.title).toBe('Our own ladder one');
    expect(await shelf.bring(edited(text, 'three'))).toMatchObject({ kind: 'brought', known: true });
  });

  test('that is wrong is refused with the line, and nothing is written', async () => {
    const { shelf, text, board } = await withFile();
    const refused = await shelf.bring(text.replace('light_blue', 'mauve'));
    const line = text.slice(0, text.indexOf('light_blue')).split('\n').length;
    expect(refused.kind === 'refused' && refused.words[0]).toContain(
      `Line ${line}: pillars.0.colour should be`,
    );
    expect(board.templates.size).toBe(0);
  });

  test('that the board has no room for is refused in words', async () => {
    const { shelf, text } = await withFile(() => new BoardRefusal('refused', 'App data is full'));
    const refused = await shelf.bring(edited(text, 'one'));
    expect(refused.kind === 'refused' && refused.words.join()).toContain('30 KB');
  });

  test('that was damaged on the board is left out, and its sheets are said to be unreadable', async () => {
    const { shelf, erin, text, board, come } = await withFile();
    const brought = await shelf.bring(edited(text, 'damaged'));
    if (brought.kind !== 'brought') throw new Error(brought.words.join());
    const [name, json] = [...board.templates][0] ?? [];
    await board.writeTemplateRecord(`${name?.slice(0, -1)}z`, json ?? null);
    await board.writeTemplateRecord('our-ladder.aaaaaaaaaaa', { v: 1, at: '', packed: '!' });
    await shelf.look();
    expect(shelf.choices.value.filter(({ own }) => own)).toHaveLength(1);
    await erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), template: brought.name });
    const record = [...board.records].map(
      ([id, one]) => [id, { ...(one as object), template: 'our-ladder.gone' }] as const,
    );
    for (const [id, one] of record) await board.writeSheetRecord(id, one);
    const max = await come('Max Manager');
    expect(max.workshop.notice.value?.message).toContain("can't be read by this version");
  });
});

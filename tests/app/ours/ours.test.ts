/** What the check asks in a sheet, of whom, and what becomes of a question that is set aside; two people on one board. */
import { describe, expect, test } from 'vitest';
import type { Ours } from '../../../src/app/models/ours/ours.ts';
import { oursPart } from '../../../src/app/models/ours/oursPart.ts';
import type { SheetModel } from '../../../src/app/models/sheet/sheetModel.ts';
import { type ItemId, itemId, laneId } from '../../../src/workshop/ids.ts';
import { examples } from '../../../src/workshop/shelf/examples.ts';
import { type Gathering, gathering, type SomebodyThere, sheetOf } from '../../support/people.ts';

const direction = laneId('big-picture', 'technical-direction');
const vague = 'Set the technical direction and drive alignment with stakeholders';
const ours =
  'Decide by June which of our three feature stores stays, so that the limits team stops copying data';

async function oursOf(there: Gathering, person: SomebodyThere): Promise<Ours> {
  const part = sheetOf(person).part(oursPart);
  const loaded = new Promise<Ours>((resolve) => {
    part.subscribe((one) => one && resolve(one));
  });
  const opened = await there.clock.until(loaded);
  await there.clock.advance(100);
  return opened;
}

async function twoPeople(...texts: readonly string[]) {
  const there = gathering({ writer: 'user-erin-example' });
  const erin = await there.come('Erin Example');
  await there.clock.until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff' }));
  for (const text of texts) await there.clock.until(sheetOf(erin).addNote(direction, text));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  const [hers, his] = [await oursOf(there, erin), await oursOf(there, max)];
  const ids = [...(sheetOf(erin).view.value?.notes.keys() ?? [])];
  return { there, erin, max, hers, his, ids, first: ids[0] ?? itemId('none') };
}

const texts = (those: Iterable<ItemId>, sheet: SheetModel) =>
  [...those].map((id) => sheet.view.value?.notes.get(id)?.text);

describe('make it ours', () => {
  test('asks about the note that would fit any team, on its writer’s row alone', async () => {
    const { erin, hers, his, first } = await twoPeople(vague, ours);
    expect(texts(hers.marks.value.keys(), sheetOf(erin))).toEqual([vague]);
    expect(hers.marks.value.get(first)).toEqual({ kind: 'asks', words: 'what is missing today?' });
    expect(his.marks.value.size).toBe(0);
    expect([...his.vague.value]).toEqual([...hers.vague.value]);
    expect(his.allMarks.value.size).toBe(1);
  });

  test('asks no more of who set it aside, of others still, and says who did', async () => {
    const { there, hers, his, first } = await twoPeople(vague);
    hers.setAside(first);
    await there.clock.advance(0);
    expect([hers.vague.value.size, hers.marks.value.size]).toEqual([0, 0]);
    expect(his.vague.value.size).toBe(1);
    expect(his.asked.value.get(first)).toMatchObject({ setAside: false, setAsideBy: ['Erin Example'] });
    hers.askAgain(first);
    await there.clock.advance(0);
    expect(hers.vague.value.size).toBe(1);
  });

  test('can have a question back at once with undo', async () => {
    const { there, erin, hers, first } = await twoPeople(vague);
    hers.setAside(first);
    erin.workshop.notice.value?.action?.run();
    await there.clock.advance(0);
    expect(hers.vague.value.size).toBe(1);
  });

  test('asks again about a note that says something else, and not about a comma more', async () => {
    const { there, erin, hers, first } = await twoPeople(vague);
    hers.setAside(first);
    await there.clock.until(sheetOf(erin).editNote(first, `${vague}.`));
    await there.clock.advance(100);
    expect(hers.vague.value.size).toBe(0);
    await there.clock.until(sheetOf(erin).editNote(first, `${vague} everywhere`));
    await there.clock.advance(100);
    expect(hers.vague.value.size).toBe(1);
  });

  test('takes the names that anybody on the sheet has added as a place', async () => {
    const { there, hers, his, first } = await twoPeople('Help the identity crew decide what ships next');
    expect(hers.vague.value.has(first)).toBe(false);
    const asks = 'Drive improvements in core identity';
    expect(hers.checkNow(asks).questions).toContain('change');
    expect(his.addNames('- Core Identity\n- Ledger')).toBe(2);
    expect(his.addNames('core identity')).toBe(0);
    await there.clock.advance(100);
    expect(hers.names.value.values.map(({ name }) => name)).toEqual(['Core Identity', 'Ledger']);
    expect(hers.checkNow(asks).specifics.map(({ kind }) => kind)).toContain('glossary');
  });

  test('suggests a name that stands in two notes, and no more once it is on the list', async () => {
    const { there, hers } = await twoPeople('Shape the vision of Kestrel', 'Own the roadmap of Kestrel');
    expect(hers.suggested.value).toEqual([{ name: 'Kestrel', notes: 2 }]);
    hers.addNames('Kestrel');
    await there.clock.advance(100);
    expect(hers.suggested.value).toEqual([]);
  });

  test('gives a name back that was taken off the list', async () => {
    const { there, erin, hers } = await twoPeople(vague);
    hers.addNames('Kestrel');
    await there.clock.advance(0);
    const [name] = hers.names.value.values;
    if (name) hers.removeName(name);
    await there.clock.advance(0);
    expect(hers.names.value.values).toEqual([]);
    erin.workshop.notice.value?.action?.run();
    await there.clock.advance(0);
    expect(hers.names.value.values.map((one) => one.name)).toEqual(['Kestrel']);
  });

  test('shows an example of the shelf as generic to everybody, whoever put it there and whatever was set aside', async () => {
    const example = examples[0]?.text ?? '';
    const { there, hers, his, first } = await twoPeople(example);
    const generic = { kind: 'generic', words: 'generic: an example, make it yours' };
    expect([hers.marks.value.get(first), his.marks.value.get(first)]).toEqual([generic, generic]);
    his.setAside(first);
    await there.clock.advance(0);
    expect(his.marks.value.get(first)).toEqual(generic);
  });

  test('has a next thing for who wrote vague notes, and none for others', async () => {
    const { hers, his } = await twoPeople(vague, ours);
    expect(hers.next.value?.words).toContain('One of your notes');
    expect(his.next.value).toBeNull();
  });
});

/** Where the role stands, with two people on one board and no screen. */
import { describe, expect, test } from 'vitest';
import * as edits from '../../../src/app/models/place/ladderEdits.ts';
import type { Place } from '../../../src/app/models/place/place.ts';
import { placePart } from '../../../src/app/models/place/placePart.ts';
import { differenceWords, modeWords, summaryWords } from '../../../src/app/models/place/placeWords.ts';
import { type ItemId, laneId, userId } from '../../../src/workshop/ids.ts';
import { levelOf } from '../../../src/workshop/ladder/ladder.ts';
import { parseLadder } from '../../../src/workshop/ladder/paste.ts';
import { type Gathering, gathering, type SomebodyThere } from '../../support/people.ts';

const glue = laneId('execution', 'being-glue');
const [erinId, maxId] = [userId('user-erin-example'), userId('user-max-example')];

const sheetOf = ({ workshop }: SomebodyThere) => {
  const sheet = workshop.sheet.value;
  if (!sheet) throw new Error('No sheet is open');
  return sheet;
};
const placeOf = (person: SomebodyThere): Place => {
  const place = sheetOf(person).part(placePart).value;
  if (!place) throw new Error('The place has not been loaded');
  return place;
};

async function settle(there: Gathering): Promise<void> {
  for (let turns = 0; turns < 5; turns += 1) {
    await there.clock.advance(0);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Erin's sheet with a note; Max is the confirmed manager. */
async function pair() {
  const there = gathering();
  const erin = await there.come('Erin Example');
  const form = { ...erin.workshop.drop.defaults(), title: 'Staff Engineer' };
  await there.clock.until(erin.workshop.drop.place(form));
  await settle(there);
  await there.clock.until(sheetOf(erin).loaded(placePart));
  await there.clock.until(sheetOf(erin).addNote(glue, 'Run the weekly sync of the two teams'));
  const max = await there.come('Max Example');
  await settle(there);
  sheetOf(max).claim('manager');
  await settle(there);
  sheetOf(erin).confirm(maxId, 'manager');
  for (const person of [erin, max]) sheetOf(person).part(placePart);
  await settle(there);
  const [note] = [...(sheetOf(erin).view.value?.notes.keys() ?? [])];
  return { there, erin, max, note: note as ItemId };
}

const wordsFor = (person: SomebodyThere, me: typeof erinId) => {
  const standing = placeOf(person).standing.value;
  return {
    summary: summaryWords(standing, me),
    mode: modeWords(standing, me),
    differences: standing.differences.map((one) => differenceWords(one, standing, me)),
  };
};

describe('the engineer’s marks', () => {
  test('set for both what lanes ask, and taking one back asks as before', async () => {
    const { there, erin, max } = await pair();
    expect([placeOf(erin).next.value?.action, placeOf(max).next.value]).toEqual(['Mark the two', null]);
    placeOf(erin).mark('now', 'senior');
    placeOf(erin).mark('role', 'staff');
    await settle(there);
    for (const person of [erin, max])
      expect(sheetOf(person).prompts.value.get(glue)).toContain('What would you do about it');
    expect([placeOf(erin).next.value, placeOf(max).next.value?.action]).toEqual([null, 'Look at it']);
    placeOf(erin).mark('now', 'staff');
    await settle(there);
    expect(placeOf(max).standing.value.mode).toBe('job');
    expect(sheetOf(max).prompts.value.size).toBe(0);
    placeOf(erin).mark('now', null);
    await settle(there);
    expect(placeOf(max).standing.value).toMatchObject({ mode: null, distance: null });
  });

  test('are told as lost when the ladder loses the level, and asked for again', async () => {
    const { there, erin } = await pair();
    placeOf(erin).mark('now', 'senior');
    placeOf(erin).mark('role', 'staff');
    const staff = levelOf(placeOf(erin).ladder.value.ladder, 'staff');
    if (staff) edits.remove(placeOf(erin), staff);
    await settle(there);
    expect(placeOf(erin).next.value?.action).toBe('Mark it again');
    expect(placeOf(erin).mark('role', 'staff')).toBe(false);
    placeOf(erin).undo();
    await settle(there);
    expect(placeOf(erin).standing.value.mode).toBe('stretch');
  });
});

test('where the manager sees it otherwise, both are told so in their own words, and nothing else changes', async () => {
  const { there, erin, max } = await pair();
  placeOf(erin).mark('now', 'senior');
  placeOf(erin).mark('role', 'senior-staff');
  placeOf(max).mark('role', 'staff');
  placeOf(max).mark('now', 'mid-level');
  await settle(there);
  expect(wordsFor(erin, erinId)).toEqual({
    summary:
      'Senior → Senior Staff, two levels up: my stretch. Max Example sees this role at Staff, you at Senior Staff. And more.',
    mode: 'You describe a stretch: the questions ask what you would do.',
    differences: [
      'Max Example sees this role at Staff, you at Senior Staff.',
      'Max Example sees you at Mid-level now, you see yourself at Senior.',
    ],
  });
  expect(wordsFor(max, maxId)).toMatchObject({
    mode: 'Erin Example describes a stretch: the questions ask what they would do.',
    differences: [
      'You see this role at Staff, Erin Example at Senior Staff.',
      'You see Erin Example at Mid-level now; Erin Example says Senior.',
    ],
  });
  expect(placeOf(max).next.value).toBeNull();
});

test.each([
  ['manager', 'staff', 'A change of path. You describe a stretch'],
  ['staff', 'senior', 'The role is below where you are now. You describe a job that you know'],
  [
    'intern',
    'staff',
    'You describe a stretch, and a long one. It may help to mark a level on the way first.',
  ],
  ['staff', 'staff', 'You describe a job that is there'],
])('from %s to %s is said sensibly', async (now, role, words) => {
  const { there, erin } = await pair();
  placeOf(erin).mark('now', now);
  placeOf(erin).mark('role', role);
  await settle(there);
  expect(wordsFor(erin, erinId).mode).toContain(words);
});

describe('the ladder', () => {
  test('is edited by both at once, and each takes back only what they changed', async () => {
    const { there, erin, max } = await pair();
    const level = (person: SomebodyThere, id: string) => {
      const found = levelOf(placeOf(person).ladder.value.ladder, id);
      if (!found) throw new Error(`No ${id}`);
      return found;
    };
    edits.rename(placeOf(erin), level(erin, 'staff'), 'Staff (L');
    edits.rename(placeOf(erin), level(erin, 'staff'), 'Staff (L6)');
    edits.describe(placeOf(max), level(max, 'senior'), 'Ours');
    await settle(there);
    expect([level(max, 'staff').title, level(erin, 'senior').scope]).toEqual(['Staff (L6)', 'Ours']);
    expect(placeOf(erin).undoable.value).toBe('A level is called “Staff (L6)” now.');
    placeOf(erin).undo();
    await settle(there);
    expect([level(max, 'staff').title, level(max, 'senior').scope]).toEqual(['Staff', 'Ours']);
    expect(placeOf(erin).undoable.value).toBeNull();
  });

  test('moves, adds and puts levels elsewhere', async () => {
    const { there, erin } = await pair();
    const place = placeOf(erin);
    const titles = (path: string) =>
      place.ladder.value.ladder.levels.filter((one) => one.path === path).map(({ title }) => title);
    const level = (title: string) => {
      const found = place.ladder.value.ladder.levels.find((one) => one.title === title);
      if (!found) throw new Error(`No ${title}`);
      return found;
    };
    edits.addLevel(place, 'common');
    await settle(there);
    edits.move(place, level('New level'), -1);
    await settle(there);
    edits.move(place, level('Intern'), -1);
    edits.putOn(place, level('Mid-level'), 'management');
    await settle(there);
    expect(titles('common')).toEqual(['Intern', 'Junior', 'New level', 'Senior']);
    expect(titles('management').at(-1)).toBe('Mid-level');
    for (let steps = 0; steps < 3; steps += 1) place.undo();
    await settle(there);
    expect(titles('common')).toEqual(['Intern', 'Junior', 'Mid-level', 'Senior']);
  });

  test('of a team’s own takes its place, marks stay where levels are called as before, and it can be copied', async () => {
    const { there, erin, max } = await pair();
    placeOf(erin).mark('now', 'senior');
    const parsed = parseLadder('Senior: ours\n# Technical\nL6: more', {
      current: placeOf(erin).ladder.value.ladder,
    });
    if (!parsed.ok) throw new Error('Not read');
    placeOf(erin).replace('Replaced.', parsed.value.ladder);
    await settle(there);
    expect(placeOf(max).ladder.value.ladder.levels.map(({ title }) => title)).toEqual(['Senior', 'L6']);
    expect(placeOf(max).standing.value.engineer?.now?.level?.scope).toBe('ours');
    await placeOf(max).copyLadder();
    expect(max.copied.at(-1)).toBe('Level,Path,Scope\nSenior,common,ours\nL6,technical,more\n');
    placeOf(erin).undo();
    await settle(there);
    expect(placeOf(max).ladder.value.ladder.levels).toHaveLength(14);
  });

  test('keeps what others wrote out of the sentences around it', async () => {
    const { there, erin } = await pair();
    const title = async (value: string) => {
      placeOf(erin).change('x', [{ on: { of: 'level', id: 'staff', field: 'title' }, value }]);
      await settle(there);
      return levelOf(placeOf(erin).ladder.value.ladder, 'staff')?.title;
    };
    expect([await title('\u202egnihton\n'), await title(' ')]).toEqual(['gnihton', 'A level without a name']);
  });
});

test('a cited line is seen by the other, goes into the document with the place, and stays readable when it is reworded', async () => {
  const { there, erin, max, note } = await pair();
  placeOf(erin).mark('now', 'senior');
  placeOf(erin).mark('role', 'staff');
  expect(placeOf(erin).cite(note, { level: 'staff', dimension: 'none' })).toBe(false);
  expect(placeOf(erin).cite(note, { level: 'staff', dimension: null })).toBe(true);
  await settle(there);
  const cited = placeOf(max).cited(note).sheets?.citation;
  expect(cited?.words).toMatchObject({ level: 'Staff', text: expect.stringContaining('Brings clarity') });
  const staff = levelOf(placeOf(max).ladder.value.ladder, 'staff');
  if (staff) edits.describe(placeOf(max), staff, 'Something else');
  await settle(there);
  expect(placeOf(erin).cited(note).sheets?.citation.words).toEqual(cited?.words);

  const { exportsPart } = await import('../../../src/app/models/sheet/placeParts.ts');
  const written = sheetOf(max)
    .loaded(exportsPart)
    .then((exports) => exports.copyMarkdown());
  // What writes it is loaded now, which takes real time.
  while (max.copied.length === 0) await settle(there);
  await written;
  const text = max.copied.at(-1) ?? '';
  expect(text).toContain('Level now: **Senior**');
  expect(text).toContain('What would you hand over to them');
  expect(text).toContain('**From the ladder, Staff:** Brings clarity');
  expect(text).toMatch(/\| Staff: Brings clarity[^|]*\| Run the weekly sync of the two teams +\|/);
  placeOf(erin).dropCitation(note);
  await settle(there);
  expect(placeOf(max).cited(note)).toEqual({ sheets: null, others: [] });
});

test('nobody but their owner writes on a desk: marking touches one’s own document only', async () => {
  const { there, erin, max } = await pair();
  const before = JSON.stringify(sheetOf(erin).desk().toJSON());
  placeOf(max).mark('role', 'staff');
  await settle(there);
  expect(JSON.stringify(sheetOf(erin).desk().toJSON())).toBe(before);
  expect(sheetOf(max).desk().getMap('marks').has('role')).toBe(true);
});

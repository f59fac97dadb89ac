/** What is new to whom, and what each filter shows, with two people on one board. */

import { describe, expect, test } from 'vitest';
import { lookedName } from '../../src/annotations/privateNames.ts';
import { attentionPart } from '../../src/app/models/sheet/sheetParts.ts';
import type { Attention } from '../../src/app/models/talk/attention.ts';
import type { NoteFilter } from '../../src/app/models/talk/noteFilters.ts';
import { type ItemId, laneId } from '../../src/workshop/ids.ts';
import { type Gathering, gathering, type SomebodyThere, sheetOf } from '../support/people.ts';

const direction = laneId('big-picture', 'technical-direction');

async function attentionOf(there: Gathering, person: SomebodyThere): Promise<Attention> {
  return there.clock.until(sheetOf(person).loaded(attentionPart));
}

/** Erin has written two notes, Max is her manager; both have looked at everything. */
async function twoNotes() {
  const there = gathering({ writer: 'user-erin-example' });
  const erin = await there.come('Erin Example');
  await there.clock.until(erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff' }));
  for (const text of ['First note', 'Second note'])
    await there.clock.until(sheetOf(erin).addNote(direction, text));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  const [first, second] = [...(sheetOf(erin).view.value?.notes.keys() ?? [])] as [ItemId, ItemId];
  const [hers, his] = [await attentionOf(there, erin), await attentionOf(there, max)];
  const shows = (attention: Attention, filter: NoteFilter) =>
    [...attention.filters.value[filter]].map((id) => (id === first ? 'first' : 'second'));
  return { there, erin, max, first, second, hers, his, shows };
}

describe('what is new to somebody', () => {
  test('is every note of somebody else at first, and none of their own', async () => {
    const { hers, his, first, second, shows } = await twoNotes();
    expect([shows(hers, 'unread'), shows(his, 'unread')]).toEqual([[], ['first', 'second']]);
    his.look([first, second]);
    expect(shows(his, 'unread')).toEqual([]);
  });

  test('is what others said since, until they look', async () => {
    const { there, max, hers, first, shows } = await twoNotes();
    hers.look([first]);
    sheetOf(max).remark(first, 'For whom?', null);
    await there.clock.advance(0);
    expect([shows(hers, 'unread'), [...hers.news.value]]).toEqual([['first'], [first]]);
    hers.look([first]);
    expect([shows(hers, 'unread'), hers.news.value.size]).toEqual([[], 0]);
  });

  test('is a note that says something else than when they last looked', async () => {
    const { there, erin, his, first, second, shows } = await twoNotes();
    his.look([first, second]);
    await there.clock.until(sheetOf(erin).editNote(first, 'First note, by June'));
    await there.clock.until(sheetOf(erin).editNote(second, 'SECOND note.'));
    await there.clock.advance(0);
    expect(shows(his, 'changed')).toEqual(['first']);
  });
});

describe('filters', () => {
  test('find questions put to somebody, open notes, and their own', async () => {
    const { there, erin, max, hers, his, first, second, shows } = await twoNotes();
    sheetOf(erin).remark(second, 'Who pays, @Max Example?', null);
    sheetOf(max).suggest(first, 'The first note');
    for (const person of [erin, max]) sheetOf(person).takeStance(second, 'agree', '');
    sheetOf(erin).confirm(max.workshop.me.value?.id ?? ('' as never), 'manager');
    await there.clock.advance(0);
    expect([shows(his, 'asked'), shows(hers, 'asked')]).toEqual([['second'], []]);
    expect([shows(his, 'open'), shows(hers, 'open')]).toEqual([['first'], ['first']]);
    expect([shows(his, 'mine'), shows(hers, 'mine')]).toEqual([['first'], ['first', 'second']]);
    his.chosen.value = 'asked';
    expect([...(his.shown.value ?? [])]).toEqual([second]);
    his.chosen.value = 'all';
    expect(his.shown.value).toBe(null);
  });
});

describe('what was looked at', () => {
  test('is on no desk and in no shared document', async () => {
    const { there, hers, his, first, second } = await twoNotes();
    const before = await there.copy().read();
    his.look([first, second]);
    hers.planMinutes(45);
    const after = await there.copy().read();
    const plain = (documents: typeof before) =>
      [...(documents ?? [])].map(([name, doc]) => [name, JSON.stringify(doc.toJSON())]);
    expect(plain(after)).toEqual(plain(before));
    expect([...(after?.keys() ?? [])].filter((name) => name.startsWith('looked/'))).toEqual([]);
  });

  test('goes with what somebody said, when they delete that', async () => {
    const { there, max, his, first, second, shows } = await twoNotes();
    his.look([first, second]);
    max.workshop.leaving.ask('my words');
    await there.clock.until(max.workshop.leaving.goAhead(sheetOf(max)));
    await there.clock.advance(0);
    expect(his.looked.value.looks.size).toBe(0);
    expect(shows(his, 'unread')).toEqual(['first', 'second']);
    his.look([first]);
    expect(shows(his, 'unread')).toEqual(['second']);
    expect(lookedName(sheetOf(max).id)).toMatch(/^looked\//);
  });
});

/** The panel's models with two people on one board: no screen, no network, a clock that the test moves. */

import { describe, expect, test } from 'vitest';
import { bringAlong } from '../../src/annotations/bringAlong.ts';
import { deskName, roundName, sheetName } from '../../src/annotations/names.ts';
import type { Hash } from '../../src/annotations/sha256.ts';
import type { Farewell } from '../../src/app/models/leaving/leaving.ts';
import { exportsPart } from '../../src/app/models/sheet/placeParts.ts';
import { handsPart } from '../../src/app/models/sheet/sheetParts.ts';
import type { SheetView } from '../../src/app/models/sheet/sheetView.ts';
import { nextThing } from '../../src/app/models/steps/nextThing.ts';
import { BoardRefusal } from '../../src/board/port.ts';
import type { LaneId } from '../../src/workshop/ids.ts';
import { laneId, userId } from '../../src/workshop/ids.ts';
import { type Gathering, gathering, type SomebodyThere, sheetOf } from '../support/people.ts';

const direction = laneId('big-picture', 'technical-direction');

function viewOf(person: SomebodyThere): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}

const notesIn = (person: SomebodyThere, lane: LaneId): string[] =>
  viewOf(person)
    .columns.flatMap(({ lanes }) => lanes)
    .filter((one) => one.lane.id === lane)
    .flatMap(({ notes }) => notes.map(({ text }) => text));

const onlyNote = (person: SomebodyThere) => {
  const [note] = viewOf(person).notes.values();
  if (!note) throw new Error('There is no note');
  return note;
};

async function droppedBy(there: Gathering, name: string): Promise<SomebodyThere> {
  const person = await there.come(name);
  await there.clock.until(
    person.workshop.drop.place({ ...person.workshop.drop.defaults(), title: 'Staff Engineer' }),
  );
  await there.clock.advance(0);
  return person;
}

async function withNote(there: Gathering, text: string) {
  const erin = await droppedBy(there, 'Erin Example');
  await there.clock.until(sheetOf(erin).addNote(direction, text));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  return { erin, max };
}

describe('dropping a sheet', () => {
  test('makes whoever says they are the engineer its owner, and opens it', async () => {
    const there = gathering();
    const erin = await droppedBy(there, 'Erin Example');
    const view = viewOf(erin);
    expect(view.engineer).toBe('user-erin-example');
    expect(view.me).toMatchObject({ role: 'engineer', confirmed: true });
    expect(view.total).toBe(0);
    expect(view.harvest.problems).toEqual([]);
  });

  test('called off half-way leaves nothing on the board', async () => {
    const there = gathering({ latency: 60 });
    const starting = there.come('Erin Example');
    const erin = await there.clock.until(starting);
    const placing = erin.workshop.drop.place(erin.workshop.drop.defaults());
    await there.clock.advance(600);
    expect(there.board.items.size).toBeGreaterThan(0);
    erin.workshop.drop.cancel();
    await there.clock.until(placing);
    expect(there.board.items.size).toBe(0);
    expect(erin.workshop.notice.value?.message).toBe('Cancelled. Everything was taken back.');
  });

  test('refused by a board that may only be read says whom to ask, and leaves nothing', async () => {
    const there = gathering({
      refuse: ({ method }) => (method === 'create' ? new BoardRefusal('no-access', 'viewers may not') : null),
    });
    const erin = await there.come('Erin Example');
    await there.clock.until(erin.workshop.drop.place(erin.workshop.drop.defaults()));
    expect(erin.workshop.notice.value?.message).toContain('Ask its owner for edit rights');
    expect(there.board.items.size).toBe(0);
  });
});

describe('writing from the panel', () => {
  test('fills the blank sticky that waits, then takes the next free place', async () => {
    const there = gathering();
    const erin = await droppedBy(there, 'Erin Example');
    const stickies = () => [...there.board.items.values()].filter(({ kind }) => kind === 'sticky').length;
    const before = stickies();
    await there.clock.until(sheetOf(erin).addNote(direction, 'First'));
    expect(stickies()).toBe(before);
    await there.clock.until(sheetOf(erin).addNote(direction, 'Second'));
    await there.clock.advance(0);
    expect(stickies()).toBe(before + 1);
    expect(notesIn(erin, direction)).toEqual(['First', 'Second']);
  });

  test('a full lane keeps the words and offers to make room, which can be undone', async () => {
    const there = gathering();
    const erin = await droppedBy(there, 'Erin Example');
    const sheet = sheetOf(erin);
    let added = true;
    let count = 0;
    while (added && count < 30) {
      added = await there.clock.until(sheet.addNote(direction, `Note ${count}`));
      count += 1;
    }
    expect(added).toBe(false);
    expect(erin.workshop.notice.value?.action?.word).toBe('Make room');
    await there.clock.advance(0);
    const { layout } = await there.clock.until(sheet.loaded(handsPart));
    expect(layout.full.value.has(direction)).toBe(true);

    const places = () => [...there.board.items.values()].map(({ id, box }) => ({ id, box }));
    const before = places();
    await there.clock.until(layout.show({ kind: 'room', lane: direction }));
    expect(layout.preview.value?.title).toBe('Make room for one more row');
    expect(places()).toEqual(before);
    await there.clock.until(layout.apply());
    await there.clock.advance(0);
    expect(await there.clock.until(sheet.addNote(direction, 'One more'))).toBe(true);
    expect(viewOf(erin).unplaced).toEqual([]);
  });
});

describe('two people', () => {
  test('a claim waits for the engineer, and counts after one click', async () => {
    const there = gathering();
    const { erin, max } = await withNote(there, 'Decide which feature store stays');
    expect(viewOf(max).me).toMatchObject({ role: 'manager', confirmed: false });
    expect(nextThing(viewOf(erin))).toMatchObject({
      kind: 'confirm',
      words: 'Max Example says they are the manager here.',
    });
    sheetOf(erin).confirm(max.workshop.me.value?.id as never, 'manager');
    await there.clock.advance(0);
    expect(viewOf(max).me).toMatchObject({ role: 'manager', confirmed: true });
  });

  test('a note is agreed when both agree to the same words, and open again when they change', async () => {
    const there = gathering();
    const { erin, max } = await withNote(there, 'Decide which feature store stays');
    sheetOf(erin).confirm(max.workshop.me.value?.id as never, 'manager');
    const { id } = onlyNote(erin);
    sheetOf(erin).takeStance(id, 'agree', '');
    await there.clock.advance(0);
    expect(onlyNote(max).state).toBe('open');
    sheetOf(max).takeStance(id, 'agree', 'long overdue');
    await there.clock.advance(0);
    expect(onlyNote(erin).state).toBe('agreed');
    await there.clock.until(sheetOf(erin).editNote(id, 'Decide by June which feature store stays'));
    await there.clock.advance(0);
    expect(onlyNote(max)).toMatchObject({ state: 'changed', mine: { current: false } });
  });

  test('a suggested wording goes to the sticky and back', async () => {
    const there = gathering();
    const { erin, max } = await withNote(there, 'Decide which feature store stays');
    sheetOf(erin).confirm(max.workshop.me.value?.id as never, 'manager');
    const { id } = onlyNote(max);
    sheetOf(max).suggest(id, 'Decide by June which feature store stays');
    await there.clock.advance(0);
    const remark = onlyNote(erin).threads[0]?.first;
    if (!remark) throw new Error('The suggestion did not arrive');
    await there.clock.until(sheetOf(erin).apply(remark));
    await there.clock.advance(0);
    expect(onlyNote(max).text).toBe('Decide by June which feature store stays');
    await there.clock.until(sheetOf(erin).unapply(remark));
    await there.clock.advance(0);
    expect(onlyNote(max).text).toBe('Decide which feature store stays');
    expect(onlyNote(max).threads[0]?.first.proposes).toBe(true);
  });

  test('a remark can be reworded by whoever made it, and says so', async () => {
    const there = gathering();
    const { erin, max } = await withNote(there, 'Decide which feature store stays');
    sheetOf(max).remark(onlyNote(max).id, 'Who esle?', null);
    await there.clock.advance(0);
    const remark = onlyNote(max).threads[0]?.first;
    sheetOf(max).rewordRemark(remark?.id ?? '', 'Who else?');
    sheetOf(erin).rewordRemark(remark?.id ?? '', 'Words put in a mouth');
    await there.clock.advance(0);
    expect(onlyNote(erin).threads.map(({ first }) => [first.text, first.editedAt !== null])).toEqual([
      ['Who else?', true],
    ]);
  });

  test('hostile words stay words', async () => {
    const there = gathering();
    const hostile = '<img src=x onerror=alert(1)> =cmd() \u202E ]]>';
    const { erin, max } = await withNote(there, hostile);
    sheetOf(max).remark(onlyNote(max).id, hostile, null);
    await there.clock.advance(0);
    expect(onlyNote(erin).text).toBe(hostile);
    expect(onlyNote(erin).threads[0]?.first.text).toBe(hostile);
  });
});

describe('boards edited by hand', () => {
  test('a note moved to another lane counts there', async () => {
    const there = gathering();
    const { erin } = await withNote(there, 'Decide which feature store stays');
    const note = onlyNote(erin);
    const other = laneId('execution', 'exploration');
    await there.clock.until(sheetOf(erin).moveNote(note.id, other));
    await there.clock.advance(0);
    expect(notesIn(erin, direction)).toEqual([]);
    expect(notesIn(erin, other)).toEqual(['Decide which feature store stays']);
  });

  test('a deleted note that people spoke about keeps its words, and what was said', async () => {
    const there = gathering();
    const { erin, max } = await withNote(there, 'Decide which feature store stays');
    const { id } = onlyNote(max);
    sheetOf(max).remark(id, 'Why not both?', null);
    there.board.take(id);
    await (await sheetOf(erin).loaded(exportsPart)).copyMarkdown();
    await there.clock.advance(0);
    expect(viewOf(max).total).toBe(0);
    expect(viewOf(max).gone.map(({ text, remarkCount }) => ({ text, remarkCount }))).toEqual([
      { text: 'Decide which feature store stays', remarkCount: 1 },
    ]);
    expect(erin.copied[0]).toContain('Why not both?');
  });

  test('a deleted heading is noticed, and repairing puts it back', async () => {
    const there = gathering();
    const { erin } = await withNote(there, 'Decide which feature store stays');
    const header = viewOf(erin).content.anchors.get(`lane:${direction}`);
    if (!header) throw new Error('The lane has no heading');
    there.board.take(header);
    const sheet = sheetOf(erin);
    const { layout } = await there.clock.until(sheet.loaded(handsPart));
    await there.clock.until(layout.look());
    await there.clock.advance(0);
    expect(viewOf(erin).harvest.problems).not.toEqual([]);
    await there.clock.until(layout.show({ kind: 'repair' }));
    await there.clock.until(layout.apply());
    await there.clock.advance(0);
    expect(viewOf(erin).harvest.problems).toEqual([]);
    expect(notesIn(erin, direction)).toEqual(['Decide which feature store stays']);
  });
});

describe('frames deleted and copied', () => {
  /** Copies the whole frame by hand, as Ctrl+D does: new ids, the same words and marks. */
  const copyFrame = async ({ board }: Gathering, frame: string): Promise<string> => {
    const original = board.items.get(frame as never);
    if (!original) throw new Error('No frame');
    const shift = { x: 5000, y: 0 };
    const copy = await board.create({
      kind: 'frame',
      box: { ...original.box, x: original.box.x + shift.x },
      title: original.text,
    });
    for (const item of [...board.items.values()].filter((one) => one.frame === original.id)) {
      const box = { ...item.box, x: item.box.x + shift.x };
      const look = { size: 20 };
      const made = await board.create(
        item.kind === 'sticky'
          ? { kind: 'sticky', box, text: item.text, colour: 'cyan' }
          : item.kind === 'text'
            ? { kind: 'text', box, text: item.text, look }
            : { kind: 'shape', box, text: item.text, look, shape: 'rectangle', fill: '#ffffff' },
      );
      await board.putInFrame(copy.id, made.id);
      const mark = board.marks.get(item.id);
      if (mark) await board.writeMark(made.id, mark);
    }
    return copy.id;
  };

  /** A drop whose page is closed after so many calls: nothing more happens, nobody takes anything back. */
  const interrupted = async (calls: number) => {
    let made = 0;
    let gone = false;
    const there = gathering({
      refuse({ method }) {
        if (!['create', 'putInFrame', 'writeMark', 'writeSheetRecord', 'remove'].includes(method))
          return null;
        made += 1;
        return made > calls && !gone ? new BoardRefusal('no-access', 'the page is gone') : null;
      },
    });
    const erin = await there.come('Erin Example');
    await there.clock.until(erin.workshop.drop.place(erin.workshop.drop.defaults()));
    gone = true;
    return there;
  };

  test('what an interrupted drop left is offered to be taken away once it is old, and then it is gone', async () => {
    const there = await interrupted(60);
    expect(there.board.items.size).toBeGreaterThan(10);
    for (const { id } of there.board.items.values())
      there.board.edit(id, { modifiedAt: '2026-11-20T11:58:00.000Z' });
    const max = await there.come('Max Example');
    expect(max.workshop.found.unfinished.value).toEqual([]);
    await there.clock.advance(600_000);
    await there.clock.until(max.workshop.lookAgain());
    const [frame] = max.workshop.found.unfinished.value;
    if (!frame) throw new Error('Nothing unfinished was found');
    await there.clock.until(max.workshop.removeUnfinished(frame));
    expect(
      [...there.board.items.values()].filter((item) => item.frame === frame || item.id === frame),
    ).toEqual([]);
    expect(max.workshop.found.unfinished.value).toEqual([]);
  });

  test('an unfinished sheet that somebody has written on is not offered to be taken away', async () => {
    const there = await interrupted(84);
    const blank = [...there.board.items.values()].find(({ kind }) => kind === 'sticky');
    if (!blank) throw new Error('No blank sticky was placed');
    there.board.edit(blank.id, { text: 'Somebody wrote here' });
    for (const { id } of there.board.items.values())
      there.board.edit(id, { modifiedAt: '2026-11-19T12:00:00.000Z' });
    const max = await there.come('Max Example');
    expect(max.workshop.found.unfinished.value).toEqual([]);
  });

  test('a deleted frame is told of, and everything said is still there', async () => {
    const there = gathering();
    const { erin } = await withNote(there, 'Decide which feature store stays');
    const frame = viewOf(erin).content.frame;
    for (const item of [...there.board.items.values()]) there.board.take(item.id);
    await there.clock.until(erin.workshop.lookAgain());
    expect([...erin.workshop.found.deleted.value]).toEqual([sheetOf(erin).id]);
    expect(viewOf(erin).notes.size).toBe(1);
    expect(frame).not.toBeNull();
  });

  test('a copy beside the sheet is asked about, and can become a sheet of its own', async () => {
    const there = gathering();
    const { erin } = await withNote(there, 'Decide which feature store stays');
    const frame = viewOf(erin).content.frame ?? '';
    const copy = await there.clock.until(copyFrame(there, frame));
    await there.clock.until(erin.workshop.lookAgain());
    expect(erin.workshop.found.copies.value).toEqual([{ of: sheetOf(erin).id, frame: copy }]);
    expect(viewOf(erin).total).toBe(1);

    const [found] = erin.workshop.found.copies.value;
    if (!found) throw new Error('No copy was found');
    const before = sheetOf(erin).id;
    await there.clock.until(erin.workshop.makeOwnSheet(found));
    await there.clock.advance(0);
    expect(sheetOf(erin).id).not.toBe(before);
    expect(erin.workshop.found.copies.value).toEqual([]);
    expect(notesIn(erin, direction)).toEqual(['Decide which feature store stays']);
  });

  test('on a copied board the sheet goes on with the copy of its frame', async () => {
    const there = gathering();
    const { erin } = await withNote(there, 'Decide which feature store stays');
    const frame = viewOf(erin).content.frame ?? '';
    const originals = [...there.board.items.keys()];
    const copy = await there.clock.until(copyFrame(there, frame));
    for (const id of originals) there.board.take(id);
    await there.clock.until(erin.workshop.lookAgain());
    expect([...erin.workshop.found.refound.value]).toEqual([[sheetOf(erin).id, copy]]);
    await there.clock.until(erin.workshop.goOnHere(sheetOf(erin).id));
    await there.clock.advance(0);
    expect(viewOf(erin).content.frame).toBe(copy);
    expect(notesIn(erin, direction)).toEqual(['Decide which feature store stays']);
    expect(viewOf(erin).harvest.problems).toEqual([]);
  });
});

describe('a board that refuses', () => {
  const no = new BoardRefusal('refused', 'No.');

  test('right after the drop leaves the sheet to its engineer all the same', async () => {
    let refusing = false;
    const there = gathering({
      onCall: ({ method }) => {
        refusing ||= method === 'writeSheetRecord';
      },
      refuse: ({ method }) =>
        refusing && ['readSheetRecords', 'readAll', 'readSome', 'show'].includes(method) ? no : null,
    });
    const erin = await droppedBy(there, 'Erin Example');
    const { engineer, me } = viewOf(erin);
    expect([engineer, me.role]).toEqual([erin.workshop.me.value?.id, 'engineer']);
    expect(erin.workshop.notice.value?.message).toBe('The sheet is on the board. Zoom out to find it.');
  });

  test('at the start says so, and the page that keeps the mirror tries again by itself', async () => {
    let refusing = true;
    const there = gathering({ refuse: () => (refusing ? no : null) });
    const erin = await there.come('Erin Example');
    expect(erin.workshop.phase.value.kind).toBe('failed');
    refusing = false;
    await there.clock.advance(10_000);
    expect(erin.workshop.phase.value.kind).toBe('ready');
  });

  test('in a way nobody knows still ends the loading, in words', async () => {
    let broken = false;
    const there = gathering({ refuse: () => (broken ? new TypeError('boom') : null) });
    const { workshop } = await there.come('Erin Example');
    broken = true;
    await expect(workshop.start()).rejects.toThrow('boom');
    expect(workshop.phase.value).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('Try again'),
    });
  });
});

describe('two who both say they are the engineer', () => {
  test('leave one of them the owner; the other is asked again', async () => {
    const there = gathering();
    const erin = await there.come('Erin Example');
    await there.clock.until(
      erin.workshop.drop.place({
        ...erin.workshop.drop.defaults(),
        title: 'Staff Engineer',
        role: 'facilitator',
      }),
    );
    const max = await there.come('Max Example');
    await there.clock.advance(0);
    sheetOf(erin).claim('engineer');
    sheetOf(max).claim('engineer');
    await there.clock.advance(0);
    const owner = viewOf(erin).engineer;
    const roles = [erin, max].map((person) => [person.workshop.me.value?.id, viewOf(person).me.role]);
    expect(roles.map(([id, role]) => [id === owner, role])).toEqual(
      roles.map(([id]) => [id === owner, id === owner ? 'engineer' : null]),
    );
    expect(viewOf(max).engineer).toBe(owner);
  });
});

describe('a frame made smaller by hand', () => {
  test('is repaired with what fell out of it: nothing is doubled, and all of it belongs to the sheet again', async () => {
    const there = gathering();
    const { erin } = await withNote(there, 'Decide which feature store stays');
    const frame = there.board.items.get(viewOf(erin).content.frame as never);
    if (!frame) throw new Error('The sheet has no frame');
    const before = [...there.board.items.keys()].sort();
    const height = 600;
    const box = { ...frame.box, y: frame.box.y - (frame.box.height - height) / 2, height };
    there.board.edit(frame.id, { box, local: box });
    for (const item of [...there.board.items.values()]) {
      const outside = item.box.y + item.box.height / 2 > box.y + height / 2;
      if (item.frame === frame.id && outside) there.board.edit(item.id, { frame: null, local: item.box });
    }
    await there.clock.until(erin.workshop.lookAgain());
    expect(notesIn(erin, direction)).toEqual([]);

    const { layout } = await there.clock.until(sheetOf(erin).loaded(handsPart));
    await there.clock.until(layout.show({ kind: 'repair' }));
    expect(layout.preview.value?.lines).toEqual(['The frame moves']);
    await there.clock.until(layout.apply());
    expect(notesIn(erin, direction)).toEqual(['Decide which feature store stays']);
    expect(viewOf(erin).harvest.problems).toEqual([]);
    expect([...there.board.items.keys()].sort()).toEqual(before);
    expect([...there.board.items.values()].filter((item) => item.frame === null).map(({ id }) => id)).toEqual(
      [frame.id],
    );
  });
});

describe('a note that is deleted', () => {
  test('stays open for who is in the middle of a remark on it', async () => {
    const there = gathering();
    const { max } = await withNote(there, 'Decide which feature store stays');
    const { id } = onlyNote(max);
    sheetOf(max).drafts.set(`remark:${id}`, 'half a remark');
    there.board.take(id);
    await there.clock.until(max.workshop.lookAgain());
    await there.clock.advance(0);
    expect(viewOf(max).gone.map((note) => note.id)).toEqual([id]);
    expect(sheetOf(max).remark(id, 'half a remark', null)).toBe(true);
  });
});

describe('news', () => {
  test('goes by itself; a warning stays until it is closed', async () => {
    const there = gathering();
    const { workshop } = await there.come('Erin Example');
    workshop.tell({ tone: 'info', message: 'Done.' });
    await there.clock.advance(10_000);
    expect(workshop.notice.value).toBe(null);
    workshop.tell({ tone: 'warn', message: 'Not done.' });
    await there.clock.advance(60_000);
    expect(workshop.notice.value?.message).toBe('Not done.');
  });
});

describe('state tags', () => {
  const tagsOn = (there: Gathering, note: string) => {
    const item = there.board.items.get(note as never);
    return (item?.tags ?? []).map((id) => there.board.tags.get(id)?.title);
  };

  test('are written while switched on, follow the state, and go without touching anybody’s own', async () => {
    const there = gathering();
    const { erin, max } = await withNote(there, 'Decide which feature store stays');
    const { id } = onlyNote(erin);
    const own = await there.board.createTag('urgent', 'red');
    there.board.edit(id, { tags: [own.id] });
    expect(tagsOn(there, id)).toEqual(['urgent']);

    sheetOf(erin).switchTags(true);
    await there.clock.advance(3000);
    expect(tagsOn(there, id)).toEqual(['urgent', 'RW · open']);
    sheetOf(max).suggest(id, 'Other words');
    sheetOf(erin).confirm(max.workshop.me.value?.id as never, 'manager');
    await there.clock.advance(3000);
    expect(tagsOn(there, id)).toEqual(['urgent', 'RW · change proposed']);

    sheetOf(erin).switchTags(false);
    await there.clock.advance(3000);
    expect(tagsOn(there, id)).toEqual(['urgent']);
    expect([...there.board.tags.values()].map(({ title }) => title)).toEqual(['urgent']);
  });

  test('cost nothing while nothing changes', async () => {
    const there = gathering();
    const { erin } = await withNote(there, 'Decide which feature store stays');
    sheetOf(erin).switchTags(true);
    await there.clock.advance(3000);
    const calls = there.board.calls.length;
    await there.clock.advance(600_000);
    expect(there.board.calls.length).toBe(calls);
  });
});

describe('a sheet written by a newer version', () => {
  test('can be read, is not written to, and loses nothing', async () => {
    const there = gathering();
    const { erin, max } = await withNote(there, 'Decide which feature store stays');
    const { id } = onlyNote(max);
    sheetOf(erin).takeStance(id, 'agree', 'long overdue');
    await there.clock.advance(0);
    const about = sheetOf(erin).document.getMap('about');
    about.set('schema', 1_000_000);
    sheetOf(erin).document.getMap('dreams').set('d1', 'of a later version');
    await there.clock.advance(0);

    expect(viewOf(max)).toMatchObject({ newer: true, canWrite: false, total: 1 });
    expect(onlyNote(max).others.map(({ reason }) => reason)).toEqual(['long overdue']);
    sheetOf(max).switchTags(true);
    await there.clock.until((await sheetOf(max).loaded(handsPart)).layout.look());
    await there.clock.advance(3000);
    expect(viewOf(max).tagsOn).toBe(false);
    expect(sheetOf(max).document.getMap('dreams').get('d1')).toBe('of a later version');
    await (await sheetOf(max).loaded(exportsPart)).copyMarkdown();
    expect(max.copied[0]).toContain('Decide which feature store stays');
  });
});

describe('leaving no trace', () => {
  const yes = async (there: Gathering, person: SomebodyThere, what: Farewell) => {
    person.workshop.leaving.ask(what);
    await there.clock.until(person.workshop.leaving.goAhead(sheetOf(person)));
    await there.clock.advance(0);
  };

  test('one’s own words go for everybody, others’ stay, and one may speak again', async () => {
    const there = gathering();
    const { erin, max } = await withNote(there, 'Decide which feature store stays');
    const { id } = onlyNote(max);
    sheetOf(erin).takeStance(id, 'agree', 'long overdue');
    sheetOf(max).takeStance(id, 'disagree', 'something I regret');
    sheetOf(max).remark(id, 'and this', null);
    sheetOf(max).drafts.set(`remark:${id}`, 'half a thought');
    await there.clock.advance(0);
    await yes(there, max, 'my words');
    for (const person of [erin, max]) {
      expect([viewOf(person).participants.map(({ name }) => name), onlyNote(person).remarkCount]).toEqual([
        ['Erin Example'],
        0,
      ]);
    }
    expect(onlyNote(max).others.map(({ reason }) => reason)).toEqual(['long overdue']);
    expect([viewOf(max).me.role, sheetOf(max).drafts.get(`remark:${id}`)]).toEqual([null, undefined]);
    sheetOf(max).claim('peer');
    sheetOf(max).takeStance(id, 'agree-if', 'a new start');
    await there.clock.advance(0);
    expect(onlyNote(erin).others.map(({ person, reason }) => [person.name, person.role, reason])).toEqual([
      ['Max Example', 'peer', 'a new start'],
    ]);
  });

  test('what others brought of one’s words from another board goes too, and is not brought again', async () => {
    const there = gathering();
    const { erin, max } = await withNote(there, 'Decide which feature store stays');
    const { id } = onlyNote(max);
    const maxs = viewOf(max).me.user;
    const bring = () =>
      bringAlong(sheetOf(erin).document, {
        desks: [
          {
            owner: maxs,
            name: 'Max Example',
            claim: 'manager',
            confirmed: new Map(),
            stances: new Map([
              [
                id,
                {
                  note: id,
                  value: 'disagree',
                  reason: 'regretted',
                  text: '',
                  at: '2026-11-01T12:00:00.000Z',
                },
              ],
            ]),
            remarks: [],
            verdicts: [],
            unknown: 0,
            newer: false,
          },
        ],
        ids: new Map([[id, id]]),
        here: [],
        by: viewOf(erin).me.user,
        at: '2026-11-20T12:00:00.000Z',
        board: 'board-0',
      });
    expect(bring()?.brought).toEqual([maxs]);
    await there.clock.advance(0);
    expect(viewOf(max).content.brought.length).toBe(1);
    await yes(there, max, 'my words');
    expect([viewOf(erin).content.brought, bring()?.unwanted]).toEqual([[], [maxs]]);
  });

  test('the engineer stays the owner of the sheet', async () => {
    const there = gathering();
    const { erin, max } = await withNote(there, 'Decide which feature store stays');
    sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
    sheetOf(erin).takeStance(onlyNote(erin).id, 'agree', '');
    await there.clock.advance(0);
    expect(viewOf(max).me.confirmed).toBe(true);
    await yes(there, erin, 'my words');
    expect([viewOf(erin).me.role, viewOf(max).me.confirmed, onlyNote(erin).mine]).toEqual([
      'engineer',
      false,
      null,
    ]);
  });

  test('a deleted sheet leaves every list, keeps its notes on the board, and takes late words with it', async () => {
    const there = gathering();
    const { erin, max } = await withNote(there, 'Decide which feature store stays');
    const { id } = sheetOf(erin);
    const notes = there.board.items.size;
    const rounds = ['a1', 'b2'].map((digits) => roundName(id, digits.repeat(32) as Hash)) as [string, string];
    const erins = await erin.platform.openDocuments(userId('user-erin-example'), 'board-1');
    erins.sync.open(rounds[0]).doc.getMap('round').set('json', '{}');
    await there.clock.advance(0);
    await yes(there, erin, 'the sheet');
    for (const person of [erin, max]) expect(person.workshop.sheets.value).toEqual([]);
    expect([there.board.items.size, (await there.board.readSheetRecords()).size]).toEqual([notes, 0]);
    expect(max.workshop.notice.value?.message).toContain('owner has deleted');
    // Somebody who has not heard of it writes on; nothing of it stays.
    const { sync } = await max.platform.openDocuments(userId('user-pia'), 'board-1');
    sync
      .open(deskName(id, userId('user-pia')))
      .doc.getMap('about')
      .set('name', 'Pia Example');
    sync.open(rounds[1]).doc.getMap('round').set('json', '{}');
    await there.clock.advance(0);
    expect([sync.names.get(), sync.deleted.get()]).toEqual([
      [],
      ['user-erin-example', 'user-max-example', 'user-pia']
        .map((user) => deskName(id, userId(user)))
        .concat(rounds, sheetName(id)),
    ]);
  });

  test('a sheet goes also when the board refuses to take its entry away, and that is said', async () => {
    let refusing = false;
    const there = gathering({
      refuse: ({ method }) =>
        refusing && method === 'writeSheetRecord' ? new BoardRefusal('rate', 'too many calls') : null,
    });
    const erin = await droppedBy(there, 'Erin Example');
    refusing = true;
    await yes(there, erin, 'the sheet');
    await there.clock.until(erin.workshop.lookAgain());
    expect([erin.workshop.sheets.value, erin.workshop.notice.value?.tone]).toEqual([[], 'warn']);
  });

  test('taking the copies out of this browser ends the app there, until it is loaded again', async () => {
    const there = gathering();
    const { erin, max } = await withNote(there, 'Decide which feature store stays');
    sheetOf(erin).drafts.set('note:anything:else', 'half a thought');
    await yes(there, erin, 'this browser');
    expect([erin.workshop.phase.value.kind, max.workshop.phase.value.kind]).toEqual(['left', 'ready']);
    expect(viewOf(max).total).toBe(1);
  });

  test('nothing happens before the answer is yes', async () => {
    const there = gathering();
    const { erin } = await withNote(there, 'Decide which feature store stays');
    erin.workshop.leaving.ask('the sheet');
    erin.workshop.show('talk');
    await there.clock.until(erin.workshop.leaving.goAhead(sheetOf(erin)));
    expect(viewOf(erin).total).toBe(1);
  });
});

describe('taking it away', () => {
  test('where the browser denies the clipboard, the text is offered to be copied by hand', async () => {
    const there = gathering();
    const { erin } = await withNote(there, 'Decide which feature store stays');
    erin.clipboardDenied = true;
    await there.clock.until(sheetOf(erin).askForView());
    expect(sheetOf(erin).copyByHand.value).toContain('moveToWidget=');
  });

  test('a file has a telling name and its type', async () => {
    const there = gathering();
    const { erin } = await withNote(there, 'Decide which feature store stays');
    await there.clock.until((await sheetOf(erin).loaded(exportsPart)).save('markdown'));
    expect(erin.files.map(({ name, type }) => ({ name, type }))).toEqual([
      { name: 'staff-engineer-draft-annotated-2026-11-20.md', type: 'text/markdown;charset=utf-8' },
    ]);
  });
});

/** Giving views unseen by each other, in the panel's models: two people, or one on two devices, on one board in memory. */

import { describe, expect, test } from 'vitest';
import { draftName } from '../../src/annotations/privateNames.ts';
import { exportsPart } from '../../src/app/models/sheet/placeParts.ts';
import type { NoteView, SheetView } from '../../src/app/models/sheet/sheetView.ts';
import { switchUnseen } from '../../src/app/models/unseen/switchUnseen.ts';
import type { Unseen } from '../../src/app/models/unseen/unseen.ts';
import { laneId } from '../../src/workshop/ids.ts';
import { type Gathering, gathering, type SomebodyThere, sheetOf } from '../support/people.ts';

const direction = laneId('big-picture', 'technical-direction');

function viewOf(person: SomebodyThere): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}
function unseenOf(person: SomebodyThere): Unseen {
  const unseen = sheetOf(person).unseen.value;
  if (!unseen) throw new Error('Views are given in the open');
  return unseen;
}
const noteOf = (person: SomebodyThere): NoteView => {
  const [note] = viewOf(person).notes.values();
  if (!note) throw new Error('There is no note');
  return note;
};
const stageOf = (person: SomebodyThere) => unseenOf(person).state.value.stage;
const mineOf = (person: SomebodyThere) => noteOf(person).mine?.reason ?? null;
const othersOf = (person: SomebodyThere) => noteOf(person).others.map(({ reason }) => reason);
const say = (person: SomebodyThere, reason: string, value: 'agree' | 'disagree' = 'agree') =>
  sheetOf(person).takeStance(noteOf(person).id, value, reason);

async function pair(there: Gathering) {
  const erin = await there.come('Erin Example');
  await there.clock.until(
    erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff Engineer' }),
  );
  await there.clock.until(sheetOf(erin).addNote(direction, 'Decide which feature store stays'));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
  await there.clock.advance(0);
  return { erin, max, calm: () => there.clock.advance(10) };
}

async function blindPair(there: Gathering) {
  const both = await pair(there);
  switchUnseen(sheetOf(both.erin), true, viewOf(both.erin).me.user);
  await both.calm();
  return both;
}

describe('two who give their views unseen', () => {
  test('each see their own, then that the other is done, then both see both', async () => {
    const there = gathering();
    const { erin, max, calm } = await blindPair(there);
    say(erin, 'I stand behind it');
    say(max, 'I would drop it', 'disagree');
    sheetOf(max).remark(noteOf(max).id, 'Since when?', null);
    await calm();
    expect([mineOf(erin), othersOf(erin), mineOf(max), othersOf(max)]).toEqual([
      'I stand behind it',
      [],
      'I would drop it',
      [],
    ]);
    unseenOf(max).done();
    await calm();
    expect([stageOf(max), stageOf(erin), othersOf(erin), noteOf(erin).remarkCount]).toEqual([
      'waiting',
      'drafting',
      [],
      0,
    ]);
    unseenOf(erin).done();
    await calm();
    for (const [person, own, other] of [
      [erin, 'I stand behind it', 'I would drop it'],
      [max, 'I would drop it', 'I stand behind it'],
    ] as const)
      expect([stageOf(person), mineOf(person), othersOf(person), noteOf(person).remarkCount]).toEqual([
        'open',
        own,
        [other],
        1,
      ]);
    expect(noteOf(erin).state).toBe('disputed');
  });

  test('learn of each other on how many notes they spoke, a while later, and no more', async () => {
    const there = gathering();
    const { erin, max } = await blindPair(there);
    say(max, 'quiet');
    const known = () => {
      const state = unseenOf(erin).state.value;
      const people = state.stage === 'open' ? [] : state.people;
      return people.map(({ person, done, looked }) => [person.name, done, looked]);
    };
    await there.clock.advance(1000);
    expect(known()).toEqual([
      ['Erin Example', false, 0],
      ['Max Example', false, 0],
    ]);
    await there.clock.advance(5000);
    expect(known()).toEqual([
      ['Erin Example', false, 0],
      ['Max Example', false, 1],
    ]);
  });

  test('may say more while they wait, which is shown with the rest', async () => {
    const there = gathering();
    const { erin, max, calm } = await blindPair(there);
    say(max, 'first thought');
    unseenOf(max).done();
    await calm();
    say(max, 'second thought');
    sheetOf(max).remark(noteOf(max).id, 'One more thing', null);
    await calm();
    expect([mineOf(max), othersOf(erin)]).toEqual(['second thought', []]);
    unseenOf(erin).done();
    await calm();
    expect([othersOf(erin), noteOf(erin).remarkCount]).toEqual([['second thought'], 1]);
  });

  test('may take back being done: the words come back into the browser', async () => {
    const there = gathering();
    const { erin, max, calm } = await blindPair(there);
    say(max, 'too early');
    unseenOf(max).done();
    await calm();
    unseenOf(max).notDone();
    await calm();
    expect([stageOf(max), mineOf(max)]).toEqual(['drafting', 'too early']);
    unseenOf(erin).done();
    await calm();
    expect([stageOf(erin), othersOf(erin)]).toEqual(['waiting', []]);
    say(max, 'better');
    unseenOf(max).done();
    await calm();
    expect(othersOf(erin)).toEqual(['better']);
  });

  test('change and take back what was said in the open before, and nobody sees it yet', async () => {
    const there = gathering();
    const { erin, max, calm } = await pair(there);
    say(max, 'said openly');
    sheetOf(max).remark(noteOf(max).id, 'an open remark', null);
    await calm();
    switchUnseen(sheetOf(erin), true, viewOf(erin).me.user);
    await calm();
    expect(othersOf(erin)).toEqual(['said openly']);
    const [thread] = noteOf(max).threads;
    sheetOf(max).rewordRemark(thread?.first.id ?? '', 'other words');
    sheetOf(max).clearStance(noteOf(max).id);
    await calm();
    const words = (person: SomebodyThere) => noteOf(person).threads.map(({ first }) => first.text);
    expect([mineOf(max), words(max)]).toEqual([null, ['other words']]);
    expect([othersOf(erin), words(erin)]).toEqual([['said openly'], ['an open remark']]);
    unseenOf(max).done();
    unseenOf(erin).done();
    await calm();
    expect([othersOf(erin), words(erin)]).toEqual([[], ['other words']]);
  });

  test('have nothing of it in tags, exports or the message to the manager', async () => {
    const there = gathering();
    const { erin, max, calm } = await blindPair(there);
    sheetOf(erin).switchTags(true);
    say(erin, 'a secret of mine', 'disagree');
    say(max, 'a secret of his');
    unseenOf(max).done();
    await there.clock.advance(5000);
    const tags = there.board.items.get(noteOf(erin).id)?.tags.map((id) => there.board.tags.get(id)?.title);
    expect(tags).toEqual(['RW · open']);
    await (await sheetOf(erin).loaded(exportsPart)).copyMarkdown();
    await (await sheetOf(erin).loaded(exportsPart)).saveArchive();
    await sheetOf(erin).askForView();
    const left = [...erin.copied, ...erin.files.map(({ bytes }) => new TextDecoder().decode(bytes))].join();
    expect(left).toContain('Decide which feature store stays');
    expect(left).not.toContain('a secret');
    await calm();
  });
});

describe('who has to be done', () => {
  test('is nobody but the engineer and the managers they confirmed, whoever comes or goes half-way', async () => {
    const there = gathering();
    const { erin, max, calm } = await blindPair(there);
    const pia = await there.come('Pia Example');
    const mona = await there.come('Mona Example');
    await calm();
    sheetOf(pia).claim('peer');
    sheetOf(mona).claim('manager');
    await calm();
    sheetOf(erin).confirm(viewOf(pia).me.user, 'peer');
    for (const [person, words] of [
      [erin, 'Erin’s'],
      [max, 'Max’s'],
      [pia, 'Pia’s'],
      [mona, 'Mona’s'],
    ] as const)
      say(person, words);
    unseenOf(erin).done();
    unseenOf(mona).done();
    await calm();
    expect(stageOf(erin)).toBe('waiting');
    // Max hands over to Mona. What he has not shown stays his.
    sheetOf(erin).withdraw(viewOf(max).me.user);
    sheetOf(erin).confirm(viewOf(mona).me.user, 'manager');
    await calm();
    expect([stageOf(erin), othersOf(erin), mineOf(max), mineOf(pia)]).toEqual([
      'open',
      ['Mona’s'],
      null,
      null,
    ]);
    expect(unseenOf(max).left.value).toMatchObject({ onDesk: false, words: [{ word: { reason: 'Max’s' } }] });
    unseenOf(pia).showLeft();
    unseenOf(max).throwLeftAway();
    await calm();
    expect([othersOf(erin).sort(), unseenOf(max).left.value, unseenOf(pia).left.value]).toEqual([
      ['Mona’s', 'Pia’s'],
      null,
      null,
    ]);
  });

  test('a manager who comes after both were shown hides nothing again', async () => {
    const there = gathering();
    const { erin, max, calm } = await blindPair(there);
    say(max, 'shown');
    unseenOf(max).done();
    unseenOf(erin).done();
    await calm();
    const mona = await there.come('Mona Example');
    await calm();
    sheetOf(mona).claim('manager');
    await calm();
    sheetOf(erin).confirm(viewOf(mona).me.user, 'manager');
    await calm();
    expect([stageOf(erin), stageOf(mona), othersOf(mona)]).toEqual(['open', 'open', ['shown']]);
  });

  test('an engineer without a manager waits for one', async () => {
    const there = gathering();
    const { erin, max, calm } = await blindPair(there);
    sheetOf(erin).withdraw(viewOf(max).me.user);
    unseenOf(erin).done();
    await calm();
    expect(unseenOf(erin).state.value).toMatchObject({ stage: 'waiting', hasManager: false });
  });
});

describe('switching', () => {
  test('to work in the open shows nothing by itself: each is asked about what they had not shown', async () => {
    const there = gathering();
    const { erin, max, calm } = await blindPair(there);
    say(erin, 'still mine');
    say(max, 'promised to wait');
    unseenOf(max).done();
    await calm();
    switchUnseen(sheetOf(max), false, viewOf(max).me.user);
    await calm();
    expect(stageOf(max)).toBe('waiting');
    switchUnseen(sheetOf(erin), false, viewOf(erin).me.user);
    await calm();
    expect([othersOf(erin), othersOf(max), mineOf(erin), mineOf(max)]).toEqual([[], [], null, null]);
    expect([unseenOf(erin).left.value?.onDesk, unseenOf(max).left.value?.onDesk]).toEqual([false, true]);
    unseenOf(max).showLeft();
    unseenOf(erin).showLeft();
    await calm();
    expect([othersOf(erin), othersOf(max), unseenOf(erin).left.value]).toEqual([
      ['promised to wait'],
      ['still mine'],
      null,
    ]);
    say(erin, 'openly now');
    await calm();
    expect(othersOf(max)).toEqual(['openly now']);
  });

  test('on again takes what was left along into the new step', async () => {
    const there = gathering();
    const { erin, max, calm } = await blindPair(there);
    say(max, 'from the first step');
    unseenOf(max).done();
    await calm();
    switchUnseen(sheetOf(erin), false, viewOf(erin).me.user);
    await calm();
    switchUnseen(sheetOf(erin), true, viewOf(erin).me.user);
    await calm();
    expect([stageOf(max), mineOf(max), unseenOf(max).left.value]).toEqual([
      'drafting',
      'from the first step',
      null,
    ]);
    unseenOf(max).done();
    unseenOf(erin).done();
    await calm();
    expect(othersOf(erin)).toEqual(['from the first step']);
  });
});

describe('one person on two devices', () => {
  test('done on one, the other asks what to do with its own words, and loses none', async () => {
    const there = gathering();
    const { erin, max, calm } = await blindPair(there);
    const phone = await there.come('Max Example');
    await calm();
    say(max, 'on the laptop');
    sheetOf(phone).remark(noteOf(phone).id, 'on the phone', null);
    await calm();
    unseenOf(max).done();
    await calm();
    expect([stageOf(phone), mineOf(phone), unseenOf(phone).left.value?.words.length]).toEqual([
      'waiting',
      'on the laptop',
      1,
    ]);
    unseenOf(phone).showLeft();
    await calm();
    expect([noteOf(max).remarkCount, noteOf(erin).remarkCount, unseenOf(phone).left.value]).toEqual([
      1,
      0,
      null,
    ]);
    unseenOf(erin).done();
    await calm();
    expect([othersOf(erin), noteOf(erin).remarkCount]).toEqual([['on the laptop'], 1]);
  });

  test('done on both at once is done once', async () => {
    const there = gathering();
    const { erin, max, calm } = await blindPair(there);
    const phone = await there.come('Max Example');
    await calm();
    say(max, 'older');
    await calm();
    say(phone, 'newer');
    unseenOf(max).done();
    unseenOf(phone).done();
    unseenOf(erin).done();
    await calm();
    expect([othersOf(erin), mineOf(max), mineOf(phone), unseenOf(phone).left.value]).toEqual([
      ['newer'],
      'newer',
      'newer',
      null,
    ]);
  });
});

describe('leaving', () => {
  const draftIn = async (person: SomebodyThere) => {
    const { sync } = await person.platform.openDocuments(viewOf(person).me.user, 'board-1');
    return sync.openPrivate(draftName(sheetOf(person).id, viewOf(person).me.user)).doc;
  };

  test('deleting one’s words takes those along that nobody has seen', async () => {
    const there = gathering();
    const { max, calm } = await blindPair(there);
    say(max, 'never said');
    max.workshop.leaving.ask('my words');
    await there.clock.until(max.workshop.leaving.goAhead(sheetOf(max)));
    await calm();
    sheetOf(max).claim('manager');
    await calm();
    expect([mineOf(max), unseenOf(max).drafted.value, (await draftIn(max)).getMap('stances').size]).toEqual([
      null,
      false,
      0,
    ]);
  });
});

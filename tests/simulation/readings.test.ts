/**
 * The app's main journey with two people, under different readings of what Miro leaves open: everything real but the
 * screen (tests/support/wholeApp.ts). The browser's journeys tell the same story with eyes and hands.
 */
import { afterEach, describe, expect, test } from 'vitest';
import type { SheetModel } from '../../src/app/models/sheet/sheetModel.ts';
import type { SheetView } from '../../src/app/models/sheet/sheetView.ts';
import type { SomeSwitches } from '../../src/local-board/switches.ts';
import { laneId } from '../../src/workshop/ids.ts';
import { harshest } from '../support/portReadings.ts';
import { type WholeApp, type WholePerson, wholeApp } from '../support/wholeApp.ts';

const readings: Readonly<Record<string, SomeSwitches>> = {
  'as it usually is': {},
  'that tells of everything and takes the middle for the whole': {
    events: 'all',
    telling: 'everything',
    inside: 'centre',
  },
  'where a tenth of all calls is refused': { fail: 0.1 },
  'where everything is late': { latency: 800, jitter: 1_500, storedelay: 10_000 },
  // The least that two people who work at once can do with: a tenth of Miro's.
  'of the harshest kind': { ...harshest, minute: 10_000, hour: 200_000 },
};

let app: WholeApp;
afterEach(() => app.dispose());

function sheetOf({ workshop }: WholePerson): SheetModel {
  const sheet = workshop.sheet.value;
  if (!sheet) throw new Error(`No sheet is open: ${workshop.notice.value?.message}`);
  return sheet;
}

const viewOf = (person: WholePerson): SheetView | null | undefined => person.workshop.sheet.value?.view.value;
const noteIn = (person: WholePerson) => [...(viewOf(person)?.notes.values() ?? [])][0];
/** Chance that was kind, and chance that was not: 8 refuses somebody's start. */
const seeds = [2, 8];

describe.each(Object.entries(readings))('on a board %s', (_, switches) => {
  test.each(seeds)(
    'an engineer and their manager come to the same words, and a newcomer reads them (chance %i)',
    async (seed) => {
      app = wholeApp(switches, seed);
      const { board, until, soon, persist } = app;
      const erin = await app.come('Erin Example');
      await persist(
        'Erin has her sheet, whole',
        () => erin.workshop.drop.place({ ...erin.workshop.drop.defaults(), title: 'Staff Engineer' }),
        () => viewOf(erin)?.harvest.problems.length === 0,
      );
      const frames = [...board.contents().items.values()].filter(({ type }) => type === 'frame');
      expect(frames).toHaveLength(1);
      const direction = laneId('big-picture', 'technical-direction');
      await persist(
        'Erin sees her note',
        () => sheetOf(erin).addNote(direction, 'Decide which feature store stays'),
        () => viewOf(erin)?.total === 1,
      );

      const max = await app.come('Max Example');
      await soon('Max sees the note', () => viewOf(max)?.total === 1);
      sheetOf(max).claim('manager');
      const claimed = () =>
        viewOf(erin)?.participants.some(({ role, confirmed }) => role === 'manager' && !confirmed);
      await soon('Erin hears of the claim', () => claimed() === true);
      sheetOf(erin).confirm(max.workshop.me.value?.id as never, 'manager');
      await soon('Max is the manager', () => viewOf(max)?.me?.confirmed === true);

      const id = noteIn(erin)?.id as never;
      sheetOf(erin).takeStance(id, 'agree', '');
      sheetOf(max).suggest(id, 'Decide by June which feature store stays');
      await soon('the suggestion arrives', () => noteIn(erin)?.threads.length === 1);
      const suggestion = noteIn(erin)?.threads[0]?.first;
      if (!suggestion) throw new Error('There is no suggestion');
      await persist(
        'both read the new words',
        () => sheetOf(erin).apply(suggestion),
        () =>
          [erin, max].every((person) => noteIn(person)?.text === 'Decide by June which feature store stays'),
      );
      sheetOf(erin).takeStance(id, 'agree', '');
      sheetOf(max).takeStance(id, 'agree', 'at last');
      await soon('both have agreed', () => [erin, max].every((person) => noteIn(person)?.state === 'agreed'));

      const exploration = laneId('execution', 'exploration');
      await persist(
        'both count it where it lies',
        () => sheetOf(erin).moveNote(id, exploration),
        () => [erin, max].every((person) => noteIn(person)?.lane?.id === exploration),
      );
      sheetOf(erin).switchTags(true);
      const tagged = () => board.contents().items.get(id);
      await soon('the sticky wears its state', () => JSON.stringify(tagged()).includes('"tagIds":["'));

      for (const { workshop, close } of [erin, max]) {
        await until(workshop.flush());
        workshop.dispose();
        close();
      }
      const pat = await app.come('Pat Example', { ...switches, access: 'view' });
      await soon('Pat reads it all', () => noteIn(pat)?.state === 'agreed');
      const { text, lane, others } = noteIn(pat) ?? {};
      expect({ text, lane: lane?.id, said: others?.map(({ reason }) => reason).sort() }).toEqual({
        text: 'Decide by June which feature store stays',
        lane: exploration,
        said: ['', 'at last'],
      });
    },
  );
});

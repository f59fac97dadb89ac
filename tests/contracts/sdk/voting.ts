/** What the local board promises an app: results of votes that people held on the board. */
import { describe, expect, test } from 'vitest';
import type { Person } from '../sdkBoards.ts';
import type { Scene } from './scene.ts';

export function votingContract(on: Scene): void {
  describe('voting', () => {
    const results = () => on.erin.miro.board.experimental.getVotingResults();
    const vote = (person: Person, item: string) =>
      person.client.live.act({ do: 'vote-cast', item, how: 'give' });

    test('getVotingResults tells title, who and when, and a count for each item [experimental]', async () => {
      const { board } = on.erin.miro;
      const max = await on.boards.join('Max Example');
      const [one, two] = [await board.createStickyNote(), await board.createStickyNote()];
      expect(await results()).toEqual([]);
      await on.erin.client.live.act({
        do: 'vote-start',
        title: 'What first?',
        items: [one.id, two.id],
        perPerson: 2,
      });
      for (const item of [one.id, two.id]) await vote(on.erin, item);
      await vote(max, two.id);
      await on.erin.client.live.act({ do: 'vote-finish' });
      const { id, name } = await board.getUserInfo();
      expect(await results()).toEqual([
        {
          title: 'What first?',
          createdBy: { userId: id, userName: name },
          createdAt: one.createdAt,
          results: [
            { itemId: two.id, count: 2 },
            { itemId: one.id, count: 1 },
          ],
        },
      ]);
    });

    test('we assume: a vote that still runs has no results', async () => {
      const note = await on.erin.miro.board.createStickyNote();
      await on.erin.client.live.act({ do: 'vote-start', title: 'Now', items: [note.id], perPerson: 1 });
      await vote(on.erin, note.id);
      expect(await results()).toEqual([]);
    });

    test('without a paid plan canUse says so and results are refused [experimental]', async () => {
      await on.reopen({ plan: 'free' });
      expect(await on.erin.miro.board.canUse('voting')).toBe(false);
      await expect(results()).rejects.toThrow('paid plans: voting');
    });
  });
}

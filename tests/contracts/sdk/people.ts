/** What the local board promises an app: who is here, what the board is, and the token for the app's own server. */
import { describe, expect, test } from 'vitest';
import type { Scene } from './scene.ts';

const partsOf = (token: string) =>
  token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/'))) as unknown);

export function peopleContract(on: Scene): void {
  describe('people, the board, tokens', () => {
    test('getOnlineUsers names everybody here; we assume: a person in two tabs is one [board]', async () => {
      await on.boards.join('Erin Example');
      await on.boards.join('Max Example');
      await on.boards.settled();
      const users = await on.erin.miro.board.getOnlineUsers();
      expect(users.map(({ name }) => name)).toEqual(['Erin Example', 'Max Example']);
      expect(users[0]).toEqual(await on.erin.miro.board.getUserInfo());
    });

    test('online_users:update tells who is here after somebody came or went [ui events]', async () => {
      const heard: string[][] = [];
      await on.erin.miro.board.ui.on('online_users:update', ({ users }: { users: { name: string }[] }) =>
        heard.push(users.map(({ name }) => name)),
      );
      const max = await on.boards.join('Max Example');
      await on.boards.settled();
      max.client.dispose();
      // A closed connection is noticed in its own time.
      while (heard.length < 2) await on.boards.settled();
      expect(heard).toEqual([['Erin Example', 'Max Example'], ['Erin Example']]);
    });

    test('we assume: names are told whether or not the app was given identity:read', async () => {
      expect(Object.keys(await on.erin.miro.board.getUserInfo()).sort()).toEqual(['id', 'name']);
    });

    test('getInfo tells the language and when the board was made and last changed [board]', async () => {
      const { board } = on.erin.miro;
      const before = await board.getInfo();
      await on.boards.advance(5000);
      const note = await board.createStickyNote();
      expect(await board.getInfo()).toEqual({ ...before, updatedAt: note.createdAt });
      expect(before.locale).toBe('en');
    });

    test('an ID token is a JWT (HS256) from miro for this app, naming team and user, valid for an hour [board, JWT]', async () => {
      const { board } = on.erin.miro;
      const [header, claims] = partsOf(await board.getIdToken());
      expect(header).toEqual({ alg: 'HS256', typ: 'JWT' });
      const { iat } = claims as { iat: number };
      expect(claims).toEqual({
        iss: 'miro',
        sub: expect.any(String),
        team: expect.any(String),
        user: (await board.getUserInfo()).id,
        iat,
        exp: iat + 3600,
      });
    });

    test('each app gets tokens of its own; everybody on the board is in one team [board]', async () => {
      const other = await on.boards.join('Max Example', { app: 'http://localhost:4001/' });
      const [mine, theirs] = await Promise.all(
        [on.erin, other].map(async ({ miro }) => partsOf(await miro.board.getIdToken())[1]),
      );
      const { sub, team } = mine as { sub: string; team: string };
      const seen = theirs as { sub: string; team: string };
      expect([seen.sub === sub, seen.team === team]).toEqual([false, true]);
    });
  });
}

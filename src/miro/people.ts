/** Who is on the board, and which board it is. Names come from the board, never from a form. */
import { type Disposer, once } from '../base/disposer.ts';
import { type UserId, userId } from '../workshop/ids.ts';
import { type Calls, credits } from './calls.ts';
import type { Miro } from './sdk.ts';

export interface Person {
  readonly id: UserId;
  readonly name: string;
}

export interface People {
  /** The person at this screen. Needs the scope `identity:read`. */
  me(): Promise<Person>;
  online(): Promise<readonly Person[]>;
  onOnline(listener: (people: readonly Person[]) => void): Disposer;
  boardId(): Promise<string>;
}

const person = ({ id, name }: { id: string; name?: string }): Person => ({
  id: userId(String(id)),
  name: name?.trim() || 'Guest',
});

export function miroPeople(miro: Miro, calls: Calls): People {
  return {
    me: async () => person(await calls(credits.level1, () => miro.board.getUserInfo())),
    online: async () => (await calls(credits.level1, () => miro.board.getOnlineUsers())).map(person),
    onOnline(listener) {
      const handler = ({ users }: { users: { id: string; name: string }[] }): void =>
        listener(users.map(person));
      miro.board.ui.on('online_users:update', handler);
      return once(() => miro.board.ui.off('online_users:update', handler));
    },
    boardId: async () => (await calls(credits.level1, () => miro.board.getInfo())).id,
  };
}

/** Somebody sets up a session for a group, and puts a sheet for each engineer on the board. */
import type { LiveSession } from '../../../src/app/models/session/live.ts';
import type { SettingUp } from '../../../src/app/models/session/settingUp.ts';
import type { MemoryBoard } from '../../../src/local-board/memoryBoard.ts';
import type { WholePerson } from '../../support/wholeApp.ts';
import { creditsOf, mostWithin, type Role, type SessionAccount } from './accounts.ts';
import type { Clockwork } from './clockwork.ts';

export interface Cast {
  readonly name: string;
  readonly role: Role;
}

const minute = 60_000;

export const castOf = (engineers: number, managers: number): readonly Cast[] => [
  { name: 'Fay Facilitator', role: 'facilitator' },
  ...Array.from({ length: engineers }, (_, at) => ({
    name: `Engineer ${at + 1} Example`,
    role: 'engineer' as const,
  })),
  ...Array.from({ length: managers }, (_, at) => ({
    name: `Manager ${at + 1} Example`,
    role: 'manager' as const,
  })),
];

/** Engineers review each other in threes, managers share them evenly. */
export async function prepare(
  { workshop }: Pick<WholePerson, 'workshop'>,
  people: readonly Cast[],
  board: MemoryBoard,
  { soon }: Clockwork,
): Promise<{ readonly live: LiveSession; readonly drop: SessionAccount['drop'] }> {
  const live = await soon('the session is loaded', () => workshop.live());
  const setUp: SettingUp = await soon('setting up is loaded', () => live.setUp());
  await soon('the seat can be taken', () => live.mayTake.value);
  await setUp.begin();
  setUp.change({ title: 'Staff Engineer', team: 'Payments' });
  setUp.addNames(people.map(({ name }) => name).join('\n'));
  const listed = new Map(setUp.people.value.map(({ name, id }) => [name, id]));
  const idsOf = (wanted: Role) =>
    people.filter(({ role }) => role === wanted).map(({ name }) => listed.get(name) ?? '');
  const managers = idsOf('manager');
  setUp.reviewInThrees();
  for (const id of managers) setUp.setRole(id, 'manager');
  for (const [at, id] of idsOf('engineer').entries()) {
    const manager = managers[at % managers.length];
    if (manager) setUp.review(manager, id, true);
  }
  const before = board.calls.length;
  const began = board.clock.now();
  const items = board.contents().items.size;
  await setUp.dropSheets();
  const missing = setUp.missing.value.length;
  if (missing > 0) throw new Error(`${missing} sheets are missing`);
  const calls = board.calls.slice(before);
  return {
    live,
    drop: {
      items: board.contents().items.size - items,
      calls: calls.length,
      credits: creditsOf(calls),
      minute: mostWithin(calls, minute),
      minutes: (board.clock.now() - began) / minute,
    },
  };
}

/** Who is in the room, with what part, and who is done with the stage: from the sheets, the badges, and who is online. */
import { computed, type ReadonlySignal } from '@preact/signals';
import { stageKey } from '../../../annotations/session/badgeDocument.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { Person } from '../../../miro/people.ts';
import { type SheetId, type UserId, userId } from '../../../workshop/ids.ts';
import type { SessionStage } from '../../../workshop/session/agenda.ts';
import type { SessionPerson } from '../../../workshop/session/people.ts';
import { type Room, roomOf, type Somebody } from '../../../workshop/session/room.ts';
import type { Claim } from '../../../workshop/session/seat.ts';
import type { Session } from '../../../workshop/session/session.ts';
import type { Whereabouts } from '../presence/whereabouts.ts';
import type { SheetList } from '../sheet/sheetList.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import type { LiveDocuments } from './liveDocuments.ts';

interface Options {
  readonly me: Person;
  readonly list: Pick<SheetList, 'entries' | 'models'>;
  readonly online: ReadonlySignal<readonly Person[]>;
  readonly others: ReadonlySignal<ReadonlyMap<string, Whereabouts>>;
  readonly documents: Pick<LiveDocuments, 'content' | 'badges'>;
  readonly session: ReadonlySignal<Session | null>;
  readonly stage: ReadonlySignal<SessionStage | null>;
  readonly holder: ReadonlySignal<Claim | null>;
  readonly iHold: ReadonlySignal<boolean>;
  /** Who may only view the board. */
  readonly readers: ReadonlySignal<ReadonlySet<UserId>>;
}

export interface LiveRoom {
  /** Every sheet on the board that can be read, as everybody sees it. */
  readonly sheets: ReadonlySignal<readonly (readonly [SheetId, SheetView])[]>;
  readonly room: ReadonlySignal<Room>;
  /** The person of the list that this person is; null for somebody who just came. */
  readonly myself: ReadonlySignal<SessionPerson | null>;
  readonly done: ReadonlySignal<ReadonlySet<UserId>>;
  /** Under what badges say that their owner is done with this stage; null while none is on. */
  readonly stageDone: ReadonlySignal<string | null>;
}

export function liveRoom(options: Options): LiveRoom {
  const { me, list, online, others, documents, session, stage, holder, iHold, readers } = options;
  const { content, badges } = documents;

  const sheets = computed(() => {
    const ids = list.entries.value.map(({ id }) => id);
    return list.models().flatMap(({ id, shared }): [SheetId, SheetView][] => {
      const view = shared.value;
      return view && ids.includes(id) ? [[id, view]] : [];
    });
  });
  const owners = computed(
    () =>
      new Map(
        sheets.value.flatMap(([id, { engineer }]): [SheetId, UserId][] => (engineer ? [[id, engineer]] : [])),
      ),
  );
  const parts = computed(
    () =>
      new Set(
        sheets.value.flatMap(([, { participants }]) =>
          participants.flatMap(({ user, role }) => (role !== null && role !== 'facilitator' ? [user] : [])),
        ),
      ),
  );
  const stageDone = computed(() => {
    const current = session.value;
    return current && stage.value ? stageKey(current.id, stage.value.id) : null;
  });
  const done = computed(() => {
    const key = stageDone.value;
    return new Set(
      badges.value.flatMap((badge) => (key !== null && badge.done.has(key) ? [badge.owner] : [])),
    );
  });
  const present = computed((): readonly Somebody[] => {
    const named = new Map(online.value.map(({ id, name }) => [id as string, cleanLine(name)]));
    if (!named.has(me.id)) named.set(me.id, cleanLine(me.name));
    const badgeNames = new Map<string, string>(
      badges.value.map(({ owner, name }) => [owner, cleanLine(name)]),
    );
    for (const user of others.value.keys())
      if (!named.has(user)) named.set(user, badgeNames.get(user) || 'Somebody');
    return [...named].map(([user, name]) => ({ user: userId(user), name }));
  });
  const room = computed(() =>
    roomOf({
      people: content.value.people,
      online: present.value,
      owners: owners.value,
      whereabouts: others.value,
      done: done.value,
      parts: parts.value,
      readers: readers.value,
      holder: iHold.value || holder.value?.left === false ? (holder.value?.user ?? null) : null,
    }),
  );
  const myself = computed(() => {
    const mine = room.value.occupants.find(({ user }) => user === me.id)?.key;
    return content.value.people.find(({ id }) => id === mine) ?? null;
  });
  return { sheets, room, myself, done, stageDone };
}

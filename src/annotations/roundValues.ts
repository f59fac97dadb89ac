/** The fields of a round, as they are read from plain values. */
import { itemId, type LaneId, userId } from '../workshop/ids.ts';
import { roles } from '../workshop/roles.ts';
import { readDetails } from './archiveValues.ts';
import { stanceValues, type Wording } from './desk.ts';
import { longest } from './entries.ts';
import { readCites, readGround, readWhys } from './ground/groundValues.ts';
import { noteStates } from './noteState.ts';
import type { Participant } from './participants.ts';
import { readFromDocument } from './plainDesk.ts';
import { count, flag, id, list, oneOf, orNull, type Reader, record, text, time } from './plainValues.ts';
import { readHash } from './readHash.ts';
import type {
  RetiredBecause,
  RoundContent,
  RoundNote,
  RoundRemark,
  RoundStance,
  RoundThread,
  Share,
} from './round.ts';

const words = text(longest.text);
const anyId = id(String);
const user = id(userId);

const readRemark = record<RoundRemark>(
  {
    id: anyId,
    by: user,
    text: words,
    wording: orNull(record<Wording>({ proposed: words, original: words })),
    proposes: flag,
    at: time,
  },
  { from: readFromDocument },
);

const readStance = record<RoundStance>({
  user,
  value: oneOf(stanceValues),
  reason: text(longest.line),
  text: orNull(words),
  at: time,
});

const readNote = record<RoundNote>(
  {
    id: id(itemId),
    text: words,
    // Of a template that we may not have.
    lanes: list(
      id((lane) => lane as LaneId),
      String,
    ),
    gone: flag,
    state: orNull(oneOf(noteStates)),
    stances: list(readStance, (stance) => stance.user),
    threads: list(record<RoundThread>({ remarks: list(readRemark) })),
    retired: list(record<RetiredBecause>({ by: user, reason: text(longest.line), at: time }), ({ by }) => by),
  },
  { whys: readWhys, cites: readCites },
);

const share = { agreed: count, total: count };

export const readRoundContent: Reader<RoundContent> = record<RoundContent>(
  {
    number: count,
    previous: orNull(readHash),
    note: words,
    details: readDetails,
    engineer: orNull(user),
    people: list(
      record<Participant>({
        user,
        name: text(longest.name),
        role: orNull(oneOf(roles)),
        confirmed: flag,
        counts: flag,
      }),
      (person) => person.user,
    ),
    notes: list(readNote, (note) => note.id),
    agreed: record({
      all: record<Share>(share),
      columns: list(
        record<Share & { readonly column: string }>({ ...share, column: anyId }),
        ({ column }) => column,
      ),
    }),
  },
  { ground: readGround },
);

/** A desk without maps, as it lies in files and in records of words that were brought along; and back. */
import { itemId, type UserId, userId } from '../workshop/ids.ts';
import { type Role, roles } from '../workshop/roles.ts';
import {
  type Desk,
  type FromDocument,
  type Mention,
  type Remark,
  type Stance,
  stanceValues,
  type Verdict,
  verdictValues,
} from './desk.ts';
import { longest } from './entries.ts';
import {
  count,
  flag,
  id,
  list,
  looking,
  oneOf,
  orNull,
  type Reader,
  record,
  text,
  time,
} from './plainValues.ts';

interface Confirmation {
  readonly user: UserId;
  readonly role: Role;
}

export interface PlainDesk extends Omit<Desk, 'confirmed' | 'stances'> {
  readonly confirmed: readonly Confirmation[];
  readonly stances: readonly Stance[];
}

export const plainDesk = ({ confirmed, stances, ...rest }: Desk): PlainDesk => ({
  ...rest,
  confirmed: [...confirmed].map(([user, role]) => ({ user, role })),
  stances: [...stances.values()],
});

/** Of what lies in a document, just what may lie in an archive: nothing endless, and no time that is none. */
export const tidyDesk = (desk: Desk): Desk => {
  const look = looking('lenient');
  const tidy = readDeskValue(plainDesk(desk), '', look);
  return look.wrong === null ? tidy : { ...desk, stances: new Map(), remarks: [], verdicts: [] };
};

const anyId = id(String);

const readStance = record<Stance>({
  note: id(itemId),
  value: oneOf(stanceValues),
  reason: text(longest.line),
  text: text(longest.text),
  at: time,
});

/** Also as rounds keep it. */
export const readFromDocument = record<FromDocument>({ name: text(longest.name), at: time });

const readRemark = record<Remark>(
  {
    id: anyId,
    note: id(itemId),
    text: text(longest.text),
    answers: orNull(anyId),
    wording: orNull(record({ proposed: text(longest.text), original: text(longest.text) })),
    at: time,
    editedAt: orNull(time),
  },
  {
    mentions: list(record<Mention>({ user: id(userId), name: text(longest.name) })),
    from: readFromDocument,
  },
);

const readVerdict = record<Verdict>(
  {
    remark: anyId,
    value: oneOf(verdictValues),
    before: orNull(text(longest.text)),
    at: time,
  },
  { reason: text(longest.line) },
);

const readPlain = record<PlainDesk>({
  owner: id(userId),
  name: text(longest.name),
  claim: orNull(oneOf(roles)),
  confirmed: list(record<Confirmation>({ user: id(userId), role: oneOf(roles) }), ({ user }) => user),
  stances: list(readStance, ({ note }) => note),
  remarks: list(readRemark, (remark) => remark.id),
  verdicts: list(readVerdict, ({ remark }) => remark),
  unknown: count,
  newer: flag,
});

/** What could not be read inside is counted on the desk itself. */
export const readDeskValue: Reader<Desk> = (value, path, look) => {
  const before = look.unknown;
  const { confirmed, stances, ...rest } = readPlain(value, path, look);
  const unread = look.lenient ? look.unknown - before : 0;
  return {
    ...rest,
    confirmed: new Map(confirmed.map(({ user, role }) => [user, role])),
    stances: new Map(stances.map((stance) => [stance.note, stance])),
    unknown: rest.unknown + unread,
  };
};

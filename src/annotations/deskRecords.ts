/**
 * What else lies on a desk, besides what its owner says about notes; written by its owner only, like all of it.
 *
 *   retired   note id → { reason, at }            why a note went
 *   devices   public key → { name, at }           the browsers its owner signs with
 *   vouches   "<by>@<device>" → { statement, signature }
 *   signOffs  "<round>@<device>" → { statement, signature }
 *
 * A statement is kept as the very text that was signed (statements.ts). Whether a signature fits its statement takes
 * WebCrypto and is signatures.ts; here is only what somebody wrote.
 */
import type * as Y from 'yjs';
import { type ItemId, itemId, type UserId } from '../workshop/ids.ts';
import { plainFields } from './deskEntries.ts';
import { asText, clip, longest, parseEntries, put } from './entries.ts';
import type { recordRoots } from './recordRoots.ts';
import { operate } from './schema.ts';
import { type Hash, hashFrom } from './sha256.ts';
import {
  type DeviceKey,
  deviceKeyFrom,
  type SignOffStatement,
  signOffFrom,
  type VouchStatement,
  vouchFrom,
} from './statements.ts';

const root = (doc: Y.Doc, name: (typeof recordRoots)[number]): Y.Map<unknown> => doc.getMap(name);

export interface Because {
  /** One line; may be empty. */
  readonly reason: string;
  readonly at: string;
}

export interface SigningDevice {
  readonly key: DeviceKey;
  /** What its owner knows it by, such as the browser's name. */
  readonly name: string;
  readonly at: string;
}

export interface Signed<Statement> {
  /** The text that was signed. */
  readonly statement: string;
  readonly says: Statement;
  /** base64url */
  readonly signature: string;
}
export type SignOff = Signed<SignOffStatement>;
export type Vouch = Signed<VouchStatement>;

export interface DeskRecords {
  readonly owner: UserId;
  readonly retired: ReadonlyMap<ItemId, Because>;
  readonly devices: readonly SigningDevice[];
  readonly vouches: readonly Vouch[];
  readonly signOffs: readonly SignOff[];
  /** Entries this version can't read, or that say something else than the key they lie under. */
  readonly unknown: number;
}

function parseRetired(key: string, value: unknown): readonly [ItemId, Because] | null | undefined {
  if (value === null) return undefined;
  const [reason, at] = [asText(plainFields(value).get('reason')), asText(plainFields(value).get('at'))];
  return reason === null || at === null ? null : [itemId(key), { reason, at }];
}

function parseDevice(key: string, value: unknown): SigningDevice | null {
  const device = deviceKeyFrom(key);
  const [name, at] = [asText(plainFields(value).get('name')), asText(plainFields(value).get('at'))];
  return device === null || name === null || at === null ? null : { key: device, name, at };
}

const parseSigned =
  <Statement>(read: (text: string) => Statement | null, keyOf: (says: Statement) => string) =>
  (key: string, value: unknown): Signed<Statement> | null => {
    const fields = plainFields(value);
    const [statement, signature] = [asText(fields.get('statement')), asText(fields.get('signature'))];
    const says = statement === null ? null : read(statement);
    if (statement === null || signature === null || says === null || keyOf(says) !== key) return null;
    return { statement, says, signature };
  };

export const signOffKey = ({ round, device }: { readonly round: Hash; readonly device: DeviceKey }): string =>
  `${round}@${device}`;
export const vouchKey = ({ by, device }: VouchStatement): string => `${by}@${device}`;

/** `owner` is whose desk it is by its name; what says that it is somebody else's statement is not read. */
export function readDeskRecords(doc: Y.Doc, owner: UserId): DeskRecords {
  const retired = parseEntries(root(doc, 'retired'), parseRetired);
  const devices = parseEntries(root(doc, 'devices'), parseDevice);
  const own =
    <S extends { readonly user: UserId }>(read: (text: string) => S | null) =>
    (text: string) => {
      const said = read(text);
      return said?.user === owner ? said : null;
    };
  const vouches = parseEntries(root(doc, 'vouches'), parseSigned(own(vouchFrom), vouchKey));
  const signOffs = parseEntries(root(doc, 'signOffs'), parseSigned(own(signOffFrom), signOffKey));
  return {
    owner,
    retired: new Map(retired.values),
    devices: devices.values,
    vouches: vouches.values,
    signOffs: signOffs.values,
    unknown: retired.unknown + devices.unknown + vouches.unknown + signOffs.unknown,
  };
}

// Operations. Each runs one transaction and returns false, having written nothing, on a newer document.

/** Says why a note went; null takes it back. It says nothing about the note while it is on the board. */
export const sayWhyRetired = (doc: Y.Doc, note: ItemId, because: Because | null): boolean =>
  operate(doc, 'say-why-retired', () => {
    const retired = root(doc, 'retired');
    if (because) retired.set(note, { reason: clip(because.reason, longest.line), at: because.at });
    else if (retired.has(note)) put(retired, note, null);
  });

/** The browser its owner sits at; its first name and time stay. */
export const introduceDevice = (doc: Y.Doc, { key, name, at }: SigningDevice): boolean =>
  operate(doc, 'introduce-device', () => {
    const devices = root(doc, 'devices');
    if (!devices.has(key)) devices.set(key, { name: clip(name, longest.name), at });
  });

export const addVouch = (doc: Y.Doc, { statement, says, signature }: Vouch): boolean =>
  operate(doc, 'vouch', () => root(doc, 'vouches').set(vouchKey(says), { statement, signature }));

/** A second signature by the same device under the same round takes the first one's place: it says the same. */
export const addSignOff = (doc: Y.Doc, { statement, says, signature }: SignOff): boolean =>
  operate(doc, 'sign-off', () => root(doc, 'signOffs').set(signOffKey(says), { statement, signature }));

/** Takes one's own signatures under a round back, whichever device gave them. */
export const withdrawSignOff = (doc: Y.Doc, round: Hash): boolean =>
  operate(doc, 'withdraw-sign-off', () => {
    const signOffs = root(doc, 'signOffs');
    for (const key of [...signOffs.keys()])
      if (hashFrom(key.slice(0, key.indexOf('@'))) === round) signOffs.delete(key);
  });

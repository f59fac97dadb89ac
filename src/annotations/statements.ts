/**
 * What a device signs: short texts that say all that matters by themselves, so that a signature can't be carried over
 * to another round, sheet, person or device. Canonical JSON, so that everybody who says the same signs the same bytes.
 */
import type { Brand } from '../base/brand.ts';
import { canonicalJson } from '../base/canonicalJson.ts';
import { type SheetId, sheetId, type UserId, userId } from '../workshop/ids.ts';
import { type Role, roles } from '../workshop/roles.ts';
import { asOneOf, asText, field } from './entries.ts';
import { type Hash, hashFrom } from './sha256.ts';

/** A device by its public key: the uncompressed point on P-256 in base64url. */
export type DeviceKey = Brand<string, 'DeviceKey'>;

/** 65 bytes, the first of which is 4. Null for what can be no key. */
export const deviceKeyFrom = (value: unknown): DeviceKey | null =>
  typeof value === 'string' && /^B[\w-]{86}$/.test(value) ? (value as DeviceKey) : null;

/** "This round says what I, in this role, understand and agree to." */
export interface SignOffStatement {
  readonly sheet: SheetId;
  readonly round: Hash;
  readonly number: number;
  readonly user: UserId;
  /** What the signer was in the sheet when they signed. Whether that counts follows from the desks. */
  readonly role: Role;
  readonly device: DeviceKey;
  /** By the signer's clock. */
  readonly at: string;
}

/** "This device is mine, too." The same on every sheet. */
export interface VouchStatement {
  readonly user: UserId;
  readonly device: DeviceKey;
  /** The device that says so, and signs it. */
  readonly by: DeviceKey;
  readonly at: string;
}

const [signOffFormat, vouchFormat] = ['rolewright-sign-off', 'rolewright-vouch'];
const version = 1;

export const signOffText = (says: SignOffStatement): string =>
  canonicalJson({ format: signOffFormat, version, ...says });

export const vouchText = (says: VouchStatement): string =>
  canonicalJson({ format: vouchFormat, version, ...says });

const roleFrom = asOneOf(roles);

function parsed(text: string, format: string | undefined): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return field(value, 'format') === format && field(value, 'version') === version ? value : null;
  } catch {
    return null;
  }
}

/** Null for what is none, or is a newer version's. */
export function signOffFrom(text: string): SignOffStatement | null {
  const value = parsed(text, signOffFormat);
  const [round, device] = [hashFrom(field(value, 'round')), deviceKeyFrom(field(value, 'device'))];
  const role = roleFrom(field(value, 'role'));
  const [sheet, user, at] = ['sheet', 'user', 'at'].map((key) => asText(field(value, key)));
  const number = field(value, 'number');
  if (round === null || device === null || role === null || !sheet || !user || at == null) return null;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) return null;
  return { sheet: sheetId(sheet), round, number, user: userId(user), role, device, at };
}

export function vouchFrom(text: string): VouchStatement | null {
  const value = parsed(text, vouchFormat);
  const [by, device] = [deviceKeyFrom(field(value, 'by')), deviceKeyFrom(field(value, 'device'))];
  const [user, at] = [asText(field(value, 'user')), asText(field(value, 'at'))];
  return by === null || device === null || !user || at === null
    ? null
    : { user: userId(user), device, by, at };
}

/**
 * Signing and checking with a device's own key: ECDSA on P-256 with SHA-256, which every browser with WebCrypto has
 * (Ed25519 came late to some). The private key can't be exported, not even by this app; the browser keeps it.
 *
 * A signature proves that whoever holds the key said these very words. Whose key it is, is trust.ts.
 */
import type { UserId } from '../workshop/ids.ts';
import type { DeskRecords, Signed, SignOff, Vouch } from './deskRecords.ts';
import {
  type DeviceKey,
  deviceKeyFrom,
  type SignOffStatement,
  signOffText,
  type VouchStatement,
  vouchText,
} from './statements.ts';

export type Signer = Pick<SubtleCrypto, 'generateKey' | 'exportKey' | 'sign'>;
export type Verifier = Pick<SubtleCrypto, 'importKey' | 'verify'>;

/** Where the browser keeps this device's key for signing. */
export interface DeviceKeyStore {
  /**
   * Keeps the pair unless one is kept already, in one step, since two pages may try at once; and gives the one that is
   * kept. Without a pair it only looks. Rejects where nothing can be kept.
   */
  keep(pair?: CryptoKeyPair): Promise<CryptoKeyPair | null>;
}

/** This browser as one that signs. */
export interface OwnDevice {
  readonly key: DeviceKey;
  signOff(says: Omit<SignOffStatement, 'device'>): Promise<SignOff>;
  /** "This other device is mine, too." Only for one that the person at this device knows to be theirs. */
  vouch(says: Omit<VouchStatement, 'by'>): Promise<Vouch>;
}

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const scheme = { name: 'ECDSA', hash: 'SHA-256' } as const;

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

/** Null for what is no base64url. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** Makes this browser's key the first time somebody signs here. Rejects where the browser can't keep one. */
export async function openOwnDevice(subtle: Signer, store: DeviceKeyStore): Promise<OwnDevice> {
  const pair =
    (await store.keep()) ?? (await store.keep(await subtle.generateKey(curve, false, ['sign', 'verify'])));
  if (!pair) throw new Error('The browser kept no key');
  const key = deviceKeyFrom(base64url(new Uint8Array(await subtle.exportKey('raw', pair.publicKey))));
  if (key === null) throw new Error('The browser’s public key is no point on P-256');
  const sign = async <S>(says: S, statement: string): Promise<Signed<S>> => {
    const signature = await subtle.sign(scheme, pair.privateKey, utf8(statement));
    return { statement, says, signature: base64url(new Uint8Array(signature)) };
  };
  return {
    key,
    signOff(words) {
      const says: SignOffStatement = { ...words, device: key };
      return sign(says, signOffText(says));
    },
    vouch(words) {
      const says: VouchStatement = { ...words, by: key };
      return sign(says, vouchText(says));
    },
  };
}

async function fits(
  subtle: Verifier,
  key: DeviceKey,
  { statement, signature }: Signed<unknown>,
): Promise<boolean> {
  const [raw, signed] = [bytesOf(key), bytesOf(signature)];
  if (!raw || !signed) return false;
  try {
    const publicKey = await subtle.importKey('raw', raw, curve, false, ['verify']);
    return await subtle.verify(scheme, publicKey, signed, utf8(statement));
  } catch {
    // Bytes that are no point on the curve: whoever wrote them has signed nothing.
    return false;
  }
}

/** What somebody's desk says about signatures, once each of them was looked at. */
export interface CheckedDesk {
  readonly owner: UserId;
  readonly signOffs: readonly (SignOff & { readonly fits: boolean })[];
  /** Only those whose signatures fit. */
  readonly vouches: readonly Vouch[];
}

/** Looks at every signature on a desk; each is looked at once, however often the desk is read. */
export function checker(subtle: Verifier): (records: DeskRecords) => Promise<CheckedDesk> {
  const looked = new Map<string, Promise<boolean>>();
  const check = (key: DeviceKey, signed: Signed<unknown>): Promise<boolean> => {
    const of = `${key} ${signed.signature} ${signed.statement}`;
    const known = looked.get(of) ?? fits(subtle, key, signed);
    looked.set(of, known);
    return known;
  };
  return async ({ owner, signOffs, vouches }) => {
    const [signs, words] = await Promise.all([
      Promise.all(signOffs.map((one) => check(one.says.device, one))),
      Promise.all(vouches.map((one) => check(one.says.by, one))),
    ]);
    return {
      owner,
      signOffs: signOffs.map((one, at) => ({ ...one, fits: signs[at] === true })),
      vouches: vouches.filter((_, at) => words[at] === true),
    };
  };
}

/** People with devices of their own, for the tests of signatures: real keys, made anew in each run. */
import * as Y from 'yjs';
import {
  addSignOff,
  addVouch,
  type DeskRecords,
  introduceDevice,
  readDeskRecords,
} from '../../src/annotations/deskRecords.ts';
import type { Hash } from '../../src/annotations/sha256.ts';
import {
  checker,
  type DeviceKeyStore,
  type OwnDevice,
  openOwnDevice,
} from '../../src/annotations/signatures.ts';
import type { DeviceKey, SignOffStatement } from '../../src/annotations/statements.ts';
import { sheetId, type UserId } from '../../src/workshop/ids.ts';
import type { Role } from '../../src/workshop/roles.ts';
import { noon } from './builders.ts';
import { subtle } from './sheets.ts';

export const check = checker(subtle);

/** A browser that keeps one key. */
export function keyStore(): DeviceKeyStore {
  let kept: CryptoKeyPair | null = null;
  return {
    async keep(pair) {
      kept ??= pair ?? null;
      return kept;
    },
  };
}

export const newDevice = (): Promise<OwnDevice> => openOwnDevice(subtle, keyStore());

export interface SignedDesk {
  readonly doc: Y.Doc;
  readonly records: () => DeskRecords;
  sign(device: OwnDevice, round: Hash, words?: Partial<Omit<SignOffStatement, 'device'>>): Promise<void>;
  vouch(by: OwnDevice, device: DeviceKey): Promise<void>;
}

export function signedDesk(user: UserId, role: Role): SignedDesk {
  const doc = new Y.Doc();
  return {
    doc,
    records: () => readDeskRecords(doc, user),
    async sign(device, round, words = {}) {
      introduceDevice(doc, { key: device.key, name: 'A browser', at: noon });
      const says = { sheet: sheetId('s1'), round, number: 1, user, role, at: noon, ...words };
      addSignOff(doc, await device.signOff(says));
    },
    async vouch(by, device) {
      addVouch(doc, await by.vouch({ user, device, at: noon }));
    },
  };
}

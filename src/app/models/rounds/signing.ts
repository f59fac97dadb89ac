/**
 * Signatures under rounds, as seen and given from this browser. Its key is made when somebody first signs here; where
 * it can't be kept, nothing is signed, since nobody could ever tell such a signature from another one.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type * as Y from 'yjs';
import {
  addSignOff,
  addVouch,
  introduceDevice,
  type SigningDevice,
  withdrawSignOff,
} from '../../../annotations/deskRecords.ts';
import { acceptDevice, forgetDevice } from '../../../annotations/knownDevices.ts';
import type { NumberedRound } from '../../../annotations/numberedRounds.ts';
import type { Participant } from '../../../annotations/participants.ts';
import type { RoundRecord } from '../../../annotations/round.ts';
import type { Hash } from '../../../annotations/sha256.ts';
import { type CheckedDesk, checker, type OwnDevice, openOwnDevice } from '../../../annotations/signatures.ts';
import { type SignedRound, signedRounds } from '../../../annotations/signOffs.ts';
import type { DeviceKey } from '../../../annotations/statements.ts';
import { devicesToAskAbout, type KnownDevices } from '../../../annotations/trust.ts';
import { disposers } from '../../../base/disposer.ts';
import type { SheetId, UserId } from '../../../workshop/ids.ts';
import type { NoticeContent } from '../notice.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import type { DeskWithRecords } from '../sheet/wholeDesks.ts';
import type { Vault } from './vault.ts';

/** `denied`: the browser keeps nothing for us. `insecure`: the page gets no WebCrypto. */
export type SigningState = 'looking' | 'ready' | 'denied' | 'insecure';

export interface Signing {
  readonly state: ReadonlySignal<SigningState>;
  /** Every round with the signatures under it, also those that are not here. */
  readonly signed: ReadonlySignal<readonly SignedRound[]>;
  /** This browser's; null until somebody has signed in it. */
  readonly ownKey: ReadonlySignal<DeviceKey | null>;
  /** Devices that signed, or are listed, as mine, and that this browser does not know. */
  readonly perhapsMine: ReadonlySignal<readonly SigningDevice[]>;
  /** Every signature that is here has been looked at. */
  settled(): Promise<void>;
  /** Whoever has a role here that counts or was confirmed. */
  maySign(): boolean;
  sign(round: RoundRecord): Promise<boolean>;
  takeBack(round: Hash): void;
  /** "They have told me that this device is theirs." */
  accept(user: UserId, device: DeviceKey): Promise<void>;
  /** "This other device is mine, too": for everybody who knows this one. */
  vouch(device: DeviceKey): Promise<void>;
  dispose(): void;
}

export interface SigningOptions {
  readonly sheet: {
    readonly id: SheetId;
    readonly view: ReadonlySignal<SheetView | null>;
    desk(): Y.Doc;
    now(): string;
  };
  readonly me: UserId;
  readonly vault: Vault | null;
  readonly rounds: ReadonlySignal<readonly NumberedRound[]>;
  readonly desks: ReadonlySignal<readonly DeskWithRecords[]>;
  /** Rounds of another board: what was signed there is told with them. */
  readonly there?: ReadonlySignal<ReadonlySet<Hash>>;
  /** The people of a round, where it is here; read inside a computed, it follows what arrives. */
  readonly peopleThen: (round: Hash) => readonly Participant[] | null;
  readonly tell: (notice: NoticeContent) => void;
}

const denied =
  'This browser keeps nothing for this page, so it has no key to sign with. Allow it to keep data here, or sign in another browser.';

export function openSigning(options: SigningOptions): Signing {
  const { sheet, me, vault, rounds, desks, there, peopleThen, tell } = options;
  const owned = disposers();
  const state = signal<SigningState>(vault ? 'looking' : 'insecure');
  const device = signal<OwnDevice | null>(null);
  const kept = signal<KnownDevices>(new Map());
  const checked = signal<readonly CheckedDesk[]>([]);
  const known = computed(() => (device.value ? acceptDevice(kept.value, me, device.value.key) : kept.value));

  const look = async ({ subtle, keys, known: read }: Vault): Promise<void> => {
    try {
      kept.value = await read();
      if (await keys.keep()) device.value = await openOwnDevice(subtle, keys);
      state.value = 'ready';
    } catch {
      state.value = 'denied';
    }
  };
  /** Whether it could be. */
  const remember = async (change: (before: KnownDevices) => KnownDevices): Promise<boolean> => {
    if (!vault) return false;
    try {
      kept.value = await vault.changeKnown(change);
      return true;
    } catch {
      tell({
        tone: 'warn',
        message: 'This browser keeps nothing for this page, so it can’t remember that.',
      });
      return false;
    }
  };
  let looking: Promise<unknown> = Promise.resolve();
  let checking: Promise<unknown> = Promise.resolve();
  if (vault) {
    looking = look(vault);
    const check = checker(vault.subtle);
    let turn = 0;
    owned.add(
      effect(() => {
        const records = desks.value.map((one) => one.records);
        turn += 1;
        const own = turn;
        checking = Promise.all(records.map(check)).then((found) => {
          if (own === turn) checked.value = found;
        });
      }),
    );
  }

  const withDevice = async (work: (own: OwnDevice) => Promise<boolean>): Promise<boolean> => {
    if (!vault) return false;
    try {
      device.value ??= await openOwnDevice(vault.subtle, vault.keys);
    } catch {
      state.value = 'denied';
      tell({ tone: 'warn', message: denied });
      return false;
    }
    return work(device.value);
  };
  const roleOfMine = () => {
    const view = sheet.view.peek();
    return view?.canWrite && view.me.confirmed ? view.me.role : null;
  };

  return {
    state,
    signed: computed(() =>
      signedRounds({
        sheet: sheet.id,
        rounds: rounds.value,
        participants: sheet.view.value?.participants ?? [],
        desks: checked.value,
        known: known.value,
        peopleThen,
      }).filter(({ hash, listed }) => listed !== 'missing' || !there?.value.has(hash)),
    ),
    ownKey: computed(() => device.value?.key ?? null),
    perhapsMine: computed(() => {
      const mine = desks.value.find(({ records }) => records.owner === me);
      const desk = checked.value.find(({ owner }) => owner === me);
      return device.value && mine && desk ? devicesToAskAbout(mine.records, desk, known.value) : [];
    }),
    async settled() {
      await looking;
      await checking;
    },
    maySign: () => roleOfMine() !== null,
    sign: ({ hash, content }) =>
      withDevice(async (own) => {
        const role = roleOfMine();
        if (!role || !vault) return false;
        const at = sheet.now();
        const { number } = content;
        const signOff = await own.signOff({ sheet: sheet.id, round: hash, number, user: me, role, at });
        introduceDevice(sheet.desk(), { key: own.key, name: vault.name, at });
        const written = addSignOff(sheet.desk(), signOff);
        if (written) tell({ tone: 'info', message: `You have signed round ${number}.` });
        return written;
      }),
    takeBack: (round) => void withdrawSignOff(sheet.desk(), round),
    async accept(user, key) {
      if (!(await remember((before) => acceptDevice(before, user, key)))) return;
      tell({
        tone: 'info',
        message: 'This browser now knows that device as theirs.',
        action: { word: 'Undo', run: () => void remember((before) => forgetDevice(before, user, key)) },
      });
    },
    async vouch(other) {
      await withDevice(async (own) => {
        const vouch = await own.vouch({ user: me, device: other, at: sheet.now() });
        return addVouch(sheet.desk(), vouch);
      });
    },
    dispose: owned.dispose,
  };
}

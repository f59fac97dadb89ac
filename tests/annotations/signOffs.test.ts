import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addSignOff, readDeskRecords, withdrawSignOff } from '../../src/annotations/deskRecords.ts';
import {
  acceptDevice,
  forgetDevice,
  keptDevices,
  knownDevicesFrom,
} from '../../src/annotations/knownDevices.ts';
import type { NumberedRound } from '../../src/annotations/numberedRounds.ts';
import { participantsOf } from '../../src/annotations/participants.ts';
import type { Hash } from '../../src/annotations/sha256.ts';
import { openOwnDevice } from '../../src/annotations/signatures.ts';
import { lastSignedBy, signedRounds } from '../../src/annotations/signOffs.ts';
import { signOffFrom, signOffText } from '../../src/annotations/statements.ts';
import { devicesToAskAbout, type KnownDevices, trustOf } from '../../src/annotations/trust.ts';
import { sheetId, userId } from '../../src/workshop/ids.ts';
import { desk, engineer, erin, manager, max, mona, noon, one, pia } from './builders.ts';
import { check, keyStore, newDevice, type SignedDesk, signedDesk } from './devices.ts';
import { roundOf, stateHere, subtle } from './sheets.ts';

const hash = (digit: string) => digit.repeat(64) as Hash;
const [a, b, c] = ['a', 'b', 'c'].map(hash) as [Hash, Hash, Hash];
const round = (own: Hash, number: number, beside: NumberedRound['beside'] = []): NumberedRound => ({
  ...{ hash: own, number, previous: null, at: noon, by: [erin] },
  beside,
});
const s1 = sheetId('s1');
const nobody: KnownDevices = new Map();

async function trustsOn(signer: SignedDesk, known: KnownDevices) {
  const checked = await check(signer.records());
  return checked.signOffs.map((signOff) => trustOf(signOff, checked, s1, known));
}

describe('a signature is from', () => {
  test('a new device, until this browser’s user takes it for that person’s', async () => {
    const laptop = await newDevice();
    const monas = signedDesk(mona, 'manager');
    await monas.sign(laptop, a);
    expect(await trustsOn(monas, nobody)).toEqual(['new device']);
    expect(await trustsOn(monas, acceptDevice(nobody, erin, laptop.key))).toEqual(['new device']);
    const known = acceptDevice(nobody, mona, laptop.key);
    expect(await trustsOn(monas, known)).toEqual(['known device']);
    expect(await trustsOn(monas, forgetDevice(known, mona, laptop.key))).toEqual(['new device']);
  });

  test('one that a known device vouches for, over as many steps as it takes', async () => {
    const [laptop, tablet, phone] = await Promise.all([newDevice(), newDevice(), newDevice()]);
    const monas = signedDesk(mona, 'manager');
    await monas.sign(phone, a);
    await monas.vouch(tablet, phone.key);
    expect(await trustsOn(monas, acceptDevice(nobody, mona, laptop.key))).toEqual(['new device']);
    await monas.vouch(laptop, tablet.key);
    expect(await trustsOn(monas, acceptDevice(nobody, mona, laptop.key))).toEqual(['vouched for']);
    expect(await trustsOn(monas, nobody)).toEqual(['new device']);
  });

  test('a new one where it vouches for itself, or two new ones do for each other', async () => {
    const [first, second] = await Promise.all([newDevice(), newDevice()]);
    const monas = signedDesk(mona, 'manager');
    await monas.sign(first, a);
    await monas.vouch(first, first.key);
    await monas.vouch(first, second.key);
    await monas.vouch(second, first.key);
    expect(await trustsOn(monas, nobody)).toEqual(['new device']);
  });

  test('a new one where somebody else’s known device vouches for it', async () => {
    const [erins, other] = await Promise.all([newDevice(), newDevice()]);
    const monas = signedDesk(mona, 'manager');
    await monas.sign(other, a);
    await monas.vouch(erins, other.key);
    expect(await trustsOn(monas, acceptDevice(nobody, erin, erins.key))).toEqual(['new device']);
  });
});

describe('a signature does not fit', () => {
  const signed = async () => {
    const device = await newDevice();
    const monas = signedDesk(mona, 'manager');
    await monas.sign(device, a);
    const [signOff] = monas.records().signOffs;
    if (!signOff) throw new Error('Nothing was signed');
    return { device, monas, signOff };
  };

  test('when a word of it was changed afterwards', async () => {
    const { monas, signOff, device } = await signed();
    const says = { ...signOff.says, number: 2 };
    addSignOff(monas.doc, { ...signOff, says, statement: signOffText(says) });
    expect(await trustsOn(monas, acceptDevice(nobody, mona, device.key))).toEqual(['does not fit']);
  });

  test('when it was carried over to another round', async () => {
    const { monas, signOff } = await signed();
    const says = { ...signOff.says, round: b };
    addSignOff(monas.doc, { ...signOff, says, statement: signOffText(says) });
    expect(await trustsOn(monas, nobody)).toEqual(['new device', 'does not fit']);
  });

  test('when it was given on another sheet', async () => {
    const device = await newDevice();
    const monas = signedDesk(mona, 'manager');
    await monas.sign(device, a, { sheet: sheetId('s2') });
    expect(await trustsOn(monas, acceptDevice(nobody, mona, device.key))).toEqual(['does not fit']);
  });

  test('when it is no signature at all, or the key no key', async () => {
    const { monas, signOff } = await signed();
    addSignOff(monas.doc, { ...signOff, signature: '§' });
    expect(await trustsOn(monas, nobody)).toEqual(['does not fit']);
    const device = `B${'A'.repeat(86)}` as typeof signOff.says.device;
    const says = { ...signOff.says, device };
    addSignOff(monas.doc, { ...signOff, says, statement: signOffText(says) });
    expect(await trustsOn(monas, nobody)).toEqual(['does not fit', 'does not fit']);
  });

  test('and one that lies on somebody else’s desk is not even read', async () => {
    const { monas } = await signed();
    expect(readDeskRecords(monas.doc, erin)).toMatchObject({ signOffs: [], unknown: 1 });
  });
});

test('one device has one key, which can’t be taken out of the browser, also when two pages make one at once', async () => {
  const store = keyStore();
  const [first, second] = await Promise.all([openOwnDevice(subtle, store), openOwnDevice(subtle, store)]);
  const pair = await store.keep();
  expect(second.key).toBe(first.key);
  expect((await openOwnDevice(subtle, store)).key).toBe(first.key);
  expect(pair?.privateKey.extractable).toBe(false);
});

test('of new devices on a desk one is asked about, of known and vouched ones not', async () => {
  const [laptop, tablet, phone] = await Promise.all([newDevice(), newDevice(), newDevice()]);
  const monas = signedDesk(mona, 'manager');
  for (const device of [laptop, tablet, phone]) await monas.sign(device, a);
  await monas.vouch(laptop, tablet.key);
  const records = monas.records();
  const asked = devicesToAskAbout(records, await check(records), acceptDevice(nobody, mona, laptop.key));
  expect(asked).toEqual([{ key: phone.key, name: 'A browser', at: noon }]);
});

test('known devices are kept as plain JSON, and what is none of ours there is passed over', async () => {
  const key = (await newDevice()).key;
  const known = acceptDevice(acceptDevice(nobody, mona, key), erin, key);
  expect(knownDevicesFrom(JSON.parse(JSON.stringify(keptDevices(known))))).toEqual(known);
  expect(knownDevicesFrom([[mona, 'x'], ['', key], null, 3])).toEqual(new Map());
  expect(knownDevicesFrom('broken')).toEqual(new Map());
});

test('a statement by a newer version, or none at all, is not taken for a signature', async () => {
  const device = await newDevice();
  const { statement } = await device.signOff({
    ...{ sheet: s1, round: a, number: 1, user: mona, role: 'manager', at: noon },
  });
  expect(signOffFrom(statement)).toMatchObject({ round: a, user: mona, device: device.key });
  const others = [statement.replace('"version":1', '"version":2'), statement.slice(1), '{}', '[]', 'null'];
  expect(others.map(signOffFrom)).toEqual(others.map(() => null));
});

describe('the rounds of a sheet with their signatures', () => {
  const people = participantsOf([engineer(), manager(), desk('pia', { claim: 'peer' })], erin);
  const signing = async (...signers: SignedDesk[]) =>
    Promise.all(signers.map((signer) => check(signer.records())));

  test('are signed once engineer and manager have signed this hash; peers are shown and not waited for', async () => {
    const [erins, monas, pias] = [
      signedDesk(erin, 'engineer'),
      signedDesk(mona, 'manager'),
      signedDesk(pia, 'peer'),
    ];
    const [laptop, other, third] = await Promise.all([newDevice(), newDevice(), newDevice()]);
    await erins.sign(laptop, a);
    await pias.sign(third, a);
    const known = acceptDevice(nobody, erin, laptop.key);
    const parts = { sheet: s1, rounds: [round(a, 1), round(b, 2)], participants: people, known };
    const before = signedRounds({ ...parts, desks: await signing(pias, erins, monas) });
    expect(before.map(({ number, waitingFor, signed }) => [number, waitingFor, signed])).toEqual([
      [1, [mona], false],
      [2, [erin, mona], false],
    ]);
    await monas.sign(other, a, { at: one });
    const [first] = signedRounds({ ...parts, desks: await signing(pias, erins, monas) });
    const said = { at: noon, counts: true };
    expect(first).toEqual({
      ...{ hash: a, number: 1, listed: 'the round', waitingFor: [], onNewDevices: [mona], signed: true },
      signatures: [
        { ...said, user: erin, device: laptop.key, role: 'engineer', trust: 'known device' },
        { ...said, user: mona, device: other.key, role: 'manager', trust: 'new device', at: one },
        { ...said, user: pia, device: third.key, role: 'peer', trust: 'new device', counts: false },
      ],
    });
  });

  test('show a signature on a round that has not arrived here, and count it for no other', async () => {
    const [erins, monas] = [signedDesk(erin, 'engineer'), signedDesk(mona, 'manager')];
    await monas.sign(await newDevice(), c, { number: 2 });
    await erins.sign(await newDevice(), b, { number: 1 });
    const found = signedRounds({
      ...{ sheet: s1, participants: people, known: nobody, desks: await signing(erins, monas) },
      rounds: [round(a, 1, [{ hash: b, number: 1, previous: null, at: one, by: [mona] }])],
    });
    expect(
      found.map(({ hash: own, number, listed, waitingFor }) => [own, number, listed, waitingFor]),
    ).toEqual([
      [a, 1, 'the round', [erin, mona]],
      [b, 1, 'beside', [mona]],
      [c, 2, 'missing', [erin]],
    ]);
    expect([lastSignedBy(erin, found)?.hash, lastSignedBy(mona, found)]).toEqual([b, null]);
  });

  test('wait for a new manager, also where the old one had signed', async () => {
    const replaced = participantsOf(
      [engineer({ confirmed: new Map([[max, 'manager']]) }), manager(), desk('max', { claim: 'manager' })],
      erin,
    );
    const [erins, monas] = [signedDesk(erin, 'engineer'), signedDesk(mona, 'manager')];
    await erins.sign(await newDevice(), a);
    await monas.sign(await newDevice(), a);
    const [found] = signedRounds({
      ...{ sheet: s1, rounds: [round(a, 1)], participants: replaced, known: nobody },
      desks: await signing(erins, monas),
    });
    expect(found?.waitingFor).toEqual([max]);
    expect(found?.signatures.map(({ user, counts }) => [user, counts])).toEqual([
      [erin, true],
      [mona, false],
    ]);
  });

  test('stay signed by those who counted then, and a new manager may sign what the old one had not', async () => {
    const replaced = participantsOf(
      [engineer({ confirmed: new Map([[max, 'manager']]) }), manager(), desk('max', { claim: 'manager' })],
      erin,
    );
    const then = participantsOf([engineer(), manager()], erin);
    const [erins, monas, maxs] = [
      signedDesk(erin, 'engineer'),
      signedDesk(mona, 'manager'),
      signedDesk(max, 'manager'),
    ];
    for (const own of [a, b, c]) await erins.sign(await newDevice(), own);
    await monas.sign(await newDevice(), a);
    await maxs.sign(await newDevice(), b);
    const found = signedRounds({
      ...{ sheet: s1, participants: replaced, known: nobody, peopleThen: () => then },
      ...{ rounds: [round(a, 1), round(b, 2), round(c, 3)], desks: await signing(erins, monas, maxs) },
    });
    expect(found.map(({ number, signed, waitingFor }) => [number, signed, waitingFor])).toEqual([
      [1, true, []],
      [2, true, []],
      [3, false, [max]],
    ]);
    expect(found[0]?.signatures.map(({ user, counts }) => [user, counts])).toEqual([
      [erin, true],
      [mona, true],
    ]);
  });

  test('are not signed because a round names other people for itself', async () => {
    const maxs = signedDesk(max, 'manager');
    await maxs.sign(await newDevice(), a);
    const [self] = participantsOf([desk('max')], max);
    const then = self ? [self, { ...self, role: 'manager' as const }] : [];
    const [found] = signedRounds({
      ...{ sheet: s1, participants: people, known: nobody, peopleThen: () => then },
      ...{ rounds: [round(a, 1)], desks: await signing(maxs) },
    });
    expect([found?.signed, found?.waitingFor]).toEqual([false, [erin, mona]]);
  });

  test('a signature taken back is gone, whichever device gave it, and others’ stay', async () => {
    const monas = signedDesk(mona, 'manager');
    for (const device of [await newDevice(), await newDevice()])
      for (const own of [a, b]) await monas.sign(device, own);
    withdrawSignOff(monas.doc, a);
    expect(monas.records().signOffs.map(({ says }) => says.round)).toEqual([b, b]);
  });

  test('are signed by nobody’s hand but their own, whatever lies on other desks and in whatever order', async () => {
    const names = ['erin', 'mona', 'max', 'pia'];
    const devices = await Promise.all(Array.from({ length: 8 }, newDevice));
    // Everybody writes a signature in everybody's name, on a desk of everybody's, each with another device.
    const forged = fc.record({ on: fc.nat(3), of: fc.nat(3), round: fc.constantFrom(a, b) });
    await fc.assert(
      fc.asyncProperty(fc.array(forged, { maxLength: 8 }), fc.boolean(), async (all, turned) => {
        const desks = names.map((name) => signedDesk(userId(name), 'manager'));
        for (const [at, { on, of, round: own }] of all.entries()) {
          const [place, device] = [desks[on], devices[at]];
          if (place && device) await place.sign(device, own, { user: userId(names[of] ?? '') });
        }
        const checked = await signing(...desks);
        const found = signedRounds({
          ...{ sheet: s1, rounds: [round(a, 1), round(b, 2)], participants: people, known: nobody },
          desks: turned ? checked.toReversed() : checked,
        });
        const shown = found.flatMap(({ hash: own, signatures }) =>
          signatures.map(({ user }) => `${own[0]} ${user}`),
        );
        const rightful = all.filter(({ on, of }) => on === of);
        expect(new Set(shown)).toEqual(
          new Set(rightful.map(({ of, round: own }) => `${own[0]} ${names[of]}`)),
        );
      }),
      { seed: 20261210, numRuns: 30 },
    );
  });
});

test('closing the very same round again gives the hash that was signed', async () => {
  const state = () => stateHere({ notes: { n1: { text: 'Own the index' } } });
  const [first, second] = await Promise.all([roundOf(state()), roundOf(state())]);
  expect(second.hash).toBe(first.hash);
});

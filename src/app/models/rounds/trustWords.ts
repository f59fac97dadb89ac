/** How far a signature can be trusted, in plain words. */
import type { Signature, SignedRound } from '../../../annotations/signOffs.ts';
import type { DeviceKey } from '../../../annotations/statements.ts';
import type { UserId } from '../../../workshop/ids.ts';

/** Completes "Erin signed …". */
export function trustWords({ trust, user, device }: Signature, me: UserId, ownKey: DeviceKey | null): string {
  const mine = user === me;
  switch (trust) {
    case 'known device':
      if (device === ownKey) return 'in this browser';
      return mine ? 'on another device of yours' : 'on a device that you know as theirs';
    case 'vouched for':
      return mine
        ? 'on another device of yours, which this one vouches for'
        : 'on a device that is new to you; one that you know as theirs vouches for it';
    case 'new device':
      return mine
        ? 'on a device that this browser does not know as yours'
        : 'on a device that is new to you: nothing here tells whether it was them';
    case 'does not fit':
      return 'This signature does not fit: it was changed, or made for something else. It does not count.';
  }
}

/** For one line in the list; null while nobody has signed. `name` gives what somebody is called. */
export function signedWords(
  { signatures, waitingFor, signed }: SignedRound,
  me: UserId,
  name: (user: UserId) => string,
): string | null {
  const fitting = signatures.filter(({ trust }) => trust !== 'does not fit');
  if (fitting.length === 0) return null;
  const who = fitting.map(({ user }) => (user === me ? 'you' : name(user)));
  const words = `signed by ${who.length > 1 ? `${who.slice(0, -1).join(', ')} and ${who.at(-1)}` : who[0]}`;
  if (signed || waitingFor.length === 0) return words;
  const waits = waitingFor.map((user) => (user === me ? 'you' : name(user)));
  return `${words}; waits for ${waits.join(', ')}`;
}

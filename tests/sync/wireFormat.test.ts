/** What crosses the wire, and what pages of one browser tell each other: parsed at the rim, whatever comes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DeviceMessage, parseDeviceMessage } from '../../src/sync/deviceMessages.ts';
import { unwrapper, wrap } from '../../src/sync/envelope.ts';
import { mostOpenMessages, mostParts, openMessageAge, partLength } from '../../src/sync/limits.ts';
import { type Message, messageText, parseMessage } from '../../src/sync/messages.ts';

const sender = { device: 'dev', user: 'erin' };
const parts = (id: string, text: string) => wrap(sender, id, text) ?? [];
const longText = (length: number): string => 'abcdefghi'.repeat(Math.ceil(length / 9)).slice(0, length);

describe('a message on the wire', () => {
  test('arrives whole, whatever the order of its parts and however often each comes', () => {
    const text = longText(partLength * 4 + 7);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.array(fc.nat(3)),
        (order, again) => {
          const { receive } = unwrapper(() => 0);
          const all = parts('m', text);
          const doubled = again.flatMap((i) => all[order[i] ?? 0] ?? []);
          for (const part of [...doubled, ...order.slice(0, 4).map((i) => all[i])])
            expect(receive(part)).toEqual({ kind: 'part', from: sender });
          expect(receive(all[order[4] ?? 0])).toEqual({ kind: 'whole', from: sender, text });
        },
      ),
      { seed: 1 },
    );
  });

  test('keeps its parts under the bound, and is not sent when it takes too many', () => {
    expect(
      parts('m', longText(partLength * 3)).map((part) => JSON.stringify(part).length <= partLength + 300),
    ).toEqual([true, true, true]);
    expect(wrap(sender, 'm', longText(partLength * mostParts + 1))).toBe(null);
  });

  test('does not count when a part is damaged', () => {
    const { receive } = unwrapper(() => 0);
    const [part] = parts('m', 'hello');
    expect(receive({ ...(part as object), text: 'hullo' })).toEqual({ kind: 'strange', device: 'dev' });
  });

  test('unfinished ones are forgotten, the oldest first, and in time', () => {
    let now = 0;
    const { receive } = unwrapper(() => now);
    const first = parts('first', longText(partLength * 2));
    receive(first[0]);
    for (let i = 0; i < mostOpenMessages; i += 1) receive(parts(`m${i}`, longText(partLength * 2))[0]);
    expect(receive(first[1])).toEqual({ kind: 'part', from: sender });
    const late = parts('late', longText(partLength * 2));
    receive(late[0]);
    now += openMessageAge + 1;
    receive(parts('other', longText(partLength * 2))[0]);
    expect(receive(late[1])).toEqual({ kind: 'part', from: sender });
  });

  test('of a newer version is told apart from what is no message', () => {
    const { receive } = unwrapper(() => 0);
    const [part] = parts('m', 'hello');
    expect(receive({ ...(part as object), v: 2, text: { new: 'shape' } })).toEqual({
      kind: 'newer',
      device: 'dev',
    });
    const strange = [null, 'hi', [], {}, { ...(part as object), part: 1 }, { ...(part as object), from: '' }];
    expect(strange.map((value) => receive(value).kind)).toEqual(strange.map(() => 'strange'));
  });
});

describe('the text of a message', () => {
  const bytes = new Uint8Array([1, 2, 255]);
  const holding = { name: 'doc', digest: 'abc', vector: bytes };
  test.each<Message>([
    { kind: 'updates', list: [{ name: 'doc', update: bytes }] },
    { kind: 'hello', joining: true, list: [holding] },
    { kind: 'hello', joining: false, list: [] },
    { kind: 'answer', to: 'dev', list: [{ ...holding, update: bytes }] },
    { kind: 'updates', list: [], doing: 'typing', now: 1_795_000_000_000 },
  ])('says what was meant: %j', (message) => {
    expect(parseMessage(messageText(message))).toEqual(message);
  });

  test('that is anything else is none', () => {
    const strange = [
      'no json',
      'null',
      '{"kind":"shout"}',
      '{"kind":"updates"}',
      '{"kind":"updates","list":[{"name":"doc","update":"§"}]}',
      '{"kind":"updates","list":[{"name":5,"update":"AA=="}]}',
      '{"kind":"answer","list":[]}',
    ];
    expect(strange.map(parseMessage)).toEqual(strange.map(() => null));
  });
});

describe('a message between pages', () => {
  const bytes = new Uint8Array([1]);
  test.each<DeviceMessage>([
    { kind: 'ask', page: 'p', name: 'doc', vector: bytes },
    { kind: 'give', to: 'p', name: 'doc', update: bytes, vector: bytes },
    { kind: 'change', name: 'doc', update: bytes, own: { page: 'p', count: 3 } },
    { kind: 'change', name: 'doc', update: bytes, own: null },
    { kind: 'leading' },
    { kind: 'acknowledged', name: 'doc', own: [{ page: 'p', count: 3 }] },
    { kind: 'joined', name: 'doc' },
    {
      kind: 'status',
      board: 'slow',
      connection: { reach: 'slow', behind: 2 },
      names: ['doc'],
      problems: [{ kind: 'missing', document: 'doc', who: null }],
    },
    { kind: 'please', what: 'flush', id: 'w' },
    { kind: 'done', id: 'w' },
  ])('says what was meant: $kind', (message) => {
    expect(parseDeviceMessage(structuredClone(message))).toEqual(message);
  });

  test('that is anything else is none, since another page may be of another version', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(parseDeviceMessage(value)).toBe(null);
      }),
      { seed: 2 },
    );
    expect(parseDeviceMessage({ kind: 'please', what: 'burn', id: 'w' })).toBe(null);
  });

  test.each([
    ['saved', undefined, { reach: 'well', behind: 0 }],
    ['offline', undefined, { reach: 'offline', behind: 0 }],
    ['saving', { reach: 'elsewhere', behind: 1 }, { reach: 'well', behind: 0 }],
    ['slow', { reach: 'joining', behind: -1 }, { reach: 'slow', behind: 0 }],
  ] as const)(
    'with a board that is %s and a connection of %j is taken for %j',
    (board, connection, taken) => {
      const status = { kind: 'status', board, connection, names: [], problems: [] };
      expect(parseDeviceMessage(status)).toMatchObject({ connection: taken });
    },
  );
});

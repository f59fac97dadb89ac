import { describe, expect, test } from 'vitest';
import { readAddress, withSwitches } from '../../src/local-board/view/address.ts';
import { onSite } from '../../src/local-board/view/pages/site.ts';

const nothing = { app: null, name: null, user: null };
const usual = { app: 'http://localhost:3001/index.html', name: 'Usual app', user: null };

describe('the board page’s address', () => {
  test('names the board, the person, the app and switches', () => {
    expect(
      readAddress(
        'http://localhost:3000/board/team-7?app=http%3A%2F%2Flocalhost%3A4000%2Fapp%2F&user=Erin%20Example&latency=60&strange=1',
        usual,
      ),
    ).toEqual({
      board: 'team-7',
      user: 'Erin Example',
      apps: [{ id: 'http://localhost:4000', name: 'localhost:4000', url: 'http://localhost:4000/app/' }],
      strangeApps: [],
      doubleApps: [],
      switches: { latency: 60 },
      moveTo: null,
    });
  });

  test('without an app it is the usual one, by its name', () => {
    expect(readAddress('http://localhost:3000/board/demo', usual)).toEqual({
      board: 'demo',
      user: 'Guest',
      apps: [{ id: 'http://localhost:3001', name: 'Usual app', url: 'http://localhost:3001/index.html' }],
      strangeApps: [],
      doubleApps: [],
      switches: {},
      moveTo: null,
    });
    expect(readAddress('http://localhost:3000/board/demo', nothing).apps).toEqual([]);
  });

  test('a link to an item names the item, and is opened by whoever was here last', () => {
    const { user, moveTo } = readAddress('http://localhost:3000/board/demo?moveToWidget=345', {
      ...usual,
      user: 'Max Example',
    });
    expect([user, moveTo]).toEqual(['Max Example', '345']);
  });

  test('several apps each get the name at their place', () => {
    const { apps } = readAddress(
      'http://localhost:3000/board/demo?app=http://a.example/&appName=First&app=http://b.example/&appName=Second',
      usual,
    );
    expect(apps.map(({ name }) => name)).toEqual(['First', 'Second']);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'http://'])('%s is no app', (app) => {
    const { apps, strangeApps } = readAddress(
      `http://localhost:3000/board/demo?app=${encodeURIComponent(app)}`,
      usual,
    );
    expect([apps, strangeApps]).toEqual([[], [app]]);
  });

  test('of two apps with the same origin the first is started: the board could not tell them apart', () => {
    const { apps, doubleApps } = readAddress(
      'http://localhost:3000/board/demo?app=http://localhost:4000/a&app=http://localhost:5000/&app=http://localhost:4000/b',
      nothing,
    );
    expect(apps.map(({ url }) => url)).toEqual(['http://localhost:4000/a', 'http://localhost:5000/']);
    expect(doubleApps).toEqual(['http://localhost:4000/b']);
  });
});

describe('switches in the address', () => {
  const url =
    'http://localhost:3000/board/demo?user=Erin%20Example&latency=60&app=http%3A%2F%2Fa.example%2F&plan=free';

  test('are those that are set, and no others; the rest of the address stays', () => {
    expect(withSwitches(url, { latency: 60, fail: 0.5 })).toBe(
      'http://localhost:3000/board/demo?user=Erin%20Example&latency=60&app=http%3A%2F%2Fa.example%2F&fail=0.5'.replace(
        '%20',
        '+',
      ),
    );
    expect(readAddress(withSwitches(url, { storage: 'denied' }), nothing)).toEqual({
      ...readAddress(url, nothing),
      switches: { storage: 'denied' },
    });
  });

  test('that are there already leave it as it is, to the letter', () => {
    expect(withSwitches(url, { plan: 'free', latency: 60 })).toBe(url);
  });
});

describe('another site', () => {
  test('is the other name of this machine, and nothing for an app from elsewhere', () => {
    expect([
      onSite('http://localhost:3001/index.html', 'other'),
      onSite('http://127.0.0.1:3001/', 'other'),
      onSite('http://localhost:3001/', 'given'),
      onSite('http://localhost:3001/', undefined),
      onSite('https://app.example/', 'other'),
    ]).toEqual([
      'http://127.0.0.1:3001/index.html',
      'http://localhost:3001/',
      'http://localhost:3001/',
      'http://localhost:3001/',
      'https://app.example/',
    ]);
  });
});

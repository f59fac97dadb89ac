/** The ID token as an app's own server meets it, which holds the app's client secret and nothing else. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errors, jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinBoard } from '../../src/local-board/joinBoard.ts';
import { manualClock } from '../../src/local-board/manualClock.ts';
import type { AppIdentity } from '../../src/local-board/server/apps/idToken.ts';
import { startLocalBoard } from '../../src/local-board/server/localBoard.ts';

const app = 'http://localhost:3001';
const start = Date.UTC(2026, 0, 5, 9);

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'tokens-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

async function tokenOf(apps?: Readonly<Record<string, Partial<AppIdentity>>>): Promise<string> {
  const clock = manualClock(start);
  const server = await startLocalBoard({
    port: 0,
    dataDir,
    pageDir: dataDir,
    clock,
    ...(apps ? { apps } : {}),
  });
  const erin = await joinBoard({ url: server.url, board: 'b', user: 'Erin Example', app, clock });
  try {
    return await erin.miro.board.getIdToken();
  } finally {
    await erin.close();
    await server.close();
  }
}

const verified = (token: string, secret: string, now = start) =>
  jwtVerify(token, new TextEncoder().encode(secret), {
    algorithms: ['HS256'],
    issuer: 'miro',
    currentDate: new Date(now),
  });

const file = () => join(dataDir, 'app-secrets.json');
const kept = () => JSON.parse(readFileSync(file(), 'utf8')) as Record<string, AppIdentity>;

test('the app’s own secret proves the token; any other does not', async () => {
  const clientSecret = 'a secret that the developer chose!';
  const token = await tokenOf({ [app]: { clientId: '3458764500000000001', clientSecret } });
  const { payload } = await verified(token, clientSecret);
  expect(payload.sub).toBe('3458764500000000001');
  await expect(verified(token, `${clientSecret}x`)).rejects.toThrow(errors.JWSSignatureVerificationFailed);
});

test('it is valid for an hour', async () => {
  const clientSecret = 'a secret that the developer chose!';
  const token = await tokenOf({ [app]: { clientSecret } });
  await verified(token, clientSecret, start + 3_599_000);
  await expect(verified(token, clientSecret, start + 3_601_000)).rejects.toThrow(errors.JWTExpired);
});

test('without settings a secret is made up, kept for the developer to read, and the same after a restart', async () => {
  const token = await tokenOf();
  const made = kept()[app];
  const { payload } = await verified(token, made?.clientSecret ?? '');
  expect(payload.sub).toBe(made?.clientId);
  expect(statSync(file()).mode & 0o077).toBe(0);
  await verified(await tokenOf(), made?.clientSecret ?? '');
  expect(kept()[app]).toEqual(made);
});

test('a secret that the developer wrote into the file is used', async () => {
  const identity = { clientId: '1', clientSecret: 'written by hand into the file....' };
  writeFileSync(file(), JSON.stringify({ [app]: identity }));
  expect((await verified(await tokenOf(), identity.clientSecret)).payload.sub).toBe('1');
});

test('a file that cannot be understood is said, and not overwritten', async () => {
  writeFileSync(file(), '{"not": "ours"}');
  await expect(tokenOf()).rejects.toThrow('app-secrets.json is not what this server wrote');
  expect(readFileSync(file(), 'utf8')).toBe('{"not": "ours"}');
});

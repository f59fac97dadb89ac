/** The manifest as Miro reads it: required keys, the least scopes, an address Miro accepts (app manifest page). */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

test('the manifest asks for no more than the app needs, logs in nowhere, and names the headless page', () => {
  expect(parse(readFileSync('app-manifest.yaml', 'utf8'))).toEqual({
    appName: 'Rolewright',
    sdkVersion: 'SDK_V2',
    sdkUri: expect.stringMatching(/^https:\/\/.+\/index\.html$/),
    scopes: ['boards:read', 'boards:write', 'identity:read'],
  });
});

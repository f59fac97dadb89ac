/** What each person says in a session, in a document of their own. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { deskName, parseDeskName } from '../../../src/annotations/names.ts';
import { readBadge, sayDoneWith, stageKey } from '../../../src/annotations/session/badgeDocument.ts';
import {
  badgeName,
  parseBadgeName,
  parseSessionName,
  sessionName,
} from '../../../src/annotations/sessionNames.ts';
import { sheetId, userId } from '../../../src/workshop/ids.ts';

const erin = userId('erin');
const at = '2026-11-20T12:00:00.000Z';
const write = stageKey('s1', 'write');

describe('a badge', () => {
  test('says with which stages somebody is done, and with which not after all', () => {
    const doc = new Y.Doc();
    sayDoneWith(doc, { name: 'Erin Example', stage: write, done: true, at });
    sayDoneWith(doc, { name: 'Erin Example', stage: stageKey('s1', 'talk'), done: true, at });
    sayDoneWith(doc, { name: 'Erin Example', stage: stageKey('s1', 'talk'), done: false, at });
    expect(readBadge(doc, erin)).toEqual({
      owner: erin,
      name: 'Erin Example',
      done: new Map([[write, at]]),
      dots: new Map(),
      unknown: 0,
      newer: false,
    });
  });

  test('is not written on for nothing, nor where a newer version was', () => {
    const doc = new Y.Doc();
    sayDoneWith(doc, { name: 'Erin', stage: write, done: true, at });
    const before = Y.encodeStateAsUpdate(doc);
    sayDoneWith(doc, { name: 'Erin', stage: write, done: true, at: '2026-11-20T13:00:00.000Z' });
    sayDoneWith(doc, { name: 'Erin', stage: stageKey('s1', 'never'), done: false, at });
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    doc.getMap('about').set('schema:9', true);
    expect([
      sayDoneWith(doc, { name: 'Erin', stage: write, done: false, at }),
      readBadge(doc, erin).newer,
    ]).toEqual([false, true]);
  });

  test('counts what can’t be read', () => {
    const doc = new Y.Doc();
    doc.getMap('done').set('s1/a', 'yes');
    doc.getMap('done').set('s1/b', { done: 1, at });
    doc.getMap('songs').set('a', 1);
    expect(readBadge(doc, erin)).toMatchObject({ done: new Map(), unknown: 3, name: '' });
  });

  test('of two stages of like names stays two', () => {
    expect(stageKey('a/b', 'c')).not.toBe(stageKey('a', 'b/c'));
  });
});

describe('names of documents', () => {
  test('of sessions and badges are told from all others', () => {
    expect([sessionName(), sessionName(2), sessionName(31)].map(parseSessionName)).toEqual([1, 2, 31]);
    const strange = [
      'session/1',
      'session/02',
      'session/x',
      'session/2/3',
      'sessions',
      deskName(sheetId('s'), erin),
    ];
    expect(strange.map(parseSessionName)).toEqual(strange.map(() => null));
    const user = userId('a/b é');
    expect([badgeName(user), badgeName(user, 12)].map(parseBadgeName)).toEqual([
      { user, edition: 1 },
      { user, edition: 12 },
    ]);
    const others = ['badge', 'badge/', 'badge/a/1', 'badge/a/2/3', 'badge/%', sessionName()];
    expect(others.map(parseBadgeName)).toEqual(others.map(() => null));
    expect(parseDeskName(badgeName(user))).toBe(null);
  });
});

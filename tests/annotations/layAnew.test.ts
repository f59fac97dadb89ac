/** That a sheet is being laid out anew, in its document: one run at a time, whoever begins, goes on or ends at once. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  beatRelayout,
  beginRelayout,
  endRelayout,
  giveUpRelayout,
  takeOnRelayout,
} from '../../src/annotations/layAnew.ts';
import { placeSheet, readSheet } from '../../src/annotations/sheetDocument.ts';
import { startSheet } from '../../src/annotations/sheetOperations.ts';
import { itemId, laneId, userId } from '../../src/workshop/ids.ts';
import { details } from '../support/sheets.ts';
import { copyOf, noon } from './builders.ts';

const [frame, note] = [itemId('f'), itemId('n')];
const place = (column: string) => ({
  frame,
  size: { width: 4000, height: 2000 },
  anchors: new Map([[`column:${column}`, itemId('h')]]),
});
const lane = laneId('execution', 'being-glue');
const begun = (id: string, by = 'erin') => ({
  ...({ id, by: userId(by), at: noon, from: 'pillars', to: 'responsibilities' } as const),
  lanes: new Map([[note, [lane]]]),
  plan: { v: 1 },
});
const ended = { lens: 'responsibilities', place: place('being-glue') } as const;

function sheet(): Y.Doc {
  const doc = new Y.Doc();
  startSheet(doc, { details: { ...details, lens: 'pillars' }, engineer: null, place: place('execution') });
  return doc;
}
function meet(a: Y.Doc, b: Y.Doc): void {
  const [one, other] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
  Y.applyUpdate(a, other);
  Y.applyUpdate(b, one);
}
const stateOf = (doc: Y.Doc) => {
  const { details: now, anchors, relayout, unknown } = readSheet(doc);
  return { lens: now?.lens, keys: [...anchors.keys()], run: relayout?.id ?? null, unknown };
};

describe('a re-layout', () => {
  test('says for which lanes each note counts until it ends, and then lens and headers change at once', () => {
    const doc = sheet();
    beginRelayout(doc, begun('one'));
    expect(readSheet(copyOf(doc)).relayout).toEqual({ ...begun('one'), beat: 0 });
    const seen: unknown[] = [];
    doc.on('update', () => seen.push(stateOf(doc)));
    beatRelayout(doc, 'one', 1);
    endRelayout(doc, 'one', ended);
    expect(seen).toEqual([
      { lens: 'pillars', keys: ['column:execution'], run: 'one', unknown: 0 },
      { lens: 'responsibilities', keys: ['column:being-glue'], run: null, unknown: 0 },
    ]);
  });

  test('is begun by one of two who begin at once, and only that one can end it', () => {
    const erins = sheet();
    const maxs = copyOf(erins);
    beginRelayout(erins, begun('one'));
    beginRelayout(maxs, begun('two', 'max'));
    meet(erins, maxs);
    expect(stateOf(erins)).toEqual(stateOf(maxs));
    const winner = stateOf(erins).run;
    const loser = winner === 'one' ? 'two' : 'one';
    endRelayout(erins, loser, ended);
    giveUpRelayout(erins, loser);
    beatRelayout(erins, loser, 9);
    expect([stateOf(erins).run, readSheet(erins).relayout?.beat]).toEqual([winner, 0]);
  });

  test('is not begun a second time, and is taken on by one at a time', () => {
    const doc = sheet();
    beginRelayout(doc, begun('one'));
    beginRelayout(doc, begun('two'));
    takeOnRelayout(doc, 'another', begun('three'));
    expect(stateOf(doc).run).toBe('one');
    takeOnRelayout(doc, 'one', begun('three', 'max'));
    expect(readSheet(doc).relayout).toMatchObject({ id: 'three', by: 'max', beat: 0 });
  });

  test('ended by one while the other takes it on, it goes on, and notes stay where they count', () => {
    const erins = sheet();
    beginRelayout(erins, begun('one'));
    const maxs = copyOf(erins);
    endRelayout(erins, 'one', ended);
    takeOnRelayout(maxs, 'one', begun('two', 'max'));
    meet(erins, maxs);
    expect(stateOf(erins)).toEqual(stateOf(maxs));
    expect(readSheet(erins).relayout?.lanes.get(note)).toEqual([lane]);
    endRelayout(maxs, 'two', ended);
    meet(erins, maxs);
    expect(stateOf(erins)).toMatchObject({ lens: 'responsibilities', run: null });
  });

  test('that this version can’t read is counted, kept, and taken for none', () => {
    const doc = sheet();
    const now = { id: 'one', by: 'erin', at: noon, from: 'pillars', to: 'a lens of tomorrow' };
    doc.getMap('relayout').set('now', now);
    expect(stateOf(doc)).toMatchObject({ run: null, unknown: 1 });
    beginRelayout(doc, begun('two'));
    placeSheet(doc, place('execution'));
    expect(doc.getMap('relayout').get('now')).toEqual(now);
  });

  test('with lanes that are no list holds them for none, rather than guessing', () => {
    const doc = sheet();
    doc.getMap('relayout').set('now', { ...begun('one'), lanes: { n: 'x', m: [lane, 3] } });
    expect(readSheet(doc).relayout?.lanes).toEqual(
      new Map([
        [note, []],
        [itemId('m'), [lane]],
      ]),
    );
  });
});

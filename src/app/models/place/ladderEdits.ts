/** What can be done to the ladder by hand, each as one change that can be undone. */
import type { LadderChange } from '../../../annotations/place/ladderDocument.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import { moved, type Ordered } from '../../../workshop/ladder/arrange.ts';
import { type Dimension, type Level, levelsOn, type Path } from '../../../workshop/ladder/ladder.ts';
import type { Place } from './place.ts';

const onLevel = (
  id: string,
  field: 'title' | 'scope' | 'path' | 'order' | 'removed',
  value: string | number | boolean,
): LadderChange => ({ on: { of: 'level', id, field }, value });

const onDimension = (
  id: string,
  field: 'title' | 'order' | 'removed',
  value: string | number | boolean,
): LadderChange => ({ on: { of: 'dimension', id, field }, value });

/** `things` with the numbers that put them in their order. */
function ordered(place: Place, things: readonly { readonly id: string }[]): readonly Ordered[] {
  const { orders } = place.ladder.value;
  return things.map(({ id }) => ({ id, order: orders.get(id) ?? 0 }));
}

const levelOrders = (orders: readonly Ordered[]) =>
  orders.map(({ id, order }) => onLevel(id, 'order', order));

/** On top of its path. The id of the new level; null where this version may not write. */
export function addLevel(place: Place, path: Path): string | null {
  const id = place.newId();
  const others = ordered(place, levelsOn(place.ladder.value.ladder, path));
  const added = place.change('A level is added.', [
    onLevel(id, 'title', 'New level'),
    onLevel(id, 'path', path),
    ...levelOrders(moved(others, id, others.length)),
  ]);
  return added ? id : null;
}

/** A level without a name would be seen nowhere: an empty one is not taken. */
export function rename(place: Place, level: Level, words: string): void {
  const title = cleanLine(words);
  if (title === '' || title === level.title) return;
  place.change(`A level is called “${title}” now.`, [onLevel(level.id, 'title', title)], `${level.id} title`);
}

export function describe(place: Place, level: Level, scope: string): void {
  place.change(
    `The scope of “${level.title}” is changed.`,
    [onLevel(level.id, 'scope', scope)],
    `${level.id} scope`,
  );
}

export function write(place: Place, level: Level, dimension: Dimension, text: string): void {
  place.change(
    `“${dimension.title}” of “${level.title}” is changed.`,
    [{ on: { of: 'cell', level: level.id, dimension: dimension.id }, value: text }],
    `${level.id} ${dimension.id}`,
  );
}

/** `by`: 1 for one place up, -1 for one down. */
export function move(place: Place, level: Level, by: 1 | -1): void {
  const way = levelsOn(place.ladder.value.ladder, level.path);
  const at = way.findIndex(({ id }) => id === level.id) + by;
  if (at < 0 || at >= way.length) return;
  const others = ordered(
    place,
    way.filter(({ id }) => id !== level.id),
  );
  place.change(`“${level.title}” is moved.`, levelOrders(moved(others, level.id, at)));
}

/** To the top of another path. */
export function putOn(place: Place, level: Level, path: Path): void {
  const others = ordered(place, levelsOn(place.ladder.value.ladder, path));
  place.change(`“${level.title}” is on another path.`, [
    onLevel(level.id, 'path', path),
    ...levelOrders(moved(others, level.id, others.length)),
  ]);
}

export function remove(place: Place, level: Level): void {
  place.change(`“${level.title}” is off the ladder.`, [onLevel(level.id, 'removed', true)]);
}

export function addDimension(place: Place): string | null {
  const id = place.newId();
  const others = ordered(place, place.ladder.value.ladder.dimensions);
  const added = place.change('A dimension is added.', [
    onDimension(id, 'title', 'New dimension'),
    ...moved(others, id, others.length).map((one) => onDimension(one.id, 'order', one.order)),
  ]);
  return added ? id : null;
}

export function renameDimension(place: Place, dimension: Dimension, words: string): void {
  const title = cleanLine(words);
  if (title === '' || title === dimension.title) return;
  place.change(
    `A dimension is called “${title}” now.`,
    [onDimension(dimension.id, 'title', title)],
    `${dimension.id} title`,
  );
}

/** What levels ask for in it stays with it, should it come back. */
export function removeDimension(place: Place, dimension: Dimension): void {
  place.change(`“${dimension.title}” is off the ladder.`, [onDimension(dimension.id, 'removed', true)]);
}

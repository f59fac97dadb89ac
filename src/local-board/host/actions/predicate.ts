/**
 * Which items a custom action is for: MongoDB-like predicates (websdk-reference-custom-action-management), judged by
 * `sift`. Only the documented operators pass. `$where` is documented too, but it is code of the app, and the board
 * runs no app's code: comparisons are read (where.ts), anything else is refused with a reason.
 */
import * as loaded from 'sift';
import { no } from '../payload.ts';
import { readWhere } from './where.ts';

const { default: sift } = loaded;
// Node reads sift as CommonJS, where the rest hangs on the default; a bundler reads its ES module, where it does not.
const { createEqualsOperation = (sift as unknown as typeof loaded).createEqualsOperation } = loaded;

const known: readonly string[] = [
  ...['$and', '$or', '$not'],
  ...['$eq', '$ne', '$in', '$nin', '$gt', '$gte', '$lt', '$lte'],
  ...['$regex', '$exists'],
];
const deepest = 20;
/** Characters of a pattern. */
const longestPattern = 500;

type Query = Readonly<Record<string, unknown>>;

function look(part: unknown, depth: number): void {
  if (depth > deepest) no('input', 'The predicate is nested too deeply.');
  if (Array.isArray(part)) for (const entry of part) look(entry, depth + 1);
  else if (typeof part === 'object' && part !== null)
    for (const [key, value] of Object.entries(part)) {
      if (key === '$where') readWhere(value);
      else if (key.startsWith('$') && !known.includes(key))
        no('input', `The predicate uses an unknown operator: ${key}.`);
      if (key === '$regex' && (typeof value !== 'string' || value.length > longestPattern))
        no('input', `A $regex is a string of at most ${longestPattern} characters.`);
      look(value, depth + 1);
    }
}

const tester = (predicate: Query) =>
  sift<Query>(predicate, {
    operations: {
      // sift's own would run it as code.
      $where: (given: unknown, owner, options) =>
        createEqualsOperation(readWhere(given) as (item: unknown) => boolean, owner, options),
    },
  });

/** Whether it asks for what the app has noted on items, which has to be fetched. */
export const asksForMetadata = (predicate: Query): boolean => JSON.stringify(predicate).includes('"metadata');

/** Refuses what is no predicate. */
export function checkPredicate(predicate: unknown): asserts predicate is Query {
  if (typeof predicate !== 'object' || predicate === null || Array.isArray(predicate))
    no('input', 'The predicate must be an object.');
  look(predicate, 0);
  try {
    tester(predicate as Query);
  } catch (error) {
    no('input', `The predicate cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** One is enough to ask: whether every one of these items is meant by each predicate. */
export const judge = (predicates: readonly Query[], items: readonly Query[]): boolean[] =>
  predicates.map((predicate) => {
    const test = tester(predicate);
    return items.every((item) => test(item));
  });

/** The same wherever it is worked out. A pattern may take for ever, so a page has it done elsewhere. */
export type Judge = (predicates: readonly Query[], items: readonly Query[]) => Promise<readonly boolean[]>;

export const judgeHere: Judge = async (predicates, items) => judge(predicates, items);

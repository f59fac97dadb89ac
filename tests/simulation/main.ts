/**
 * `npm run simulate -- --runs N --seed S`: new stories every time, thousands if wished. Prints what happened and, for
 * the first story that ends badly, that story as short as it can be made: a test for sync.test.ts.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { story } from './steps.ts';
import { type Account, tell } from './story.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '1000' }, seed: { type: 'string' } },
});
const runs = Number(values.runs);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
  console.error('Both --runs and --seed take a whole number.');
  process.exit(1);
}

const total = {
  runs: 0,
  edits: 0,
  promised: 0,
  deletions: 0,
  calls: 0,
  divergences: 0,
  losses: 0,
  leftovers: 0,
};
function count(account: Account): void {
  total.runs += 1;
  total.edits += account.edits;
  total.promised += account.promised;
  total.deletions += account.deletions;
  total.calls += account.calls;
  total.divergences += account.divergences.length > 0 ? 1 : 0;
  total.losses += account.losses.length > 0 ? 1 : 0;
  total.leftovers += account.leftovers > 0 ? 1 : 0;
}

const began = performance.now();
const seconds = () => ((performance.now() - began) / 1000).toFixed(0);
const inOneLine = () =>
  Object.entries(total)
    .map(([what, number]) => `${number} ${what}`)
    .join(', ');
let shrinking = false;
const result = await fc.check(
  fc.asyncProperty(story, async (one) => {
    const account = await tell(one);
    if (!shrinking) {
      count(account);
      if (total.runs % 250 === 0) console.log(`${seconds()} s: ${inOneLine()}`);
    }
    const ended = [...account.divergences, ...account.losses];
    if (account.leftovers > 0) ended.push(`${account.leftovers} things left running`);
    if (ended.length > 0) {
      shrinking = true;
      throw new Error(ended.join('\n'));
    }
  }),
  { seed, numRuns: runs },
);
console.log(`\nseed ${seed}, ${seconds()} s`);
for (const [what, number] of Object.entries(total)) console.log(`${what.padEnd(12)} ${number}`);
if (result.failed) {
  console.log(`\n${String(result.errorInstance)}\n\n${fc.stringify(result.counterexample?.[0])}`);
  process.exitCode = 1;
}

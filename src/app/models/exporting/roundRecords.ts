/** What the closed rounds of a sheet say, as far as it can be had soon. */
import { roundName } from '../../../annotations/names.ts';
import type { RoundRecord } from '../../../annotations/round.ts';
import { roundTextIn } from '../../../annotations/roundDocument.ts';
import type { Hash } from '../../../annotations/sha256.ts';
import type { RoundReading, Rounds } from '../rounds/rounds.ts';
import type { SheetContext } from '../sheet/parts.ts';

/** Milliseconds to wait for rounds that are on the list and not here. */
const usualPatience = 5_000;

/** Whatever lies there, also what this version can't read: the file keeps the very text. */
export async function textsOf(
  rounds: Rounds,
  context: Pick<SheetContext, 'platform' | 'sync' | 'id'>,
): Promise<ReadonlyMap<Hash, string>> {
  await recordsOf(rounds, context, usualPatience, [
    ...hashesIn(rounds),
    ...rounds.there.list.peek().map(({ hash }) => hash),
  ]);
  const texts = [...hashesIn(rounds), ...rounds.there.list.peek().map(({ hash }) => hash)].flatMap((hash) => {
    const text = roundTextIn(context.sync.open(roundName(context.id, hash)).doc);
    return text === null ? [] : [[hash, text] as const];
  });
  return new Map(texts);
}

type Here = Extract<RoundReading, { kind: 'here' }>;

const hashesIn = (rounds: Rounds): readonly Hash[] =>
  rounds.list.peek().flatMap(({ hash, beside }) => [hash, ...beside.map((twin) => twin.hash)]);

/** What each round says, as far as it is here or comes soon. */
export async function recordsOf(
  rounds: Rounds,
  context: Pick<SheetContext, 'platform'>,
  patience = usualPatience,
  hashes: readonly Hash[] = hashesIn(rounds),
): Promise<ReadonlyMap<Hash, RoundRecord>> {
  const readings = hashes.map((hash) => rounds.reading(hash));
  let late = false;
  const cancel = context.platform.clock.after(patience, () => {
    late = true;
    settle();
  });
  let settle = (): void => undefined;
  const ends = readings.map((reading) => reading.subscribe(() => settle()));
  await new Promise<void>((resolve) => {
    settle = () => {
      if (late || readings.every((reading) => reading.peek().kind !== 'looking')) resolve();
    };
    settle();
  });
  cancel();
  for (const end of ends) end();
  return new Map(
    readings
      .map((reading) => reading.peek())
      .filter((reading): reading is Here => reading.kind === 'here')
      .map(({ record }) => [record.hash, record]),
  );
}

/** What the closed rounds of a sheet say, as far as it can be had soon. */
import type { RoundRecord } from '../../../annotations/round.ts';
import type { Hash } from '../../../annotations/sha256.ts';
import type { SheetContext } from '../parts.ts';
import type { RoundReading, Rounds } from '../rounds.ts';

/** Milliseconds to wait for rounds that are on the list and not here. */
const usualPatience = 5_000;

type Here = Extract<RoundReading, { kind: 'here' }>;

/** What each round says, as far as it is here or comes soon. */
export async function recordsOf(
  rounds: Rounds,
  context: Pick<SheetContext, 'platform'>,
  patience = usualPatience,
): Promise<ReadonlyMap<Hash, RoundRecord>> {
  const hashes = rounds.list.value.flatMap(({ hash, beside }) => [hash, ...beside.map((twin) => twin.hash)]);
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

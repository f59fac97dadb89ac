/** Rounds of another board that were brought along, with who signed them there; and bringing them. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ArchivedRound, RoundElsewhere } from '../../../annotations/archivedRounds.ts';
import { broughtReading } from '../../../annotations/beside/broughtReading.ts';
import { bringRounds, dismissRounds, readBroughtRounds } from '../../../annotations/broughtRounds.ts';
import type { DeskRecords } from '../../../annotations/deskRecords.ts';
import { roundName } from '../../../annotations/names.ts';
import { checkRound } from '../../../annotations/parseRound.ts';
import { keepRound } from '../../../annotations/roundDocument.ts';
import type { Hash } from '../../../annotations/sha256.ts';
import { checker } from '../../../annotations/signatures.ts';
import { disposers } from '../../../base/disposer.ts';
import type { SignedThere } from '../../../export/brought.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { Vault } from '../rounds/vault.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { deskWithRecords } from '../sheet/wholeDesks.ts';

export interface RoundsThere {
  /** By number. */
  readonly list: ReadonlySignal<readonly RoundElsewhere[]>;
  readonly signed: ReadonlySignal<readonly SignedThere[]>;
  /** Every signature that is here has been looked at. */
  settled(): Promise<void>;
  bring(rounds: readonly ArchivedRound[], board: string): Promise<RoundsBrought>;
  dispose(): void;
}

export interface RoundsBrought {
  readonly brought: number;
  /** What they say is not what their fingerprint stands for, or can't be checked here: they stay in the file. */
  readonly unchecked: number;
  readonly undo: () => void;
}

type Context = Pick<SheetContext, 'id' | 'documents' | 'sync' | 'me' | 'now'>;

export function openRoundsThere(context: Context, vault: Vault | null): RoundsThere {
  const { documents, sync, me, now } = context;
  const owned = disposers();
  const list = computed(() => {
    // Read again whenever the sheet's document has changed.
    void documents.content.value;
    return readBroughtRounds(documents.sheet).values;
  });
  const signed = signal<readonly SignedThere[]>([]);
  let looking: Promise<unknown> = Promise.resolve();
  if (vault) {
    const check = checker(vault.subtle);
    let turn = 0;
    owned.add(
      effect(() => {
        const hashes = new Set(list.value.map(({ hash }) => hash));
        const brought = documents.content.value.brought.map((one) => ({
          name: one.desk.name,
          records: broughtReading(one).records,
        }));
        // Who took their own along has them on their desk.
        const here = documents.sources.value.map((one) => ({
          name: one.desk.name,
          records: deskWithRecords(one).records,
        }));
        turn += 1;
        const own = turn;
        const all = hashes.size > 0 ? [...here, ...brought] : [];
        looking = Promise.all(
          all.map(({ name, records }) => signaturesOf(name, records, hashes, check)),
        ).then((found) => {
          if (own === turn) signed.value = distinct(found.flat());
        });
      }),
    );
  }

  return {
    list,
    signed,
    async settled() {
      await looking;
    },
    async bring(rounds, board) {
      const closedHere = new Set(documents.content.peek().closings.map(({ hash }) => hash));
      const wanted: ArchivedRound[] = [];
      let unchecked = 0;
      for (const round of rounds) {
        const said = round.text;
        const checked = said === null ? null : vault && (await checkRound(vault.subtle, said, round.hash));
        // One of a newer version stays what it is: its fingerprint fits, whatever this version makes of it.
        const fits = said === null || checked?.ok || checked?.error.kind === 'newer';
        if (fits) wanted.push(round);
        else unchecked += 1;
      }
      const brought = bringRounds(documents.sheet, {
        ...{ rounds: wanted, here: closedHere, board, by: me.id, at: now() },
      });
      for (const { hash, text } of wanted) {
        if (text === null || !brought?.includes(hash)) continue;
        const { doc, loaded } = sync.open(roundName(context.id, hash));
        await loaded;
        keepRound(doc, { json: text });
      }
      return {
        brought: brought?.length ?? 0,
        unchecked,
        undo: () => void dismissRounds(documents.sheet, brought ?? []),
      };
    },
    dispose: owned.dispose,
  };
}

async function signaturesOf(
  name: string,
  records: DeskRecords,
  rounds: ReadonlySet<Hash>,
  check: ReturnType<typeof checker>,
): Promise<readonly SignedThere[]> {
  const { owner, signOffs } = await check(records);
  return signOffs.flatMap(({ says, fits }): SignedThere[] =>
    rounds.has(says.round)
      ? [{ round: says.round, user: owner, name: cleanLine(name), at: says.at, fits }]
      : [],
  );
}

/** One for each person under each round; one that fits shows. */
function distinct(all: readonly SignedThere[]): readonly SignedThere[] {
  const found = new Map<string, SignedThere>();
  for (const one of all) {
    const key = `${one.round} ${one.user}`;
    if (!found.get(key)?.fits) found.set(key, one);
  }
  return [...found.values()];
}

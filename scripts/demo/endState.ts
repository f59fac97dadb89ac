/** How the story ends, as plain values: what `--json` prints. */
import { roundsPart } from '../../src/app/models/rounds/roundsPart.ts';
import { idOf, type Pair, sheetOf, viewOf } from './pair.ts';
import type { Secrets } from './secrets.ts';

export async function endState({ erin, max }: Pair, secrets: Secrets) {
  const view = viewOf(erin);
  const { list, signing } = await sheetOf(erin).loaded(roundsPart);
  const names = new Map([erin, max].map((person) => [idOf(person), person.name]));
  return {
    notes: view.columns.flatMap(({ lanes }) =>
      lanes.flatMap(({ lane, notes }) =>
        notes.map(({ text, state }) => ({ lane: lane.id as string, text, state })),
      ),
    ),
    agreed: {
      all: { agreed: view.agreed, total: view.total },
      pillars: view.columns
        .filter(({ column }) => column.place === 'main')
        .map(({ column, agreed, total }) => ({ pillar: column.title, agreed, total })),
    },
    rounds: list.value.map(({ number, hash, by }) => ({
      number,
      hash: hash as string,
      closedBy: by.map((user) => names.get(user) ?? user),
    })),
    signatures: signing.signed.value.flatMap(({ number, hash, signatures }) =>
      signatures.map(({ user, role }) => ({
        round: number,
        hash: hash as string,
        by: names.get(user) ?? user,
        role,
      })),
    ),
    next: view.content.next?.start ?? null,
    /** Words that left a browser before their owner said done. */
    leaked: secrets.leaked(),
  };
}

/**
 * What is told of a closed round: only what it holds. Threads that were settled before it was closed are not in it, and
 * nothing that was decided afterwards is.
 */
import type { RoundContent, RoundNote, RoundRemark } from '../annotations/round.ts';
import { saysTheSame } from '../annotations/text.ts';
import type { ItemId, LaneId, UserId } from '../workshop/ids.ts';
import { cleanLine } from './cleanText.ts';
import type { GoneNote, Note, Person, Spoken, Thread, UnplacedNote } from './document.ts';
import { groundDetails } from './ground.ts';
import type { Told } from './told.ts';

const nobody: Person = { name: '', role: null, confirmed: false };

/** `order`: notes as they lie on the sheet now, since a round doesn't say which came first; the rest follows by id. */
export function roundThen(round: RoundContent, order: readonly ItemId[] = []): Told {
  const people = new Map(
    round.people.map(({ user, name, role, confirmed }): [UserId, Person] => [
      user,
      { name: name || (user === round.engineer ? round.details.engineer : ''), role, confirmed },
    ]),
  );
  const personBy = (user: UserId): Person => people.get(user) ?? nobody;
  const place = new Map(order.map((id, at) => [id, at]));
  const inOrder = round.notes.toSorted(
    (a, b) => (place.get(a.id) ?? order.length) - (place.get(b.id) ?? order.length),
  );

  const spoken = ({ id, by, from, at, text, wording, proposes }: RoundRemark): Spoken => ({
    ...{ id, at, text, proposes },
    who: personBy(by),
    ...(from ? { from } : {}),
    wording: wording?.proposed ?? null,
    ...{ verdict: null, reason: '', countered: false },
  });
  const detailsOf = groundDetails(round);
  const entry = (note: RoundNote): Note => {
    const { id, text, state, stances, threads } = note;
    return {
      ...{ id, text, state },
      details: detailsOf(note),
      stances: stances.map(({ user, value, reason, text: about }) => ({
        who: personBy(user),
        ...{ value, reason },
        earlierText: about !== null && !saysTheSame(about, text),
      })),
      threads: threads.flatMap(({ remarks: [first, ...answers] }): Thread[] =>
        first ? [{ ...spoken(first), resolved: false, answers: answers.map(spoken) }] : [],
      ),
      changedBy: '',
      changedAt: '',
    };
  };

  const lanes = new Map<LaneId, Note[]>();
  const unplaced: (UnplacedNote & { lanes: readonly LaneId[] })[] = [];
  const gone: GoneNote[] = [];
  for (const note of inOrder) {
    const [only, another] = note.lanes;
    const own = entry(note);
    if (note.gone) {
      const because = note.retired.map(({ by, reason }) => ({ who: personBy(by), reason }));
      gone.push({ ...own, because });
    } else if (only !== undefined && another === undefined)
      lanes.set(only, [...(lanes.get(only) ?? []), own]);
    else if (cleanLine(note.text) !== '' || own.stances.length + own.threads.length > 0)
      unplaced.push({ ...own, between: [], lanes: note.lanes });
  }
  return { details: round.details, people: [...people.values()], lanes, unplaced, gone, unknown: 0 };
}

/**
 * An agenda in the time that people have: each stage gets its share, in whole minutes and never less than one, so that
 * they add up to `total`. Where the stages are more than the minutes it takes a minute for each of them.
 */
import { type Agenda, agendaLimits, agendaMinutes, asMinutes } from './agenda.ts';

/** Whole minutes of a session; below, nobody has read the first sentence. */
export const sessionMinutes = { least: 10, most: 480 } as const;

export const asSessionMinutes = (minutes: number): number =>
  Math.min(sessionMinutes.most, Math.max(sessionMinutes.least, Math.round(minutes)));

export function fitAgenda(agenda: Agenda, total: number): Agenda {
  const before = agendaMinutes(agenda);
  if (before === 0) return agenda;
  const wished = new Map(
    agenda.flatMap(({ id, minutes, skipped }) =>
      skipped ? [] : [[id, (minutes * asSessionMinutes(total)) / before] as const],
    ),
  );
  const given = new Map([...wished].map(([id, share]) => [id, asMinutes(Math.floor(share))]));
  const owed = (id: string): number => (wished.get(id) ?? 0) - (given.get(id) ?? 0);
  let rest = asSessionMinutes(total) - [...given.values()].reduce((sum, one) => sum + one, 0);
  // The stage that is owed most gets the next minute, the one with most above its share gives one.
  while (rest !== 0) {
    const step = Math.sign(rest);
    const [next] = [...given]
      .filter(([, minutes]) => (step > 0 ? minutes < agendaLimits.minutes : minutes > 1))
      .sort(([a], [b]) => step * (owed(b) - owed(a)));
    if (!next) break;
    given.set(next[0], next[1] + step);
    rest -= step;
  }
  return agenda.map((stage) => ({ ...stage, minutes: given.get(stage.id) ?? stage.minutes }));
}

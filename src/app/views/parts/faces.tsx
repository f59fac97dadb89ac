/** Small faces: who has a note open just now. */
import type { Companion } from '../../models/presence/whereabouts.ts';
import { initials } from './initials.ts';

/** More would leave no room for the note's words. */
const mostFaces = 3;

export function Faces({ company, note }: { company: readonly Companion[]; note: string }) {
  const here = company.filter((one) => one.note === note);
  if (here.length === 0) return null;
  const words = `${here.map(({ name }) => name).join(', ')} ${here.length === 1 ? 'has' : 'have'} it open`;
  return (
    <span class="faces" title={words} data-testid="faces">
      {here.slice(0, mostFaces).map(({ user, name }) => (
        <span key={user} class="face" aria-hidden="true">
          {initials(name)}
        </span>
      ))}
      <span class="visually-hidden">{words}</span>
    </span>
  );
}

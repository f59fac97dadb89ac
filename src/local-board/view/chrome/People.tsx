/** Who else is here: pointers with names on the board, initials at the top right. */
import type { JSX } from 'preact';
import type { Board } from '../board.ts';
import { initials, inkOn, personColour } from '../content/colours.ts';
import { toScreen } from '../looking/camera.ts';

const mostAvatars = 5;

export function Pointers({ board }: { readonly board: Board }): JSX.Element {
  const camera = board.state.camera.value;
  return (
    <>
      {board.state.others.value.map((peer) => {
        if (!peer.cursor) return null;
        const { x, y } = toScreen(camera, peer.cursor);
        const colour = personColour(peer.userId);
        return (
          <div
            key={peer.connection}
            class="pointer"
            style={{ transform: `translate(${x}px, ${y}px)` }}
            data-testid="cursor"
            aria-hidden="true"
          >
            <svg width="18" height="20" viewBox="0 0 18 20" aria-hidden="true">
              <path d="M2 1 L16 10 L9 11.5 L5.5 18 Z" fill={colour} stroke="#fff" stroke-width="1.5" />
            </svg>
            <span class="name-tag" style={{ background: colour, color: inkOn(colour) }}>
              {peer.name}
            </span>
          </div>
        );
      })}
    </>
  );
}

export function Avatars({ board }: { readonly board: Board }): JSX.Element {
  const { me } = board.client;
  // A person with two windows is one person.
  const people = new Map([[me.userId, me.name]]);
  for (const peer of board.state.others.value)
    if (!people.has(peer.userId)) people.set(peer.userId, peer.name);
  const shown = [...people].slice(0, mostAvatars);
  const rest = people.size - shown.length;
  return (
    <ul
      class="avatars"
      aria-label={`${people.size === 1 ? 'Only you are' : `${people.size} people are`} here`}
    >
      {shown.map(([userId, name]) => {
        const colour = personColour(userId);
        const label = userId === me.userId ? `${name} (you)` : name;
        return (
          <li
            key={userId}
            class={userId === me.userId ? 'avatar own' : 'avatar'}
            style={{ background: colour, color: inkOn(colour) }}
            title={label}
            data-testid="avatar"
          >
            <span aria-hidden="true">{initials(name)}</span>
            <span class="unseen">{label}</span>
          </li>
        );
      })}
      {rest > 0 && <li class="avatar more">+{rest}</li>}
    </ul>
  );
}

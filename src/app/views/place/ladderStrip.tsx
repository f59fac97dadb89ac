/**
 * The ladder as it is climbed: the trunk at the bottom, the two paths side by side above it. One level is chosen, as
 * among radio buttons; but the arrows only look, since each choice is said to everybody.
 */
import { useState } from 'preact/hooks';
import type { MarkSeen, PersonsMarks, Standing } from '../../../annotations/place/standing.ts';
import type { UserId } from '../../../workshop/ids.ts';
import { type Ladder, type Level, levelOf, levelsOn, type Path } from '../../../workshop/ladder/ladder.ts';
import { nameOf, pathWords } from '../../models/place/placeWords.ts';

interface Props {
  readonly ladder: Ladder;
  readonly standing: Standing;
  readonly me: UserId;
  /** What the choice is about. */
  readonly label: string;
  /** The level that is chosen now. */
  readonly chosen: string | null;
  readonly disabled: boolean;
  readonly onChoose: (level: string) => void;
}

/** Somebody's mark, as it stands at a level. */
interface Tag {
  readonly words: string;
  /** The engineer's marks are the sheet's. */
  readonly sheets: boolean;
}

function tagsAt(level: Level, standing: Standing, me: UserId): readonly Tag[] {
  const here = (seen: MarkSeen | null) => seen?.level?.id === level.id;
  const own = standing.engineer;
  const mine = own?.person.user === me;
  const sheets = [
    ...(own && here(own.now) ? [mine ? 'me now' : `${nameOf(own.person)} now`] : []),
    ...(own && here(own.role) ? ['this role'] : []),
  ];
  const others = standing.others.flatMap((one: PersonsMarks) => {
    const who = one.person.user === me ? 'you' : nameOf(one.person);
    return [...(here(one.now) ? [`${who}: now`] : []), ...(here(one.role) ? [`${who}: role`] : [])];
  });
  return [
    ...sheets.map((words) => ({ words, sheets: true })),
    ...others.map((words) => ({ words, sheets: false })),
  ];
}

/** Where the arrows lead from a level; undefined where there is nothing. */
export function neighbour(ladder: Ladder, from: string, key: string): string | undefined {
  const level = levelOf(ladder, from);
  if (!level) return undefined;
  const on = (path: Path) => levelsOn(ladder, path).map(({ id }) => id);
  const [trunk, way] = [on('common'), on(level.path)];
  const at = way.indexOf(from);
  const firstUp = on('technical')[0] ?? on('management')[0];
  const side = { technical: 'management', management: 'technical', common: null }[level.path] as Path | null;
  switch (key) {
    case 'ArrowUp':
      return way[at + 1] ?? (level.path === 'common' ? firstUp : undefined);
    case 'ArrowDown':
      return way[at - 1] ?? (level.path === 'common' ? undefined : trunk.at(-1));
    case 'ArrowRight':
      return side && level.path === 'technical' ? (on(side)[at] ?? on(side).at(-1)) : undefined;
    case 'ArrowLeft':
      return side && level.path === 'management' ? (on(side)[at] ?? on(side).at(-1)) : undefined;
    case 'Home':
      return way.at(-1);
    case 'End':
      return trunk[0] ?? way[0];
    default:
      return undefined;
  }
}

export function LadderStrip({ ladder, standing, me, label, chosen, disabled, onChoose }: Props) {
  const [looking, setLooking] = useState<string | null>(null);
  const known = (id: string | null) => (id !== null && levelOf(ladder, id) ? id : null);
  const stop =
    known(chosen) ?? known(looking) ?? levelsOn(ladder, 'common').at(-1)?.id ?? ladder.levels[0]?.id;
  const about = known(looking) ?? known(chosen);
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-level]')?.dataset.level;
    const next = focused === undefined ? undefined : neighbour(ladder, focused, event.key);
    if (next === undefined) return;
    event.preventDefault();
    const found = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-level]')];
    found.find(({ dataset }) => dataset.level === next)?.focus();
  };
  const rung = (level: Level, place?: { readonly gridColumn: number; readonly gridRow: number }) => (
    // biome-ignore lint/a11y/useSemanticElements: the arrows of an input would choose at every step.
    <button
      key={level.id}
      type="button"
      role="radio"
      aria-checked={level.id === chosen}
      class="ladder-level"
      style={place}
      data-level={level.id}
      data-testid={`level-${level.id}`}
      tabIndex={level.id === stop ? 0 : -1}
      disabled={disabled}
      onClick={() => onChoose(level.id)}
      onFocus={() => setLooking(level.id)}
      onMouseEnter={() => setLooking(level.id)}
    >
      <bdi class="ladder-title">{level.title}</bdi>
      {level.path !== 'common' && <span class="visually-hidden">, {pathWords[level.path]}</span>}
      {tagsAt(level, standing, me).map(({ words, sheets }) => (
        <span key={words} class={sheets ? 'ladder-tag ladder-tag-sheet' : 'ladder-tag'} dir="auto">
          {words}
        </span>
      ))}
    </button>
  );
  const ways = (['technical', 'management'] as const)
    .map((path) => ({ path, levels: levelsOn(ladder, path) }))
    .filter(({ levels }) => levels.length > 0);
  // Levels of one height stand in one row, and over each way its name.
  const rows = Math.max(0, ...ways.map(({ levels }) => levels.length)) + 1;
  return (
    <>
      <div
        class="ladder"
        role="radiogroup"
        aria-label={label}
        data-testid="ladder"
        onKeyDown={onKeyDown}
        onMouseLeave={() => setLooking(null)}
      >
        <div class={ways.length > 1 ? 'ladder-ways ladder-forks' : 'ladder-ways'}>
          {ways.flatMap(({ path, levels }, column) => [
            <span
              key={path}
              class="ladder-path"
              aria-hidden="true"
              style={{ gridColumn: column + 1, gridRow: rows - levels.length }}
            >
              {pathWords[path]}
            </span>,
            ...levels
              .map((level, height) => rung(level, { gridColumn: column + 1, gridRow: rows - height }))
              .toReversed(),
          ])}
        </div>
        {ways.length > 1 && <div class="ladder-fork" aria-hidden="true" />}
        <div class="ladder-trunk">
          {levelsOn(ladder, 'common')
            .map((level) => rung(level))
            .toReversed()}
        </div>
      </div>
      <About ladder={ladder} level={about} />
    </>
  );
}

/** What a level stands for. It keeps its place while one looks around. */
function About({ ladder, level: id }: { ladder: Ladder; level: string | null }) {
  const level = id === null ? undefined : levelOf(ladder, id);
  const cells = ladder.cells.filter((cell) => cell.level === id);
  return (
    <div class="ladder-about" data-testid="level-about">
      {level ? (
        <>
          <p dir="auto">
            <b>{level.title}:</b> {level.scope || (cells.length === 0 && 'nothing is written about it yet.')}
          </p>
          {cells.map(({ dimension, text }) => (
            <p key={dimension} dir="auto">
              <b>{ladder.dimensions.find((one) => one.id === dimension)?.title}:</b> {text}
            </p>
          ))}
        </>
      ) : (
        <p>Look at a level to read what it stands for.</p>
      )}
    </div>
  );
}

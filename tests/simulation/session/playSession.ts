/**
 * A whole session, played by people with the whole app each, on one board in memory and a clock that moves by itself:
 * set-up, sheets, every stage of the agenda, summary. Real sync over the board's own calls; nothing is written behind
 * the app's back. Used by the tests, by `npm run demo -- --cohort` and by the bench.
 */
import type { Session } from '../../../src/workshop/session/session.ts';
import { chance } from '../../support/chance.ts';
import { type WholeApp, wholeApp } from '../../support/wholeApp.ts';
import { creditsOf, type SessionAccount, type StageAccount, spendingOf } from './accounts.ts';
import { type Acting, type Actor, acting, liveOf, plannedFor } from './acting.ts';
import { type Clockwork, clockwork } from './clockwork.ts';
import { type Cast, castOf, prepare } from './preparing.ts';

export interface SessionWish {
  /** All together, the facilitator among them; of the others about a quarter manage. */
  readonly people: number;
  readonly seed: number;
  /** Milliseconds each call takes, and up to how many more at random. */
  readonly latency?: number;
  readonly jitter?: number;
  readonly say?: (words: string) => void;
}

interface Story extends Clockwork {
  readonly app: WholeApp;
  readonly actors: Actor[];
  readonly acts: Acting;
  readonly say: (words: string) => void;
}

const minute = 60_000;
const hour = 60 * minute;
/** How often it is looked whether a stage has reached a panel. */
const glance = 20;

/** Everybody's computer is wrong by something else, that of the second one who comes by an hour. */
async function come({ app, actors }: Story, { name, role }: Cast): Promise<Actor> {
  const ahead = actors.length === 1 ? -hour : ((actors.length * 37) % 50) * 1_000 - 20_000;
  const actor = { person: await app.come(name, undefined, ahead), name, role };
  actors.push(actor);
  return actor;
}

/** Everybody says who they are by the facilitator's list, and is let in. */
async function gather({ sleep, soon, acts, actors }: Story, taking: readonly Actor[]): Promise<void> {
  await soon('everybody has the session', () =>
    actors.every(({ person }) => person.workshop.live()?.session.value),
  );
  await soon('all know what is theirs', () => taking.every((one) => plannedFor(one).length > 0));
  await Promise.all(taking.map((one) => acts.claim(one)));
  await sleep(10_000);
  await Promise.all(taking.map((one) => acts.confirm(one)));
  await sleep(10_000);
}

/** From the facilitator's click until that stage's time is over, or everybody is done if that is later. */
async function playStage(
  { app, actors, acts, sleep, soon }: Story,
  taking: readonly Actor[],
  lead: Actor,
  clicked: number,
  callsBefore: number,
): Promise<StageAccount> {
  const clock = app.board.clock;
  const live = liveOf(lead);
  const stage = live.stage.value;
  if (!stage) throw new Error('No stage is on');
  const reached = new Map<Actor, number>();
  await soon(
    `everybody came to ${stage.title}`,
    () => {
      for (const one of taking)
        if (!reached.has(one) && liveOf(one).stage.value?.id === stage.id)
          reached.set(one, clock.now() - clicked);
      return reached.size === taking.length;
    },
    glance,
  );
  const credits = creditsOf(app.board.calls.slice(callsBefore));
  let apart = 0;
  // Not just when the seconds change, where one panel always is the first.
  const halfWay = sleep((stage.minutes * minute) / 2 + 500).then(() => {
    const left = actors.flatMap((one) => {
      const time = liveOf(one).left.value;
      return time.kind === 'left' ? [time.ms] : [];
    });
    apart = Math.max(...left) - Math.min(...left);
  });
  const over = sleep(stage.minutes * minute - (clock.now() - clicked));
  await Promise.all([halfWay, over, ...taking.map((one) => acts.act(one, stage.id))]);
  // The last word is still on its way.
  await sleep(5_000);
  const { done, awaited } = live.room.value;
  return {
    ...{ id: stage.id, title: stage.title, minutes: stage.minutes, done, awaited, apart, credits },
    tookMs: clock.now() - clicked,
    reached: [...reached.values()],
  };
}

async function playAgenda(
  story: Story,
  lead: Actor,
  taking: readonly Actor[],
): Promise<readonly StageAccount[]> {
  const { app, soon, say } = story;
  const live = liveOf(lead);
  const facilitating = await soon('facilitating is loaded', () => live.lead());
  const stages: StageAccount[] = [];
  let clicked = app.board.clock.now();
  let calls = app.board.calls.length;
  facilitating.start();
  for (;;) {
    const { stage, agenda } = live.session.value as Session;
    const account = await playStage(story, taking, lead, clicked, calls);
    stages.push(account);
    say(`${account.title}: ${account.done} of ${account.awaited} done.`);
    const last = agenda.filter(({ skipped }) => !skipped).at(-1)?.id === account.id;
    clicked = app.board.clock.now();
    calls = app.board.calls.length;
    facilitating.wish(last ? { kind: 'end' } : { kind: 'next' });
    if (facilitating.asking.value) facilitating.goAhead();
    if (last) return stages;
    if (live.session.value?.stage === stage) throw new Error(`The session did not leave ${account.title}`);
  }
}

/** Every note and its state, as somebody's panel shows it. */
const shownTo = (actor: Actor): string =>
  liveOf(actor)
    .sheets.value.flatMap(([id, { notes }]) =>
      [...notes.values()].map((note) => `${id} ${note.id} ${note.text} ${note.state}`),
    )
    .sort()
    .join('\n');

/** `come` moves time on by itself; all else is told. */
async function play(story: Story, count: number): Promise<SessionAccount> {
  const { app, actors, sleep, soon, tell, say } = story;
  const { board } = app;
  const began = board.clock.now();
  const managers = Math.max(1, Math.round((count - 1) / 4));
  const [first, ...others] = castOf(count - 1 - managers, managers) as [Cast, ...Cast[]];
  const lead = await come(story, first);
  const { live, drop } = await tell(prepare(lead.person, others, board, story));
  say(`Fay set up a session for ${count - 1} people, of whom ${managers} manage.`);
  say(
    `A sheet for each engineer: ${drop.calls} calls, ${drop.credits} credits, ${drop.minutes.toFixed(1)} minutes.`,
  );
  const taking: Actor[] = [];
  for (const one of others) taking.push(await come(story, one));
  await tell(gather(story, taking));
  say(`${actors.length} people are here, and each engineer has confirmed who reviews.`);
  const stages = await tell(playAgenda(story, lead, taking));
  await tell(sleep(2 * minute));
  const after = await tell(soon('the summary is loaded', () => live.after()));
  await tell(after.putOnBoard());
  const expected = shownTo(lead);
  return {
    people: actors.map(({ name, role }) => ({ name, role, ...spendingOf(board.calls, name) })),
    stages,
    sheets: after.summary().sheets,
    drop,
    differences: taking.filter((one) => shownTo(one) !== expected).map(({ name }) => name),
    minutes: (board.clock.now() - began) / minute,
  };
}

export async function playSession({
  people,
  seed,
  latency = 60,
  jitter = 0,
  say = () => undefined,
}: SessionWish): Promise<SessionAccount> {
  const app = wholeApp({ latency, jitter }, seed);
  const time = clockwork(app.board.clock);
  const story: Story = { ...time, app, actors: [], acts: acting(time, chance(seed)), say };
  try {
    return await play(story, people);
  } finally {
    app.dispose();
  }
}

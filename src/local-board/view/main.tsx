/** The board page in a browser: reads its address, joins the board, shows it and starts the apps. */
import { systemClock } from '../../base/systemClock.ts';
import { joinClient } from '../joinClient.ts';
import { readAddress, withSwitches } from './address.ts';
import { boardsApi } from './list/boardsApi.ts';
import { judgeElsewhere, startJudgeWorker } from './menu/judging.ts';
import { mountBoard } from './mount.tsx';
import { runApps } from './pages/runningApps.ts';
import { rememberedUser } from './rememberedUser.ts';

interface Settings {
  readonly defaultApp: string | null;
  readonly defaultAppName: string | null;
}

/** A server that says nothing sensible about apps leaves a board without one, which still works. */
async function readSettings(): Promise<Settings> {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  try {
    const found: { defaultApp?: unknown; defaultAppName?: unknown } = await (
      await fetch('/settings.json')
    ).json();
    return { defaultApp: text(found.defaultApp), defaultAppName: text(found.defaultAppName) };
  } catch {
    return { defaultApp: null, defaultAppName: null };
  }
}

const lastUser = rememberedUser(() => window.localStorage);
const root = document.querySelector<HTMLElement>('#board');
if (!root) throw new Error('The board page has no element #board.');

const { defaultApp, defaultAppName } = await readSettings();
const address = readAddress(window.location.href, {
  app: defaultApp,
  name: defaultAppName,
  user: lastUser.read(),
});
lastUser.write(address.user);
const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');
const client = joinClient({
  url: window.location.origin,
  board: address.board,
  user: address.user,
  switches: address.switches,
});
const boards = boardsApi((path, request) => fetch(path, request));
const { board, screens } = mountBoard(root, {
  client,
  clock: systemClock,
  apps: address.apps,
  reducedMotion: () => stillness.matches,
  rename: async (name) => {
    const done = await boards.rename(address.board, name);
    return done.ok ? undefined : done.error;
  },
});
const titled = () => {
  document.title = `${client.boardName.get()} · ${address.user}`;
};
titled();
client.boardName.subscribe(titled);
for (const app of address.strangeApps)
  board.notices.tell('error', `“${app}” is no address of an app: it must begin with http:// or https://.`);
for (const app of address.doubleApps)
  board.notices.tell(
    'error',
    `“${app}” was not started: apps are told apart by origin, and another has this one.`,
  );

const showSwitches = () => {
  const shown = withSwitches(window.location.href, client.ownSwitches());
  if (shown !== window.location.href) window.history.replaceState(null, '', shown);
};
client.switches.subscribe(showSwitches);

// Apps start once the board is there. A window that is not let in says so on the page and starts none.
await client.ready().then(start, () => undefined);

function start(): void {
  if (address.moveTo !== null) void board.looking.goTo([address.moveTo], 0);
  runApps({
    client,
    apps: address.apps,
    screens,
    window,
    clock: systemClock,
    random: Math.random,
    newJudge: () => judgeElsewhere(startJudgeWorker, systemClock),
    onRestart: () => board.notices.tell('info', 'The apps were started anew, under the changed switches.'),
  });
}

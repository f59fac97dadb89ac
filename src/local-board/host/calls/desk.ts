/** What every call of the SDK works with: the app's desk, and the steps that most calls share. */
import type { BoardClient } from '../../client/client.ts';
import type { Bill } from '../../client/protocol.ts';
import type { ItemData } from '../../model/item.ts';
import type { Switches } from '../../switches.ts';
import type { Actions } from '../actions/actions.ts';
import { asMiro, type Listener, type MiroData, type Thing } from '../asMiro.ts';
import { asPayload, no, type Payload, stringIn } from '../payload.ts';
import { thingWith } from '../query.ts';
import type { AppPage, Screen } from '../screen.ts';
import type { createSurfaces } from '../surfaces.ts';

export interface Desk {
  /** The app's address; relative addresses start from it. */
  readonly appUrl: string;
  readonly app: string;
  readonly client: BoardClient;
  readonly screen: Screen;
  readonly surfaces: ReturnType<typeof createSurfaces>;
  readonly actions: Actions;
  switches(): Switches;
  /** Whether any page of the app listens to this event. */
  listens(event: string): boolean;
}

/** The page that a call comes from. */
export interface Caller {
  readonly kind: AppPage['kind'];
  gone(): boolean;
}

/**
 * Gets what the app sent, unread, and a bill that must be paid before anything is done or told; calls that go to the
 * board's server hand the bill along with the command instead.
 */
export type Handler = (desk: Desk, payload: Payload, bill: Bill, caller: Caller) => Promise<unknown>;

/** Some of the SDK's calls, by their names. */
export type Calls<Name extends string> = { readonly [One in Name]: Handler };

export const pay = async ({ client }: Desk, bill: Bill) => void (await client.ask({ ask: 'nothing' }, bill));

/** Who asks, for what is told to them. */
export const listener = ({ app, client, screen }: Desk, payload: Payload): Listener => ({
  app,
  screen,
  face: payload.face === 'experimental' ? 'experimental' : 'stable',
  contents: client.contents.get(),
});

export const told = (desk: Desk, payload: Payload, things: readonly Thing[]): MiroData[] => {
  const to = listener(desk, payload);
  return things.map((thing) => asMiro(thing, to));
};

/** The item, tag or group with this id, as this app is told of it. */
export function thing(desk: Desk, payload: Payload, id: string | undefined): MiroData {
  const to = listener(desk, payload);
  const one = thingWith(to.contents, id ?? '') ?? no('unknown-id', `Item or tag not found: ${id}.`);
  return asMiro(one, to);
}

export const itemIn = ({ client }: Desk, payload: Payload, key = 'id'): ItemData => {
  const id = stringIn(payload, key);
  return client.contents.get().items.get(id) ?? no('unknown-id', `Item not found: ${id}.`);
};

export const filterIn = (payload: Payload): Payload | undefined =>
  payload.filter === undefined ? undefined : asPayload(payload.filter);

/** What every call of the SDK works with: the app's desk, and the steps that most calls share. */
import type { BoardClient } from '../../client/client.ts';
import type { Bill } from '../../client/protocol.ts';
import type { ItemData, TagData } from '../../model/item.ts';
import type { Switches } from '../../switches.ts';
import type { Actions } from '../actions/actions.ts';
import { itemAsMiro, type MiroData } from '../asMiro.ts';
import { asPayload, no, type Payload, stringIn } from '../payload.ts';
import { isItem } from '../query.ts';
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

export const asMiro = ({ app }: Desk, thing: ItemData | TagData): MiroData =>
  isItem(thing) ? itemAsMiro(thing, app) : thing;

export function thing(desk: Desk, id: string | undefined): MiroData {
  const { items, tags } = desk.client.contents.get();
  const one = items.get(id ?? '') ?? tags.get(id ?? '');
  return one ? asMiro(desk, one) : no('unknown-id', `Item or tag not found: ${id}.`);
}

export const itemIn = ({ client }: Desk, payload: Payload, key = 'id'): ItemData => {
  const id = stringIn(payload, key);
  return client.contents.get().items.get(id) ?? no('unknown-id', `Item not found: ${id}.`);
};

export const filterIn = (payload: Payload): Payload | undefined =>
  payload.filter === undefined ? undefined : asPayload(payload.filter);

/**
 * The custom actions of one app in one window: what its headless page has registered, and which of it the context menu
 * offers for what is selected. They live as long as the page that registered them.
 */
import { no } from '../payload.ts';
import type { ActionSource, OfferedAction } from '../screen.ts';
import { type ActionDefinition, textFor } from './definition.ts';
import { asksForMetadata, type Judge } from './predicate.ts';

/** Miro hides custom actions when more are selected. */
const mostItems = 100;
/** Ours. */
const mostActions = 50;

/** The board speaks English (GET_BOARD_INFO). */
const locale = 'en';

export interface Actions extends ActionSource {
  /** The same name again replaces what was registered by it (we assume). */
  register(owner: object, definition: ActionDefinition): void;
  deregister(event: string): void;
  /** The page that registered them is gone. */
  forget(owner: object): void;
}

export interface ActionOptions {
  readonly judge: Judge;
  /** The items as the app would be told of them; ids of what is gone are passed over. */
  readonly itemsOf: (ids: readonly string[]) => readonly Readonly<Record<string, unknown>>[];
  /** What the app has noted on an item. Predicates name it `metadata.…`, as Miro's public examples do. */
  readonly metadataOf: (id: string) => Promise<unknown>;
  readonly tell: (event: string, payload: unknown) => void;
}

const offer = ({ event, ui }: ActionDefinition): OfferedAction => ({
  event,
  label: ui ? textFor(ui.label, locale) : event.replaceAll('-', ' '),
  ...(ui ? { icon: ui.icon } : {}),
  ...(ui?.description === undefined ? {} : { description: textFor(ui.description, locale) }),
});

const position = ({ ui }: ActionDefinition) => ui?.position ?? Number.POSITIVE_INFINITY;

export function createActions({ judge, itemsOf, metadataOf, tell }: ActionOptions): Actions {
  const registered = new Map<string, { readonly owner: object; readonly definition: ActionDefinition }>();

  return {
    register(owner, definition) {
      if (registered.size >= mostActions && !registered.has(definition.event))
        no('input', `An app has at most ${mostActions} custom actions here.`);
      registered.set(definition.event, { owner, definition });
    },
    deregister: (event) => void registered.delete(event),
    forget(owner) {
      for (const [event, one] of registered) if (one.owner === owner) registered.delete(event);
    },
    async offered(ids) {
      const items = itemsOf(ids);
      if (items.length === 0 || ids.length > mostItems) return [];
      const fitting = [...registered.values()]
        .map(({ definition }) => definition)
        .filter(({ selection }) => selection === 'multi' || items.length === 1)
        .sort((a, b) => (position(a) < position(b) ? -1 : position(a) > position(b) ? 1 : 0));
      if (fitting.length === 0) return [];
      const predicates = fitting.map(({ predicate }) => predicate);
      const noted = predicates.some(asksForMetadata)
        ? await Promise.all(
            items.map(async (item) => ({ ...item, metadata: await metadataOf(String(item.id)) })),
          )
        : items;
      const meant = await judge(predicates, noted);
      return fitting.filter((_, index) => meant[index]).map(offer);
    },
    run(event, ids) {
      if (registered.has(event)) tell(`custom:${event}`, { items: itemsOf(ids) });
    },
  };
}

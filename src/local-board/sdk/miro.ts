/**
 * Miro's Web SDK as an app sees it, over any transport. The whole is checked against `@mirohq/websdk-types`, so that
 * a missing member does not compile. It knows no rules: it asks the board, and hands on what the board says.
 */
import type { Board, Miro } from '@mirohq/websdk-types';
import { createCollaboration } from './collaboration.ts';
import { createEventHub } from './eventHub.ts';
import { itemSource } from './items/asItem.ts';
import { connectorProps } from './items/connector.ts';
import { asItems, type Data, type Face, idsOf } from './items/held.ts';
import { createTimer } from './timer.ts';
import type { Transport } from './transport.ts';

/** Where drags begin: the page's own elements. There are none outside a browser. */
export interface DragSource {
  onDrop(handler: DropHandler): Promise<void>;
  offDrop(handler: DropHandler): Promise<void>;
}

export type DropHandler = (event: { x: number; y: number; target: HTMLElement }) => void;

const withoutDrags: DragSource = { onDrop: async () => {}, offDrop: async () => {} };

// Miro's item classes have protected members, so no other class can have their type. What an app gets here has every
// public member (items/ checks the methods); these casts say so in one place.
type Anything = never;

/** A type with all its public members and, where it is made of parts, those of its parts. */
type Public<T> = {
  // biome-ignore lint/complexity/noBannedTypes: any function at all is meant.
  readonly [Key in keyof T]: T[Key] extends Function
    ? T[Key]
    : T[Key] extends object
      ? Public<T[Key]>
      : T[Key];
};
type Members = Public<Board>;

export function createMiro(transport: Transport, drags: DragSource = withoutDrags): Miro {
  const hub = createEventHub(transport);
  const ask = async <T>(...call: Parameters<Transport['call']>): Promise<T> =>
    (await transport.call(...call)) as T;
  const sources = {
    stable: itemSource(transport, 'stable'),
    experimental: itemSource(transport, 'experimental'),
  };
  const tell = async (...call: Parameters<Transport['call']>): Promise<void> => {
    await transport.call(...call);
  };

  const idOf = (given: unknown): string => idsOf([given])[0] ?? '';

  /** Both boards read, change and make items; each tells of them in its own way. */
  const itemsOn = (face: Face) => {
    const source = sources[face];
    const one = async (...[name, payload]: Parameters<Transport['call']>): Promise<Anything> =>
      source.asItem(await ask(name, { face, ...Object(payload) })) as Anything;
    const many = async (...[name, payload]: Parameters<Transport['call']>): Promise<Anything> =>
      asItems(source, await ask(name, { face, ...Object(payload) })) as unknown as Anything;
    const create =
      (type: string) =>
      (props: object = {}): Promise<Anything> =>
        one('WIDGET_CREATE', { fields: { ...props, type } });
    return {
      get: (filter?: unknown) => many('WIDGET_GET', { filter }),
      getById: (id: string) => one('WIDGET_GET_BY_ID', { id }),
      getSelection: () => many('GET_SELECTION'),
      select: (filter?: unknown) => many('SELECT_WIDGETS', { filter }),
      deselect: (filter?: unknown) => many('DESELECT_WIDGETS', { filter }),
      sync: async (thing: { sync(): Promise<void> }): Promise<void> => thing.sync(),
      remove: async (thing: { readonly id: string }): Promise<void> =>
        tell('WIDGET_REMOVE', { face, id: idOf(thing) }),
      createStickyNote: create('sticky_note'),
      createText: create('text'),
      createShape: create('shape'),
      createFrame: create('frame'),
      createTag: create('tag'),
      createCard: create('card'),
      createAppCard: create('app_card'),
      createConnector: async (props: object) =>
        one('WIDGET_CREATE', { fields: { ...connectorProps(props), type: 'connector' } }),
      createEmbed: create('embed'),
      createImage: create('image'),
      createPreview: create('preview'),
      group: async ({ items }: { readonly items: readonly unknown[] }) =>
        one('GROUP_CREATE', { items: idsOf(items) }),
      createGroup: async ({ itemsIds }: { readonly itemsIds?: readonly string[] | undefined }) =>
        one('GROUP_CREATE', { items: itemsIds }),
    };
  };

  /** Items in an event come as data and go to handlers as items. */
  const withItems = (payload: unknown, handler: (event: unknown) => unknown) => {
    const told = payload as { items?: readonly Data[]; appCard?: Data } | undefined;
    if (told?.items) handler({ items: asItems(sources.stable, told.items) });
    else if (told?.appCard) handler({ appCard: sources.stable.asItem(told.appCard) });
    else handler(payload);
  };

  const surface =
    (
      open: 'UI_OPEN_PANEL' | 'UI_OPEN_MODAL',
      closed: 'UI_WAIT_FOR_PANEL_CLOSE' | 'UI_WAIT_FOR_MODAL_CLOSE',
    ) =>
    async (options: object): Promise<Anything> => {
      const name = await ask<string>(open, options);
      return { waitForClose: () => transport.call(closed, { surface: name }) } as unknown as Anything;
    };

  const ui: Members['ui'] = {
    openPanel: surface('UI_OPEN_PANEL', 'UI_WAIT_FOR_PANEL_CLOSE'),
    openModal: surface('UI_OPEN_MODAL', 'UI_WAIT_FOR_MODAL_CLOSE'),
    canOpenPanel: () => ask('UI_CAN_OPEN_PANEL'),
    canOpenModal: () => ask('UI_CAN_OPEN_MODAL'),
    getPanelData: () => ask('UI_GET_PANEL_DATA'),
    getModalData: () => ask('UI_GET_MODAL_DATA'),
    closePanel: (result?: unknown) => tell('UI_CLOSE_PANEL', { result }),
    closeModal: (result?: unknown) => tell('UI_CLOSE_MODAL', { result }),
    on: (event: string, handler: Anything) =>
      event === 'drop' ? drags.onDrop(handler) : hub.on(event, handler, withItems),
    off: (event: string, handler: Anything) =>
      event === 'drop' ? drags.offDrop(handler) : hub.off(event, handler),
  };

  const notify = (type: string, message: string) => tell('SHOW_NOTIFICATION', { type, message });

  const storage: Members['storage'] = {
    collection(collection: string) {
      const eventOf = (key: string) => `storage:change:${collection}:${key}`;
      return {
        set: (key, value) => tell('STORAGE_SET', { collection, key, value }),
        get: (key: string) => ask('STORAGE_GET', { collection, key }),
        remove: (key) => tell('STORAGE_REMOVE', { collection, key }),
        onValue: (key: string, handler: (value: Anything, version: string) => void) =>
          hub.on(eventOf(key), handler, (payload, own) => {
            const { value, version } = payload as { value: unknown; version: string };
            own(value, version);
          }),
        offValue: (key: string, handler: (value: Anything, version: string) => void) =>
          hub.off(eventOf(key), handler),
      };
    },
  };

  const viewport: Members['viewport'] = {
    get: () => ask('VIEWPORT_GET'),
    set: (options) => ask('VIEWPORT_SET', options),
    zoomTo: async (things) => tell('VIEWPORT_ZOOM_TO', { ids: idsOf(things) }),
    getZoom: () => ask('VIEWPORT_GET_ZOOM'),
    setZoom: (level) => tell('VIEWPORT_SET_ZOOM', { level }),
  };

  const stable: Omit<Members, 'experimental'> = {
    ...itemsOn('stable'),
    ui,
    storage,
    viewport,
    timer: createTimer(transport, hub),
    collaboration: createCollaboration(transport, hub),
    events: {
      broadcast: (event, payload) => tell('SEND_REALTIME_BROADCAST_EVENT', { event, payload }),
      on: (event: string, handler: Anything) => hub.on(`realtime_event:${event}`, handler),
      off: (event: string, handler: Anything) => hub.off(`realtime_event:${event}`, handler),
    },
    notifications: {
      showInfo: (message) => notify('info', message),
      showError: (message) => notify('error', message),
      show: ({ type, message }) => notify(type, message),
    },
    getInfo: () => ask('GET_BOARD_INFO'),
    getUserInfo: () => ask('GET_USER_INFO'),
    getOnlineUsers: () => ask('GET_ONLINE_USERS'),
    getIdToken: () => ask('GET_ID_TOKEN'),
    canUse: (feature) => ask('CHECK_FEATURE_ENTITLEMENT', { feature }),
    getAppData: (key?: string) => ask('GET_BOARD_APP_DATA', { key }),
    setAppData: (key: string, value: unknown) => ask('SET_BOARD_APP_DATA', { key, value }),
    getMetadata: (thing: { readonly id: string }, key?: string) =>
      ask('WIDGET_GET_METADATA', { id: idOf(thing), key }),
    setMetadata: (thing: { readonly id: string }, key: string, value: unknown) =>
      ask('WIDGET_SET_METADATA', { id: idOf(thing), key, value }),
    goToLink: (thing) => ask('WIDGET_GO_TO_LINK', { id: idOf(thing) }),
    bringToFront: async (things) => tell('BRING_TO_FRONT', { ids: idsOf(things) }),
    sendToBack: async (things) => tell('SEND_TO_BACK', { ids: idsOf(things) }),
    bringInFrontOf: async (things, target) =>
      tell('BRING_IN_FRONT_OF', { ids: idsOf(things), target: idOf(target) }),
    sendBehindOf: async (things, target) =>
      tell('SEND_BEHIND_OF', { ids: idsOf(things), target: idOf(target) }),
    getLayerIndex: (thing) => ask('GET_LAYER_INDEX', { id: idOf(thing) }),
    findEmptySpace: (dimensions) => ask('FIND_EMPTY_SPACE', dimensions),
  };

  const experimental: Members['experimental'] = {
    ...stable,
    // Again, since here they also know the items that only the experimental face has.
    ...itemsOn('experimental'),
    createMindmapNode: async (props: object = {}): Promise<Anything> =>
      sources.experimental.asItem(
        await ask('MINDMAP_CREATE', { face: 'experimental', fields: props }),
      ) as Anything,
    getVotingResults: () => ask('GET_VOTING_RESULTS'),
    action: {
      register: (action: unknown) => ask<Anything>('CUSTOM_ACTION_REGISTER', { action }),
      deregister: (event: string) => tell('CUSTOM_ACTION_DEREGISTER', { event }),
    },
    history: {
      undo: () => tell('HISTORY_UNDO'),
      redo: () => tell('HISTORY_REDO'),
      canUndo: () => ask('HISTORY_CAN_UNDO'),
      canRedo: () => ask('HISTORY_CAN_REDO'),
    },
    tools: {
      setTool: (tool) => tell('SET_TOOL', { tool }),
      getTool: () => ask('GET_TOOL'),
    },
  };

  const board: Members = { ...stable, experimental };
  // The same members without the protected ones, which no object outside Miro's code can have.
  return { board: board as unknown as Board, clientVersion: 'local-board' };
}

/**
 * Every member of Miro's Web SDK, as its types have them. A member that is missing here, or that the types don't have,
 * does not compile; one that no sentence of the contract calls fails the contract.
 */
import type {
  AppCard,
  Attention,
  Board,
  BoardUI,
  Card,
  Collaboration,
  Collection,
  Connector,
  CustomActionManagement,
  Embed,
  Experimental,
  Frame,
  Group,
  History,
  Image,
  MindmapNode,
  Notifications,
  Preview,
  RealtimeEvents,
  Session,
  Shape,
  StickyNote,
  Storage,
  Tag,
  Text,
  Timer,
  Tools,
  Unsupported,
} from '@mirohq/websdk-types';

/** The names of a type's methods, each once. */
type Methods<T> = {
  readonly [Key in keyof T as T[Key] extends (...given: never[]) => unknown ? Key : never]: true;
};
/** The names of a type's properties that an app may meet. */
type Properties<T> = Readonly<
  Record<Exclude<keyof T, keyof Methods<T> | symbol>, 'always' | 'sometimes' | 'never'>
>;

const ofItem = {
  sync: true,
  getMetadata: true,
  setMetadata: true,
  goToLink: true,
  bringToFront: true,
  sendToBack: true,
  bringInFrontOf: true,
  sendBehindOf: true,
  getLayerIndex: true,
  getConnectors: true,
  getAiContext: true,
} as const satisfies Methods<StickyNote>;

const methods = {
  board: {
    get: true,
    getById: true,
    getSelection: true,
    select: true,
    deselect: true,
    sync: true,
    remove: true,
    createStickyNote: true,
    createText: true,
    createShape: true,
    createFrame: true,
    createTag: true,
    createConnector: true,
    createCard: true,
    createAppCard: true,
    createImage: true,
    createEmbed: true,
    createPreview: true,
    createGroup: true,
    group: true,
    getInfo: true,
    getUserInfo: true,
    getOnlineUsers: true,
    getIdToken: true,
    canUse: true,
    getAppData: true,
    setAppData: true,
    getMetadata: true,
    setMetadata: true,
    goToLink: true,
    bringToFront: true,
    sendToBack: true,
    bringInFrontOf: true,
    sendBehindOf: true,
    getLayerIndex: true,
    findEmptySpace: true,
  } satisfies Methods<Board>,
  'board.ui': {
    openPanel: true,
    openModal: true,
    canOpenPanel: true,
    canOpenModal: true,
    getPanelData: true,
    getModalData: true,
    closePanel: true,
    closeModal: true,
    on: true,
    off: true,
  } satisfies Methods<BoardUI>,
  'board.viewport': {
    get: true,
    set: true,
    zoomTo: true,
    getZoom: true,
    setZoom: true,
  } satisfies Methods<Board['viewport']>,
  'board.notifications': { show: true, showInfo: true, showError: true } satisfies Methods<Notifications>,
  'board.storage': { collection: true } satisfies Methods<Storage>,
  collection: {
    set: true,
    get: true,
    remove: true,
    onValue: true,
    offValue: true,
  } satisfies Methods<Collection>,
  'board.events': { broadcast: true, on: true, off: true } satisfies Methods<RealtimeEvents>,
  'board.timer': {
    get: true,
    start: true,
    stop: true,
    pause: true,
    resume: true,
    prolong: true,
    isStarted: true,
    on: true,
    off: true,
  } satisfies Methods<Timer>,
  'board.collaboration': {
    startSession: true,
    getSessions: true,
    zoomTo: true,
    on: true,
    off: true,
  } satisfies Methods<Collaboration>,
  'board.collaboration.attention': {
    follow: true,
    unfollow: true,
    isFollowing: true,
    getFollowedUser: true,
  } satisfies Methods<Attention>,
  session: {
    invite: true,
    join: true,
    leave: true,
    getUsers: true,
    hasJoined: true,
    on: true,
    off: true,
    end: true,
  } satisfies Methods<Session>,
  'board.experimental': {
    get: true,
    select: true,
    deselect: true,
    getSelection: true,
    getVotingResults: true,
    sync: true,
    remove: true,
    createMindmapNode: true,
    createShape: true,
    findEmptySpace: true,
  } satisfies Methods<Experimental>,
  'board.experimental.action': { register: true, deregister: true } satisfies Methods<CustomActionManagement>,
  'board.experimental.history': {
    undo: true,
    redo: true,
    canUndo: true,
    canRedo: true,
  } satisfies Methods<History>,
  'board.experimental.tools': { setTool: true, getTool: true } satisfies Methods<Tools>,
  sticky_note: ofItem satisfies Methods<StickyNote>,
  text: ofItem satisfies Methods<Text>,
  shape: ofItem satisfies Methods<Shape>,
  card: ofItem satisfies Methods<Card>,
  app_card: ofItem satisfies Methods<AppCard>,
  embed: ofItem satisfies Methods<Embed>,
  preview: ofItem satisfies Methods<Preview>,
  unsupported: ofItem satisfies Methods<Unsupported>,
  image: { ...ofItem, getFile: true, getDataUrl: true } satisfies Methods<Image>,
  frame: { ...ofItem, add: true, remove: true, getChildren: true } satisfies Methods<Frame>,
  mindmap_node: { ...ofItem, add: true, getChildren: true } satisfies Methods<MindmapNode>,
  connector: { sync: true, getMetadata: true, setMetadata: true } satisfies Methods<Connector>,
  tag: { sync: true } satisfies Methods<Tag>,
  group: { sync: true, getItems: true, ungroup: true } satisfies Methods<Group>,
};

/** `owner.member`, all of them. */
export const memberNames: readonly string[] = Object.entries(methods).flatMap(([owner, names]) =>
  Object.keys(names).map((name) => `${owner}.${name}`),
);

/** What has members. */
export const owners: ReadonlySet<string> = new Set(Object.keys(methods));

const always = 'always' as const;
const sometimes = 'sometimes' as const;
/** In the types, and by the pages not on these. */
const never = 'never' as const;

const ofConnector = {
  id: always,
  type: always,
  origin: always,
  relativeTo: always,
  parentId: always,
  groupId: sometimes,
  createdAt: always,
  createdBy: always,
  modifiedAt: always,
  modifiedBy: always,
} as const;
const base = { ...ofConnector, x: always, y: always, linkedTo: sometimes, connectorIds: sometimes } as const;
const sized = { ...base, width: always, height: always } as const;
const card = {
  ...sized,
  rotation: always,
  title: always,
  description: always,
  style: always,
  tagIds: always,
  fields: sometimes,
} as const;

/** What an app may find on an item, what it always does, and what it never does. */
export const properties = {
  sticky_note: {
    ...sized,
    shape: always,
    content: always,
    style: always,
    tagIds: always,
  } satisfies Properties<StickyNote>,
  text: { ...sized, rotation: always, content: always, style: always } satisfies Properties<Text>,
  shape: {
    ...sized,
    rotation: always,
    content: always,
    shape: always,
    style: always,
  } satisfies Properties<Shape>,
  frame: {
    ...sized,
    connectorIds: never,
    title: always,
    showContent: always,
    childrenIds: always,
    style: always,
  } satisfies Properties<Frame>,
  card: {
    ...card,
    dueDate: sometimes,
    startDate: sometimes,
    assignee: sometimes,
    taskStatus: always,
  } satisfies Properties<Card>,
  app_card: { ...card, owned: always, status: always } satisfies Properties<AppCard>,
  image: {
    ...sized,
    rotation: always,
    url: always,
    title: always,
    alt: sometimes,
  } satisfies Properties<Image>,
  embed: { ...sized, url: always, previewUrl: always, mode: always } satisfies Properties<Embed>,
  preview: { ...sized, url: always } satisfies Properties<Preview>,
  mindmap_node: {
    ...sized,
    groupId: never,
    nodeView: always,
    layout: always,
    direction: sometimes,
    childrenIds: always,
    isRoot: always,
  } satisfies Properties<MindmapNode>,
  connector: {
    ...ofConnector,
    width: always,
    height: always,
    shape: always,
    start: always,
    end: always,
    style: always,
    captions: sometimes,
  } satisfies Properties<Connector>,
  tag: { id: always, type: always, title: always, color: always } satisfies Properties<Tag>,
  group: { id: always, type: always, itemsIds: always } satisfies Properties<Group>,
} satisfies Readonly<Record<string, Readonly<Record<string, 'always' | 'sometimes' | 'never'>>>>;

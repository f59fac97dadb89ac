/** Items as the SDK hands them out: the stored data and the few properties that follow from it. */
import type { BoardContents } from '../client/client.ts';
import { anchors } from '../model/connectorEnds.ts';
import {
  type ConnectorEnd,
  type GroupData,
  type ItemData,
  isPlaced,
  type PlacedItem,
  type TagData,
} from '../model/item.ts';
import { isFlowChartShape } from '../model/names.ts';
import { boxOnBoard } from '../model/place.ts';
import type { Screen } from './screen.ts';

/** Anything on a board that an app can read by its id. */
export type Thing = ItemData | TagData | GroupData;

/** To whom something is told. The experimental board of the SDK knows more kinds of items than the stable one. */
export interface Listener {
  readonly face: 'stable' | 'experimental';
  readonly contents: BoardContents;
  readonly app: string;
  /** Kept pictures are told with a whole address, which an app may show and read. */
  readonly screen: Pick<Screen, 'pictures'>;
}

export type MiroData = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

/** An app is told whether an app card is its own, not whose else it is. */
function forApp(item: PlacedItem, { app, screen }: Listener) {
  if (item.type === 'image') return { ...item, url: screen.pictures.addressOf(item.url) };
  if (item.type === 'embed') return { ...item, previewUrl: screen.pictures.addressOf(item.previewUrl) };
  if (item.type !== 'app_card') return item;
  const { app: owner, ...rest } = item;
  return { ...rest, owned: owner === app };
}

function relativeTo(item: ItemData, { contents }: Listener): string {
  if (item.parentId === null) return 'canvas_center';
  return contents.items.get(item.parentId)?.type === 'mindmap_node' ? 'parent_center' : 'parent_top_left';
}

export function asMiro(thing: Thing, listener: Listener): MiroData {
  if (thing.type === 'tag' || thing.type === 'group') return { ...thing };
  const { items, relations } = listener.contents;
  const common = { origin: 'center', relativeTo: relativeTo(thing, listener) };
  if (!isPlaced(thing)) {
    const { width, height } = boxOnBoard(thing, (id) => items.get(id));
    return { ...thing, ...common, width, height, start: endAsMiro(thing.start), end: endAsMiro(thing.end) };
  }
  const connectorIds = [...relations.connectorsOf(thing.id)];
  if (isForeign(thing, listener))
    return { ...bare(thing), ...common, ...(connectorIds.length > 0 ? { connectorIds } : {}) };
  return { ...forApp(thing, listener), ...common, ...(connectorIds.length > 0 ? { connectorIds } : {}) };
}

/** Whether this board of the SDK has no class for an item, and tells where it lies and little more. */
export const isForeign = (item: ItemData, { face }: Pick<Listener, 'face'>): boolean =>
  item.type === 'unsupported' || (face === 'stable' && (item.type === 'mindmap_node' || isFlowChart(item)));

export const isFlowChart = (item: ItemData): boolean => item.type === 'shape' && isFlowChartShape(item.shape);

/** An item the SDK has no class for. Of flow-chart shapes not even the size is told (unsupported page, shape page). */
function bare(item: PlacedItem): MiroData {
  const { id, parentId, groupId, createdAt, createdBy, modifiedAt, modifiedBy, x, y, width, height } = item;
  const marks = { id, parentId, createdAt, createdBy, modifiedAt, modifiedBy, x, y };
  const type = item.type === 'unsupported' ? item.called : isFlowChart(item) ? 'stencil' : item.type;
  return {
    ...marks,
    type,
    ...(groupId === undefined ? {} : { groupId }),
    ...(isFlowChart(item) ? {} : { width, height }),
  };
}

/** Position and side are in step; an end that follows its item by itself has no position. */
function endAsMiro(end: ConnectorEnd) {
  if (end.position) return end;
  const position = end.snapTo && anchors[end.snapTo];
  return { item: end.item, snapTo: end.snapTo ?? 'auto', ...(position ? { position } : {}) };
}

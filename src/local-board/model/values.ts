/** Values that an app keeps on a board: metadata of an item, app data of the board, storage collections. */
import type { Json } from '../../base/json.ts';
import type { Scene } from './items.ts';
import { carriesMetadata } from './kinds/carriesMetadata.ts';
import { appDataBytes, keyLength, keysPerBoard, metadataBytes, storedValueBytes } from './limits.ts';
import { refuse } from './refusal.ts';
import { type Values, valueKey } from './state.ts';

const bytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

function checkKey(name: string, key: unknown): asserts key is string {
  if (typeof key !== 'string' || key === '' || key.length > keyLength)
    refuse('input', `A ${name} is a string of 1 to ${keyLength} characters.`);
}

/** `null` and `undefined` take the key away; empty values stay. */
function withValue(values: Values, key: string, value: Json | undefined): Values {
  const { [key]: _, ...rest } = values;
  return value === null || value === undefined ? rest : { ...rest, [key]: value };
}

export function setMetadata(
  { draft }: Scene,
  at: { readonly item: string; readonly app: string; readonly key: string; readonly value: Json | undefined },
): Values {
  checkKey('metadata key', at.key);
  const item = draft.needItem(at.item);
  if (!carriesMetadata(item)) refuse('unsupported', `A ${item.type} carries no metadata.`);
  const values = withValue(draft.state.metadata.get(at.item)?.get(at.app) ?? {}, at.key, at.value);
  const size = bytes(values);
  if (size > metadataBytes)
    refuse('storage', `The metadata of an item is limited to ${metadataBytes} bytes; this would be ${size}.`);
  draft.write({ what: 'metadata', item: at.item, app: at.app, values });
  return values;
}

export function setAppData(
  { draft }: Scene,
  at: { readonly app: string; readonly key: string; readonly value: Json | undefined },
): Values {
  checkKey('key of app data', at.key);
  const values = withValue(draft.state.appData.get(at.app) ?? {}, at.key, at.value);
  const size = bytes(values);
  if (size > appDataBytes)
    refuse(
      'storage',
      `App data on a board is limited to ${appDataBytes} bytes an app; this would be ${size}.`,
    );
  draft.write({ what: 'app-data', app: at.app, values });
  return values;
}

export function store(
  { draft }: Scene,
  at: {
    readonly app: string;
    readonly collection: string;
    readonly key: string;
    readonly value: Json | undefined;
  },
  action: 'set' | 'remove',
): void {
  checkKey('collection name', at.collection);
  checkKey('storage key', at.key);
  if (action === 'set' && at.value === undefined) refuse('input', 'A stored value must be JSON.');
  const size = at.value === undefined ? 0 : bytes(at.value);
  if (size > storedValueBytes)
    refuse('storage', `A stored value is limited to ${storedValueBytes} bytes; this has ${size}.`);
  const before = draft.state.stored.get(valueKey(at.app, at.collection, at.key));
  if (!before && action === 'remove') return;
  if (!before && draft.state.stored.size >= keysPerBoard)
    refuse('storage', `A board holds at most ${keysPerBoard} stored keys.`);
  const value = action === 'set' ? at.value : undefined;
  const stored = { value, version: (before?.version ?? 0) + 1 };
  draft.write({ what: 'stored', app: at.app, collection: at.collection, key: at.key, stored });
}

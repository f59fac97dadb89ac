/** Connectors: two ends and a line between them (websdk-reference-connector). Whether the ends exist is checked elsewhere. */
import * as check from '../check.ts';
import { cleanContent } from '../html.ts';
import type { ConnectorData, ConnectorEnd } from '../item.ts';
import { captionsPerConnector } from '../limits.ts';
import { strokeCaps, verticalAligns } from '../names.ts';
import { refuse } from '../refusal.ts';
import { fontSize, type Kind, read, share, stroke } from './kind.ts';

const shapes = ['straight', 'elbowed', 'curved'] as const;
const sides = ['auto', 'top', 'left', 'bottom', 'right'] as const;

/** `auto` is kept as nothing said: it reads back so, and the end follows its item. */
function end(name: string, value: unknown): ConnectorEnd {
  const given = check.record(name, value);
  if (typeof given.item !== 'string' || given.item === '')
    refuse('input', `Both ends of a connector need an item; ${name} has none.`);
  if ('snapTo' in given && given.snapTo === undefined)
    refuse('input', `${name}.snapTo may be left out, but not undefined.`);
  if (given.position !== undefined && given.snapTo !== undefined)
    refuse('input', `Give position or snapTo for ${name}, not both.`);
  const { item } = given;
  if (given.position !== undefined) {
    const at = check.record(`${name}.position`, given.position);
    return {
      item,
      position: { x: share(`${name}.position.x`, at.x), y: share(`${name}.position.y`, at.y) },
    };
  }
  const side = given.snapTo === undefined ? 'auto' : check.oneOf(`${name}.snapTo`, given.snapTo, sides);
  return side === 'auto' ? { item } : { item, snapTo: side };
}

function captions(name: string, value: unknown): ConnectorData['captions'] {
  if (!Array.isArray(value)) refuse('input', `${name} must be a list.`);
  if (value.length > captionsPerConnector)
    refuse('input', `A connector has at most ${captionsPerConnector} captions.`);
  return value.map((one: unknown) => {
    const given = check.record(name, one);
    return {
      content: read(given, 'content', '', (_, content) => cleanContent('caption', content)),
      position: read(given, 'position', 0.5, share),
      textAlignVertical: read(given, 'textAlignVertical', 'middle', (key, aligned) =>
        check.oneOf(key, aligned, verticalAligns),
      ),
    };
  });
}

const cap = (name: string, value: unknown) => check.oneOf(name, value, strokeCaps);

export const connector: Kind<ConnectorData> = {
  blank: {
    type: 'connector',
    shape: 'curved',
    start: { item: '' },
    end: { item: '' },
    style: {
      startStrokeCap: 'none',
      endStrokeCap: 'stealth',
      strokeStyle: 'normal',
      strokeWidth: 1,
      strokeColor: '#000000',
      fontSize: 14,
      color: '#1a1a1a',
      textOrientation: 'aligned',
    },
    captions: [],
  },
  settable: ['shape', 'start', 'end', 'style', 'captions'],
  change: (before, fields) => ({
    type: 'connector',
    shape: read(fields, 'shape', before.shape, (name, value) => check.oneOf(name, value, shapes)),
    start: read(fields, 'start', before.start, end),
    end: read(fields, 'end', before.end, end),
    style: check.style(
      before.style,
      {
        startStrokeCap: cap,
        endStrokeCap: cap,
        strokeStyle: stroke,
        strokeWidth: (name, value) => check.whole(name, value, 1, 24),
        strokeColor: check.hex,
        fontSize,
        color: check.hex,
        textOrientation: (name, value) => check.oneOf(name, value, ['horizontal', 'aligned'] as const),
      },
      fields.style,
    ),
    captions: read(fields, 'captions', before.captions, captions),
  }),
};

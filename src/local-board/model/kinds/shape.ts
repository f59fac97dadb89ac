/** Shapes, those of flow charts among them, which only the experimental face knows (websdk-reference-shape). */
import * as check from '../check.ts';
import { cleanContent } from '../html.ts';
import type { ShapeData } from '../item.ts';
import { flowChartShapes, shapeNames } from '../names.ts';
import { refuse } from '../refusal.ts';
import { degrees, type Kind, read, share, stroke, vertical, wordStyle } from './kind.ts';

const shapeName = (_: string, value: unknown) =>
  [...shapeNames, ...flowChartShapes].find((known) => known === value) ??
  refuse('unsupported', `Unknown shape: ${String(value)}.`);
const borderWidth = (name: string, value: unknown) => check.whole(name, value, 0, 24);

export const shape: Kind<ShapeData> = {
  blank: {
    type: 'shape',
    shape: 'rectangle',
    content: '',
    rotation: 0,
    style: {
      color: '#1a1a1a',
      fillColor: 'transparent',
      fillOpacity: 1,
      fontFamily: 'arial',
      fontSize: 14,
      textAlign: 'center',
      textAlignVertical: 'middle',
      borderStyle: 'normal',
      borderOpacity: 1,
      borderColor: '#ffffff',
      borderWidth: 2,
    },
    width: 100,
    height: 100,
  },
  settable: ['width', 'height', 'shape', 'content', 'rotation', 'style'],
  change: (before, fields) => ({
    ...before,
    shape: read(fields, 'shape', before.shape, shapeName),
    width: read(fields, 'width', before.width, check.side),
    height: read(fields, 'height', before.height, check.side),
    content: read(fields, 'content', before.content, (_, value) => cleanContent('shape', value)),
    rotation: read(fields, 'rotation', before.rotation, degrees),
    style: check.style(
      before.style,
      {
        ...wordStyle,
        textAlignVertical: vertical,
        borderStyle: stroke,
        borderOpacity: share,
        borderColor: check.hexOrTransparent,
        borderWidth,
      },
      fields.style,
    ),
  }),
};

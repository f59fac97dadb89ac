/** Shapes, those of flow charts among them, which only the experimental face knows (websdk-reference-shape). */
import * as check from '../check.ts';
import { cleanContent } from '../html.ts';
import type { ShapeData } from '../item.ts';
import { flowChartShapes, shapeNames } from '../names.ts';
import { refuse } from '../refusal.ts';
import { align, font, fontSize, type Kind, share, stroke, vertical } from './kind.ts';

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
    shape:
      fields.shape === undefined
        ? before.shape
        : ([...shapeNames, ...flowChartShapes].find((known) => known === fields.shape) ??
          refuse('unsupported', `Unknown shape: ${String(fields.shape)}.`)),
    width: fields.width === undefined ? before.width : check.side('width', fields.width),
    height: fields.height === undefined ? before.height : check.side('height', fields.height),
    content: fields.content === undefined ? before.content : cleanContent('shape', fields.content),
    rotation: fields.rotation === undefined ? before.rotation : check.number('rotation', fields.rotation),
    style: check.style(
      before.style,
      {
        color: check.hex,
        fillColor: check.hexOrTransparent,
        fillOpacity: share,
        fontFamily: font,
        fontSize,
        textAlign: align,
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

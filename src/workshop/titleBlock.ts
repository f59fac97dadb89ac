/** The top of a sheet: which role it is on the left, how to take part on the right. */
import { boxAt } from '../base/box.ts';
import { neutral } from './lens.ts';
import { ink, quietInk, shades } from './palette.ts';
import { howKey, type Piece, sourceKey, subtitleKey, titleKey } from './piece.ts';
import type { SheetDetails } from './sheet.ts';
import { howText, sourceText, subtitleText, titleText, type Writing } from './sheetWords.ts';
import { columnGap, margin } from './spacing.ts';
import type { Template } from './template.ts';
import { type Type, textHeight } from './textSize.ts';
import { shapeHeight, type } from './typography.ts';

/** How much of the width the small print gets. */
const share = 0.4;

export function titleBlock(
  template: Template,
  details: SheetDetails,
  width: number,
  writing: Writing,
): { readonly pieces: readonly Piece[]; readonly bottom: number } {
  const inner = width - 2 * margin;
  const printWidth = Math.round(inner * share);
  const titleWidth = inner - printWidth - columnGap;
  const pieces: Piece[] = [];
  let y = margin;
  const write = (key: string, text: string, look: Type & { colour: string }, link?: string) => {
    if (text === '') return;
    const height = textHeight(text, titleWidth, look);
    pieces.push({
      key,
      appearance: {
        kind: 'text',
        box: boxAt(margin, y, titleWidth, height),
        text,
        look: { ...look, align: 'left' },
        ...(link ? { link } : {}),
      },
    });
    y += height + 6;
  };
  write(titleKey, titleText(template, details), { ...type.title, colour: ink });
  write(subtitleKey, subtitleText(details), { ...type.subtitle, colour: quietInk });
  write(sourceKey, sourceText(template), { ...type.source, colour: quietInk }, template.source.url);

  const how = howText(writing);
  const print = Math.max(shapeHeight(how, printWidth, type.how), y - margin);
  const { pale } = shades[neutral];
  pieces.push({
    key: howKey,
    appearance: {
      kind: 'shape',
      box: boxAt(margin + titleWidth + columnGap, margin, printWidth, print),
      text: how,
      shape: 'rectangle',
      fill: pale,
      border: pale,
      verticalAlign: 'middle',
      look: { ...type.how, colour: ink, align: 'left' },
    },
  });
  return { pieces, bottom: margin + print };
}

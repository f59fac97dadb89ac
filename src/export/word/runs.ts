/** Lines of ours as Word's runs, with their links. */
import { ExternalHyperlink, InternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import { cleanLine } from '../cleanText.ts';
import type { Line, Run } from '../document.ts';
import { webAddress } from '../webAddress.ts';
import * as look from './look.ts';
import { bookmarkName } from './names.ts';
import { line, type RunLook } from './text.ts';

function one({ text, look: own, to }: Run, strong: RunLook): ParagraphChild[] {
  if (to?.startsWith('#'))
    return [new InternalHyperlink({ anchor: bookmarkName('note', to.slice(1)), children: line(text) })];
  const link = to === undefined ? undefined : webAddress(to);
  if (link)
    return [
      new ExternalHyperlink({ link, children: [new TextRun({ text: cleanLine(text), style: 'Hyperlink' })] }),
    ];
  if (own === 'strong') return line(text, strong);
  return line(text, own === 'quiet' ? { color: look.quiet } : {});
}

export const runs = (all: Line, strong: RunLook = { bold: true }): ParagraphChild[] =>
  all.flatMap((each) => one(each, strong));

/** A sheet's document with what somebody chose, and the file to be written of it. */
import { chosen } from '../../../export/chosen.ts';
import type { JobDescription } from '../../../export/document.ts';
import { documentName } from '../../../export/fileName.ts';
import type { ToWrite } from '../../../export/write.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { chaptersIn, type ExportChoice } from './exportChoice.ts';
import { formatWords } from './formatWords.ts';
import { type GatherFailure, gather, gatherAll } from './gathering.ts';

export async function described(
  context: SheetContext,
  choice: ExportChoice,
  at: string,
): Promise<JobDescription | GatherFailure> {
  const whole = await gather(context, choice.moment, at);
  if (typeof whole === 'string') return whole;
  return chosen(whole, { variant: choice.variant, chapters: chaptersIn(choice) });
}

export async function fileOf(
  context: SheetContext,
  choice: ExportChoice,
  at: string,
): Promise<ToWrite | GatherFailure> {
  if (choice.format === 'json') return gatherAll(context, at);
  const description = await described(context, choice, at);
  if (typeof description === 'string') return description;
  const { format, paper, withFrontMatter, withBom } = choice;
  const name = documentName(description, formatWords[format].extension);
  return { name, format, description, options: { paper, withFrontMatter, withBom } };
}

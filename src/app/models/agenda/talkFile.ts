/** The next talk as a file for one's calendar. Loaded when somebody wants it. */
import type { SheetState } from '../../../annotations/round.ts';
import { calendarFile } from '../../../export/calendar.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { SheetView } from '../sheet/sheetView.ts';

export interface TalkFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Null while no date is set. `now`: what everybody may read goes into the file, and nothing else. */
export function talkFile(view: SheetView, now: SheetState | null, link: string): TalkFile | null {
  const { next } = view.content;
  if (!next) return null;
  const share = now?.agreed.all;
  const about = share ? `${share.agreed} of ${share.total} notes are agreed so far.` : '';
  const text = calendarFile({
    id: view.details.id,
    start: next.start,
    minutes: next.minutes,
    title: `Talk about the role: ${cleanLine(view.label)}`,
    about,
    link,
    at: next.at,
  });
  if (text === null) return null;
  return {
    name: `next-talk-${next.start.slice(0, 10)}.ics`,
    type: 'text/calendar;charset=utf-8',
    bytes: new TextEncoder().encode(text),
  };
}

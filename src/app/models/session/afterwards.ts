/** What came of a session: the summary on the board, to the clipboard or as a file, and reminders for the calendar. */

import { planIn } from '../../../annotations/session/plan.ts';
import { agendaFrameKey, agendaSize, planAgenda } from '../../../board/agendaFrame.ts';
import { BoardRefusal } from '../../../board/port.ts';
import { runChanges } from '../../../board/runChanges.ts';
import { calendarOf } from '../../../export/calendar.ts';
import {
  factsOf,
  type SessionSummary,
  summaryHeading,
  summaryMarkdown,
} from '../../../export/sessionSummary.ts';
import { reviewersOf } from '../../../workshop/session/people.ts';
import { dayOf, reminders } from '../../../workshop/session/reminders.ts';
import { sheetLink } from '../board/sheetLink.ts';
import { sheetSummaryOf } from '../exporting/summarising.ts';
import type { NoticeContent } from '../notice.ts';
import type { Platform } from '../platform.ts';
import { refusalWords } from '../words/refusalWords.ts';
import type { Live } from './liveCore.ts';
import { sheetLabels } from './sheetSigns.ts';

export interface Afterwards {
  summary(): SessionSummary;
  putOnBoard(): Promise<void>;
  copy(): Promise<void>;
  save(): void;
  saveReminders(): void;
}

interface Options {
  readonly live: Live;
  readonly platform: Platform;
  readonly boardId: string;
  readonly tell: (notice: NoticeContent) => void;
}

export function afterwards({ live, platform, boardId, tell }: Options): Afterwards {
  const { board, clock, timeZone } = platform;
  const at = (): string => new Date(clock.now()).toISOString();

  const summary = (): SessionSummary => {
    const sheets = live.sheets.peek();
    const people = live.content.peek().people;
    const labels = sheetLabels(sheets);
    return {
      title: planIn(live.content.peek().said).title,
      at: at(),
      timeZone,
      people: live.room.peek().occupants.length,
      sheets: sheets.map(([id, view]) => {
        const owner = people.find(({ sheet }) => sheet === id);
        return sheetSummaryOf(view, {
          name: labels.get(id) ?? view.label,
          reviewers: owner ? reviewersOf(people, owner.id).map(({ name }) => name) : [],
        });
      }),
    };
  };
  const stem = (): string => `session-${at().slice(0, 10)}`;
  const file = (name: string, type: string, text: string): void =>
    platform.save({ name, type, bytes: new TextEncoder().encode(text) });

  return {
    summary,
    async putOnBoard() {
      const now = summary();
      const words = {
        ...summaryHeading(now),
        rows: now.sheets.map((sheet) => ({
          minutes: 0,
          mark: sheet.notes === 0 ? '–' : `${sheet.agreed}/${sheet.notes}`,
          words: sheet.name,
          about: factsOf(sheet, timeZone).join(' · '),
        })),
        rest: 'What each pair thinks of its notes stays on their own sheet.',
      };
      const what = 'put the summary on the board';
      try {
        const centre = await board.findEmptySpace(agendaSize(words));
        const result = await runChanges(planAgenda(words, centre), board, { clock });
        if (result.kind !== 'done') {
          await runChanges(result.undo, board, { clock });
          const error = result.kind === 'failed' ? new BoardRefusal(result.reason, result.message) : null;
          tell({ tone: 'warn', message: `${refusalWords(error, what)} Everything was taken back.` });
          return;
        }
        const frame = result.created.get(agendaFrameKey);
        if (frame) await board.show([frame]).catch(() => undefined);
        const undo = () => void runChanges(result.undo, board, { clock });
        tell({ tone: 'info', message: 'The summary is on the board.', action: { word: 'Undo', run: undo } });
      } catch (error) {
        tell({ tone: 'warn', message: refusalWords(error, what) });
      }
    },
    async copy() {
      const text = summaryMarkdown(summary());
      try {
        await platform.copy(text);
        tell({ tone: 'info', message: 'The summary is copied.' });
      } catch {
        // This frame has no right to the clipboard: a file does as well.
        file(`${stem()}.md`, 'text/markdown;charset=utf-8', text);
      }
    },
    save: () => file(`${stem()}.md`, 'text/markdown;charset=utf-8', summaryMarkdown(summary())),
    saveReminders() {
      const link = sheetLink(platform.boardOrigin, boardId, planIn(live.content.peek().said).overview);
      const session = live.session.peek()?.id ?? 'session';
      const text = calendarOf(
        reminders.flatMap((one) => {
          const start = dayOf(one, at());
          return start
            ? [
                {
                  id: `${session}-${one.id}`,
                  start,
                  minutes: 0,
                  title: one.title,
                  about: one.about,
                  link,
                  at: at(),
                },
              ]
            : [];
        }),
      );
      if (text !== null) file(`${stem()}-reminders.ics`, 'text/calendar;charset=utf-8', text);
    },
  };
}

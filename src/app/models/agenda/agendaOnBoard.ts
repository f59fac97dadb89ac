/** The agenda on the board: put there, and taken away again; loaded when somebody asks for it. */
import type { Topic } from '../../../annotations/agenda.ts';
import type { Clock } from '../../../base/clock.ts';
import {
  agendaFrameKey,
  agendaSize,
  agendaTitleKey,
  planAgenda,
  planRemoval,
} from '../../../board/agendaFrame.ts';
import type { ChangePlan } from '../../../board/changePlan.ts';
import { agendaMarkJson } from '../../../board/marks.ts';
import { type BoardPort, BoardRefusal } from '../../../board/port.ts';
import { runChanges } from '../../../board/runChanges.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import type { NoticeContent } from '../notice.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { agendaText, agendaWords } from './agendaWords.ts';

export { agendaText };

interface Options {
  readonly board: BoardPort;
  readonly clock: Clock;
  readonly tell: (notice: NoticeContent) => void;
  readonly view: SheetView;
  readonly minutes: number;
  readonly topics: readonly Topic[];
}

const what = 'put the agenda on the board';

export async function placeAgenda({ board, clock, tell, view, minutes, topics }: Options): Promise<void> {
  const words = agendaWords(view, minutes, topics);
  const centre = await board.findEmptySpace(agendaSize(words));
  const result = await runChanges(planAgenda(words, centre), board, { clock });
  if (result.kind !== 'done') {
    // An agenda half there helps nobody.
    const back = await runChanges(result.undo, board, { clock });
    const rest =
      back.kind === 'done' ? 'Everything was taken back.' : 'Some of it is still there: delete it by hand.';
    const why =
      result.kind === 'failed' ? refusalWords(new BoardRefusal(result.reason, result.message), what) : '';
    tell({ tone: 'warn', message: `${why} ${rest}`.trim() });
    return;
  }
  const frame = result.created.get(agendaFrameKey);
  const title = result.created.get(agendaTitleKey);
  // Without its mark it is an agenda all the same.
  if (title) await board.writeMark(title, agendaMarkJson(view.details.id)).catch(() => undefined);
  if (frame) await board.show([frame]).catch(() => undefined);
  const undo = (): void => void takeAway({ board, clock, tell }, result.undo, frame);
  tell({ tone: 'info', message: 'The agenda is on the board.', action: { word: 'Undo', run: undo } });
}

async function takeAway(
  { board, clock, tell }: Pick<Options, 'board' | 'clock' | 'tell'>,
  undo: ChangePlan,
  frame: ItemId | undefined,
): Promise<void> {
  try {
    const { plan, keepsFrame } = planRemoval(undo, await board.readAll(), frame);
    const result = await runChanges(plan, board, { clock });
    if (result.kind === 'failed') throw new BoardRefusal(result.reason, result.message);
    const message = keepsFrame
      ? 'The agenda is off the board. Its frame stays: something of somebody’s lies in it.'
      : 'The agenda is off the board.';
    tell({ tone: 'info', message });
  } catch (error) {
    tell({ tone: 'warn', message: refusalWords(error, 'take the agenda off the board') });
  }
}

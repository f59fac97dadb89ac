/** What a person does to the notes on the board from the panel. */
import type { SheetOnBoard } from '../../../board/makeRoom.ts';
import type { ItemId, LaneId } from '../../../workshop/ids.ts';
import type { LayoutHelp } from '../layout/layoutHelp.ts';
import type { NoticeContent } from '../notice.ts';
import type { SheetContext } from '../sheet/parts.ts';

export interface Writing {
  /** True when the board has the note. */
  addNote(lane: LaneId, text: string): Promise<boolean>;
  editNote(note: ItemId, text: string): Promise<boolean>;
  moveNote(note: ItemId, lane: LaneId): Promise<void>;
}

export function openWriting(
  { notes, onBoard, tell }: SheetContext,
  layout: Pick<LayoutHelp, 'look' | 'show'>,
): Writing {
  const laneIsFull = (lane: LaneId): NoticeContent => ({
    tone: 'warn',
    message: 'This lane is full. Make room first; your words stay here.',
    action: { word: 'Make room', run: () => void layout.show({ kind: 'room', lane }) },
  });

  /** `work` says whether the lane had room. */
  const inLane = async (
    what: string,
    lane: LaneId,
    work: (onSheet: SheetOnBoard) => Promise<boolean>,
  ): Promise<boolean> => {
    let fits = false;
    const tried = await onBoard(what, async () => {
      fits = await work(await layout.look());
    });
    if (tried && !fits) tell(laneIsFull(lane));
    return fits;
  };

  return {
    addNote: (lane, text) =>
      inLane('add the note', lane, async (onSheet) => (await notes.add(onSheet, lane, text)) !== null),
    editNote: (note, text) => onBoard('write on the sticky', () => notes.reword(note, text)),
    async moveNote(note, lane) {
      await inLane('move the note', lane, (onSheet) => notes.move(onSheet, lane, note));
    },
  };
}

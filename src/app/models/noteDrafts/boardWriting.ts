/** Telling on the board where notes are written: looked at first, done with one click, undone with another. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type ChangePlan, changesOf, isEmpty, type SheetChange } from '../../../board/changePlan.ts';
import type { SheetOnBoard } from '../../../board/makeRoom.ts';
import { planWriting } from '../../../board/noteDrafts/planWriting.ts';
import { BoardRefusal } from '../../../board/port.ts';
import { runChanges } from '../../../board/runChanges.ts';
import { sheetColumns } from '../../../workshop/lens.ts';
import type { Writing } from '../../../workshop/sheetWords.ts';
import type { SheetContext } from '../sheet/parts.ts';
import type { SheetView } from '../sheet/sheetView.ts';
import { refusalWords } from '../words/refusalWords.ts';

export interface BoardWritingPreview {
  readonly blanks: number;
  readonly texts: number;
}

export interface BoardWriting {
  /** What would change on the board, as far as the mirror knows; null for nothing. */
  readonly preview: ReadonlySignal<BoardWritingPreview | null>;
  readonly working: ReadonlySignal<boolean>;
  apply(): Promise<void>;
  /** As part of something else that was clicked: a refusal changes nothing, and it can still be done alone. */
  applyQuietly(): Promise<void>;
}

const previewOf = (plan: ChangePlan): BoardWritingPreview | null => {
  const changes = changesOf(plan);
  const blanks = changes.filter(({ kind }) => kind === 'remove').length;
  return changes.length > 0 ? { blanks, texts: changes.length - blanks } : null;
};

/** The sheet as the mirror has it. */
function mirrored({ content, template, details }: SheetView): SheetOnBoard | null {
  if (!content.size || !content.frame) return null;
  const { width, height } = content.size;
  return {
    columns: sheetColumns(template, details.lens),
    anchors: content.anchors,
    frame: { id: content.frame, box: { x: width / 2, y: height / 2, width, height } },
    items: [...content.items.values()],
  };
}

export function boardWriting(
  { view, look, keeper, platform, tell }: SheetContext,
  writing: ReadonlySignal<Writing>,
): BoardWriting {
  const { board, clock } = platform;
  const working = signal(false);
  const planFor = (sheet: SheetOnBoard): ChangePlan => {
    const { template, details } = view.peek() ?? {};
    return template && details ? planWriting(sheet, template, details, writing.peek()) : { stages: [] };
  };

  const carryOut = async (plan: ChangePlan, done: string): Promise<void> => {
    working.value = true;
    try {
      const result = await runChanges(plan, board, { clock });
      await keeper.reconcile().catch(() => undefined);
      const undo = { word: 'Undo', run: () => void carryOut(result.undo, 'The board is as it was.') };
      if (result.kind === 'failed') {
        const why = refusalWords(new BoardRefusal(result.reason, result.message), 'change all of it');
        tell({ tone: 'warn', message: why, action: undo });
      } else tell({ tone: 'info', message: done, action: undo });
    } finally {
      working.value = false;
    }
  };

  return {
    working,
    preview: computed(() => {
      const sheet = view.value && mirrored(view.value);
      void writing.value;
      return sheet ? previewOf(planFor(sheet)) : null;
    }),
    async applyQuietly() {
      try {
        const plan = planFor(await look());
        if (!isEmpty(plan)) await runChanges(plan, board, { clock });
      } catch {
        // The lanes say something old then; the preview still offers to change that.
      }
    },
    async apply() {
      if (working.peek()) return;
      working.value = true;
      try {
        const shown = view.peek();
        const before = shown && mirrored(shown);
        const known = new Set(before ? changesOf(planFor(before)).map(idOf) : []);
        // Planned anew: what got words meanwhile stays, and nothing goes that was not shown.
        const { stages } = planFor(await look());
        const plan = { stages: stages.map((stage) => stage.filter((one) => known.has(idOf(one)))) };
        if (isEmpty(plan)) tell({ tone: 'info', message: 'The board says so already.' });
        else await carryOut(plan, 'The board says where to write now.');
      } catch (error) {
        tell({ tone: 'warn', message: refusalWords(error, 'change the board') });
      } finally {
        working.value = false;
      }
    },
  };
}

const idOf = (change: SheetChange): string => (change.kind === 'create' ? change.key : change.id);

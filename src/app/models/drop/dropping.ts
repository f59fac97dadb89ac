/** What a drop is made of; loaded when somebody starts a sheet, so that reading one doesn't wait for it. */
import type * as Y from 'yjs';
import type { Point } from '../../../base/box.ts';
import type { Json } from '../../../base/json.ts';
import { planDrop } from '../../../board/plan.ts';
import { BoardRefusal } from '../../../board/port.ts';
import { recordJson } from '../../../board/recordJson.ts';
import { type DropResult, runDrop } from '../../../board/runDrop.ts';
import type { Person } from '../../../miro/people.ts';
import { type ItemId, type SheetId, sheetId } from '../../../workshop/ids.ts';
import { layoutSheet } from '../../../workshop/layout.ts';
import { frameKey } from '../../../workshop/piece.ts';
import type { Role } from '../../../workshop/roles.ts';
import type { Template } from '../../../workshop/template.ts';
import { switchNotes } from '../noteDrafts/switchNotes.ts';
import type { NoticeContent } from '../notice.ts';
import type { Platform } from '../platform.ts';
import { refusalWords } from '../words/refusalWords.ts';
import { detailsFrom } from './detailsFrom.ts';
import type { StartForm } from './startForm.ts';

/** A sheet that has just been put on the board. */
export interface PlacedSheet {
  readonly id: SheetId;
  /** As the board keeps it. */
  readonly record: Json;
  /** Its items by key: of those that frame notes. Blank stickies become notes and are not remembered by name. */
  readonly headers: ReadonlyMap<string, ItemId>;
}

interface Dropping {
  readonly platform: Pick<Platform, 'board' | 'clock' | 'newId'>;
  readonly template: Template;
  readonly form: StartForm;
  readonly person: Person;
  readonly centre?: Point;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: {
    readonly done: number;
    readonly total: number;
    readonly takingBack: boolean;
    readonly slowed: boolean;
  }) => void;
  readonly tell: (notice: NoticeContent) => void;
  /** The sheet is on the board and on record. */
  readonly placed: (
    dropped: PlacedSheet,
    role: Role,
    /** To be called once its document has begun, before anybody hears of it. */
    prepare: (document: Y.Doc) => void,
  ) => Promise<void>;
}

/** Whether the sheet is on the board; where it is not, that was told. Rejects with a `BoardRefusal` before it begins. */
export async function dropSheet(dropping: Dropping): Promise<boolean> {
  const { platform, template, form, person, signal, onProgress } = dropping;
  const { board, clock } = platform;
  const startedAt = new Date(clock.now()).toISOString();
  const details = detailsFrom(form, sheetId(platform.newId()), person.name, startedAt);
  const { writing } = form;
  const centre = dropping.centre ?? (await board.findEmptySpace(layoutSheet(template, details, { writing })));
  const plan = planDrop(template, details, { centre, writing });
  const result = await runDrop(plan, board, {
    ...{ clock, signal },
    onProgress: ({ phase, slowed, done, total }) =>
      onProgress({ done, total, slowed, takingBack: phase === 'taking-back' }),
  });
  await settle(dropping, result);
  return result.kind === 'dropped';
}

async function settle({ platform, form, person, tell, placed }: Dropping, result: DropResult): Promise<void> {
  if (result.kind === 'dropped') {
    const { record, anchors } = result;
    const headers = [...anchors].filter(([key]) => key !== frameKey && !key.startsWith('blank:'));
    const sheet = { id: record.details.id, record: recordJson(record), headers: new Map(headers) };
    await placed(sheet, form.role, (document) => {
      if (form.writing === 'panel') switchNotes(document, true, person.id, result.record.details.createdAt);
    });
    // The sheet is there, whatever becomes of the way to it.
    await platform.board
      .show([result.frame])
      .catch(() => tell({ tone: 'info', message: 'The sheet is on the board. Zoom out to find it.' }));
    return;
  }
  const left = result.leftBehind.length;
  const rest =
    left === 0 ? 'Everything was taken back.' : `${left} items could not be removed: delete them by hand.`;
  const what =
    result.kind === 'cancelled'
      ? 'Cancelled.'
      : refusalWords(new BoardRefusal(result.reason, result.message), 'put the sheet on the board');
  tell({ tone: result.kind === 'cancelled' && left === 0 ? 'info' : 'warn', message: `${what} ${rest}` });
}

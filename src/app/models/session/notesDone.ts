/** *Done* with notes written unseen, on all sheets on which this person has a part: in a session it is said once. */
import { blindStep } from '../../../annotations/blindSetting.ts';
import { noteDraftsPart } from '../noteDrafts/part.ts';
import type { SheetList } from '../sheet/sheetList.ts';

export async function sayNotesDone(list: Pick<SheetList, 'models'>, done: boolean): Promise<void> {
  for (const model of list.models()) {
    const view = model.view.peek();
    if (!view?.me.role || blindStep(view.content.writing) === null) continue;
    const notes = await model.loaded(noteDraftsPart);
    if (done) notes.done();
    else notes.notDone();
  }
}

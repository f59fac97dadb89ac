/** How far people agree by the other lens than the one that the sheet is laid out by. */
import { type Count, meter } from '../../../annotations/agreement.ts';
import type { NoteView, SheetView } from '../sheet/sheetView.ts';

export interface OtherLens {
  readonly by: 'responsibility' | 'pillar';
  /** Those that have notes, in the template's order. */
  readonly groups: readonly (Pick<Count, 'agreed' | 'total'> & { readonly key: string })[];
}

export function otherLens({ columns, details, template, talk }: SheetView): OtherLens {
  const by = details.lens === 'pillars' ? 'responsibility' : 'pillar';
  const lanes = columns.flatMap((column) => column.lanes);
  const notesOf = (id: string): readonly NoteView[] =>
    lanes.flatMap(({ lane, notes }) => (lane[by] === id ? notes : []));
  const parts: readonly { readonly id: string; readonly title: string }[] =
    by === 'responsibility' ? template.responsibilities : template.pillars;
  const { groups } = meter(
    parts.map(({ id, title }) => ({ key: title, notes: notesOf(id) })),
    talk,
  );
  return { by, groups: groups.filter(({ total }) => total > 0) };
}

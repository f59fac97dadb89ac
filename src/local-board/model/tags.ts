/** Tags: unique titles, a hundred a board. */
import * as check from './check.ts';
import type { TagFields } from './command.ts';
import type { TagData } from './item.ts';
import type { Scene } from './items.ts';
import { tagsPerBoard, tagTitleLimit } from './limits.ts';
import { tagColours } from './names.ts';
import { refuse } from './refusal.ts';

function checkTitle({ draft }: Scene, value: unknown, own: string): string {
  const title = check.text('title', value, tagTitleLimit);
  if (title === '') refuse('input', 'A tag needs a title.');
  for (const tag of draft.allTags())
    if (tag.title === title && tag.id !== own)
      refuse('crud', `There is already a tag with the title "${title}".`);
  return title;
}

export function createTag(scene: Scene, fields: check.Fields): string {
  const count = [...scene.draft.allTags()].length;
  if (count >= tagsPerBoard) refuse('crud', `A board holds at most ${tagsPerBoard} tags.`);
  const id = scene.newId();
  const color = fields.color === undefined ? 'red' : check.oneOf('color', fields.color, tagColours);
  scene.draft.putTag({ type: 'tag', id, title: checkTitle(scene, fields.title, id), color });
  return id;
}

/** Where copies carry these tags: the board's own of that id or title, else a new one. */
export function tagsOfCopies(scene: Scene, carried: readonly TagFields[]): ReadonlyMap<string, string> {
  const here = ({ id, title }: TagFields) =>
    scene.draft.tag(id) ?? [...scene.draft.allTags()].find((tag) => tag.title === title);
  return new Map(
    carried.map((tag) => [tag.id, here(tag)?.id ?? createTag(scene, { title: tag.title, color: tag.color })]),
  );
}

export function updateTag(scene: Scene, id: string, fields: check.Fields): void {
  const before = scene.draft.tag(id) ?? refuse('unknown-id', `Tag not found: ${id}.`);
  const after: TagData = {
    ...before,
    title: fields.title === undefined ? before.title : checkTitle(scene, fields.title, id),
    color: fields.color === undefined ? before.color : check.oneOf('color', fields.color, tagColours),
  };
  scene.draft.putTag(after);
}

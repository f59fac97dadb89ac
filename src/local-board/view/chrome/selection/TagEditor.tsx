/** The board's tags: put on what is selected, made, coloured, taken away. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type ItemData, isTagged, type TagData } from '../../../model/item.ts';
import { tagsPerItem, tagTitleLimit } from '../../../model/limits.ts';
import { tagColours } from '../../../model/names.ts';
import { tagFill } from '../../content/colours.ts';
import type { Tagging } from '../../edits/tagging.ts';
import { Icon } from '../../icons.tsx';
import { Dropdown } from './Dropdown.tsx';
import type { SectionProps } from './NoteColour.tsx';

type Tagged = Extract<ItemData, { readonly tagIds: readonly string[] }>;

interface RowProps {
  readonly tag: TagData;
  readonly items: readonly Tagged[];
  readonly tagging: Tagging;
}

function Row({ tag, items, tagging }: RowProps): JSX.Element {
  const carriers = items.filter(({ tagIds }) => tagIds.includes(tag.id));
  const all = carriers.length === items.length;
  const full = !all && items.some(({ tagIds }) => !tagIds.includes(tag.id) && tagIds.length >= tagsPerItem);
  return (
    <li>
      <label title={full ? `An item has at most ${tagsPerItem} tags` : undefined}>
        <input
          type="checkbox"
          checked={all}
          indeterminate={!all && carriers.length > 0}
          disabled={full}
          onChange={() => tagging.put(items, tag.id, all ? 'off' : 'on')}
        />
        <span class="tag-dot" style={{ background: tagFill(tag.color) }} />
        <span class="tag-title">{tag.title}</span>
      </label>
      <select
        aria-label={`Colour of ${tag.title}`}
        value={tag.color}
        onChange={(event) => tagging.recolour(tag.id, event.currentTarget.value)}
      >
        {tagColours.map((name) => (
          <option key={name} value={name}>
            {name.replace(/_/g, ' ')}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="tool small"
        aria-label={`Remove the tag ${tag.title} from the board`}
        title="Remove from the board"
        onClick={() => tagging.discard(tag.id)}
      >
        <Icon name="trash" />
      </button>
    </li>
  );
}

export function TagEditor({ board, items, opened }: SectionProps): JSX.Element | null {
  const [title, setTitle] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const open = opened.which === 'tags';
  // What is typed next is a tag, not a shortcut of the board.
  useLayoutEffect(() => {
    if (open) input.current?.focus({ preventScroll: true });
  }, [open]);
  // An app's card is the app's to change.
  const tagged = items.filter((item): item is Tagged => isTagged(item) && item.type !== 'app_card');
  if (tagged.length === 0) return null;
  const tags = [...board.state.tags.value.values()].sort((a, b) => a.title.localeCompare(b.title, 'en'));
  return (
    <Dropdown opened={opened} name="tags" label="Tags" title="Tags" kind="form" face={<Icon name="tag" />}>
      <form
        class="new-tag"
        onSubmit={(event) => {
          event.preventDefault();
          board.tagging.add(tagged, title.trim());
          setTitle('');
        }}
      >
        <input
          ref={input}
          aria-label="New tag"
          placeholder="New tag"
          maxLength={tagTitleLimit}
          value={title}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
        <button type="submit" class="plain" disabled={title.trim() === ''}>
          Add
        </button>
      </form>
      {tags.length > 0 && (
        <ul class="tag-list" aria-label="Tags of this board">
          {tags.map((tag) => (
            <Row key={tag.id} tag={tag} items={tagged} tagging={board.tagging} />
          ))}
        </ul>
      )}
    </Dropdown>
  );
}

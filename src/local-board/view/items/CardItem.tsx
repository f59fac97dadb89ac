/** A card, or an app's card: what is to be done, by whom and when; for an app's card also how it stands with its app. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { AppCardData, CardData, CardField, ItemData } from '../../model/item.ts';
import { initials, inkOn, personColour, safeColour, tagFill } from '../content/colours.ts';
import { Editor } from '../content/Editor.tsx';
import { parseContent, show } from '../content/richText.ts';
import { type ItemProps, itemAttributes, labelOf } from './itemProps.ts';

const statuses = { 'to-do': 'To do', 'in-progress': 'In progress', done: 'Done', none: undefined } as const;

const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const dayOf = (date: string): string => day.format(new Date(`${date}T00:00:00Z`));

function Field({ field }: { readonly field: CardField }): JSX.Element {
  const fill = safeColour(field.fillColor, '#f1f2f5');
  return (
    <li
      title={field.tooltip}
      style={{
        background: fill,
        color: safeColour(field.textColor, fill === 'transparent' ? '#1a1a1a' : inkOn(fill)),
      }}
    >
      {field.iconUrl?.startsWith('https://') && (
        <img
          src={field.iconUrl}
          alt=""
          class={field.iconShape === 'square' ? 'square' : 'round'}
          referrerpolicy="no-referrer"
          draggable={false}
        />
      )}
      {field.value}
    </li>
  );
}

/** Who it is for. Only people who are here now have a name that this window knows. */
function Assignee({ userId, props }: { readonly userId: string; readonly props: ItemProps<ItemData> }) {
  const { client, state } = props.board;
  const people = [client.me, ...state.others.value];
  const name = people.find((person) => person.userId === userId)?.name;
  const colour = personColour(userId);
  return (
    <span
      class="assignee"
      title={name ?? 'Somebody who is not here now'}
      style={{ background: colour, color: inkOn(colour) }}
    >
      {name ? initials(name) : '?'}
    </span>
  );
}

export function CardItem(props: ItemProps<CardData | AppCardData>): JSX.Element {
  const { item, editing, tags } = props;
  const title = useMemo(() => parseContent(item.title), [item.title]);
  const description = useMemo(() => parseContent(item.description), [item.description]);
  const theme = safeColour(item.style.cardTheme, '#2d9bf0');
  const filled = item.style.fillBackground && theme !== 'transparent';
  const { style, ...attributes } = itemAttributes(props);
  const task = item.type === 'card' ? item : undefined;
  const status = task && statuses[task.taskStatus];
  return (
    <div
      {...attributes}
      class={filled ? 'item card filled' : 'item card'}
      style={{ ...style, borderColor: theme, ...(filled ? { background: theme, color: inkOn(theme) } : {}) }}
    >
      <div class="card-title">
        {editing ? (
          <Editor content={item.title} label={labelOf(item)} formatting="none" onDone={props.onWritten} />
        ) : (
          <div class="content">{title.length > 0 ? show(title) : <span class="hint">Add a title</span>}</div>
        )}
        {item.type === 'app_card' && <AppMark {...props} item={item} />}
      </div>
      {description.length > 0 && <div class="card-description content">{show(description)}</div>}
      {item.fields && item.fields.length > 0 && (
        <ul class="card-fields" aria-label="Fields">
          {item.fields.map((field, index) => (
            <Field key={index} field={field} />
          ))}
        </ul>
      )}
      <div class="card-foot">
        {tags.length > 0 && (
          <ul class="card-tags" aria-label="Tags">
            {tags.map((tag) => (
              <li key={tag.id} style={{ background: tagFill(tag.color), color: inkOn(tagFill(tag.color)) }}>
                {tag.title}
              </li>
            ))}
          </ul>
        )}
        {status && (
          <span class="card-status" data-status={task.taskStatus}>
            {status}
          </span>
        )}
        {(task?.startDate || task?.dueDate) && (
          <span class="card-dates">
            {[task.startDate, task.dueDate].flatMap((date) => (date ? dayOf(date) : [])).join(' – ')}
          </span>
        )}
        {task?.assignee && <Assignee userId={task.assignee.userId} props={props} />}
      </div>
    </div>
  );
}

const marks = {
  disconnected: 'Connect this card with its app',
  connected: 'Open this card in its app',
  disabled: 'The app has switched this card off',
} as const;

/** The app's mark on its card: a button where the app would hear of a click. */
function AppMark({ item, board }: ItemProps<AppCardData>): JSX.Element {
  const clickable = board.appCards.mayClick(item);
  const words = clickable || item.status === 'disabled' ? marks[item.status] : `This card is ${item.status}`;
  return (
    <button
      type="button"
      class="app-mark"
      data-status={item.status}
      aria-label={words}
      title={words}
      disabled={!clickable}
      data-testid={`app-card-${item.id}`}
      onClick={() => board.appCards.click(item)}
    />
  );
}

/** The keyboard in a menu: arrows, Home and End, first letters; Escape and Tab close it. The board hears none of it. */

/** What `Enter` and the space bar do is the browser's business: entries are buttons. */
export function moveInMenu(event: KeyboardEvent & { currentTarget: HTMLElement }, close: () => void): void {
  event.stopPropagation();
  const { key } = event;
  if (key === 'Escape' || key === 'Tab') {
    event.preventDefault();
    close();
    return;
  }
  const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = entries.findIndex((entry) => entry.matches(':focus'));
  const letter = key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
  const named = (entry: HTMLElement) => entry.textContent.trim().toLowerCase().startsWith(key.toLowerCase());
  const after = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
  const next =
    key === 'ArrowDown'
      ? entries[(at + 1) % entries.length]
      : key === 'ArrowUp'
        ? entries.at(at <= 0 ? -1 : at - 1)
        : key === 'Home'
          ? entries[0]
          : key === 'End'
            ? entries.at(-1)
            : letter
              ? after.find(named)
              : undefined;
  if (!next && !['ArrowDown', 'ArrowUp', 'Home', 'End', 'ArrowLeft', 'ArrowRight'].includes(key)) return;
  event.preventDefault();
  next?.focus();
}

/**
 * Moves the focus within the page, never into it: who has just selected a sticky wants to go on with it on the board
 * (copy, delete, type), and a panel that grabs the keyboard would take that away.
 */
export function takeFocus(element: HTMLElement | null): boolean {
  if (!element?.ownerDocument.hasFocus()) return false;
  element.focus({ preventScroll: true });
  return true;
}

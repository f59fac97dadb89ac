/** Toasts, and the bar that says the connection is gone. */
import type { JSX } from 'preact';
import type { Board } from '../board.ts';
import { Icon } from '../icons.tsx';

export function Toasts({ board }: { readonly board: Board }): JSX.Element {
  const { shown, dismiss } = board.notices;
  return (
    <div class="toasts" aria-live="polite">
      {shown.value.map(({ id, type, message }) => (
        <div
          key={id}
          class={`toast ${type}`}
          role={type === 'error' ? 'alert' : 'status'}
          data-testid="notification"
        >
          <span>{message}</span>
          <button type="button" class="tool small" aria-label="Dismiss" onClick={() => dismiss(id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}

export function ConnectionBar({ board }: { readonly board: Board }): JSX.Element | null {
  const connection = board.state.connection.value;
  if (connection === 'live') return null;
  const switchedOff = board.client.switches.get().online === 'no';
  const off = 'The connection is switched off in the developer menu.';
  const words = {
    connecting: switchedOff ? off : 'Connecting…',
    offline: switchedOff
      ? off
      : 'Reconnecting… You can look around; changes wait until the board answers again.',
    refused: board.client.reason.get() || 'The board does not let this window in.',
  }[connection];
  return (
    <div class="connection" role="status" data-testid="connection">
      {connection !== 'refused' && !switchedOff && <span class="spinner light" aria-hidden="true" />}
      <span>{words}</span>
      {connection === 'refused' && <a href="/">All boards</a>}
    </div>
  );
}

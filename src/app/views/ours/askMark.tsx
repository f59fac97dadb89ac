/** What is asked about a note, in a few words below its row. It comes with its own look once there is something to ask. */
import type { RowMark } from '../../models/ours/asked.ts';
import '../styles/ours.css';

export function AskMark({ mark: { kind, words } }: { readonly mark: RowMark }) {
  return (
    <span class={kind === 'generic' ? 'ask-mark ask-generic' : 'ask-mark'} data-testid="ask-mark">
      <span class="ask-sign" aria-hidden="true">
        {kind === 'generic' ? '✎' : '?'}
      </span>
      <span class="visually-hidden">{kind === 'generic' ? '' : 'Make it ours asks: '}</span>
      {words}
    </span>
  );
}

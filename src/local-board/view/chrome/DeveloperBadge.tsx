/** For developers of apps: the switches this board runs under and what the app has spent, in a small corner menu. */
import type { ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Icon } from '../icons.tsx';

export interface DeveloperFacts {
  /** Name and value of each switch in force. */
  readonly switches: ReadonlySignal<readonly (readonly [string, string])[]>;
  /** Credits of this person's apps, or null where nobody counts. */
  readonly credits: ReadonlySignal<{ readonly minute: number; readonly hour: number } | null>;
}

const number = new Intl.NumberFormat('en');

export function DeveloperBadge({ facts }: { readonly facts: DeveloperFacts }): JSX.Element {
  const switches = facts.switches.value;
  const credits = facts.credits.value;
  return (
    <details class="developer" data-testid="developer">
      <summary class="tool" aria-label="Developer menu" title="Developer menu">
        <Icon name="settings" />
        {switches.length > 0 && <span class="count">{switches.length}</span>}
      </summary>
      <div class="bar developer-menu">
        <h2>Local board</h2>
        {credits && (
          <dl data-testid="credits">
            <dt>Credits this minute</dt>
            <dd>{number.format(credits.minute)} of 100,000</dd>
            <dt>Credits this hour</dt>
            <dd>{number.format(credits.hour)} of 1,000,000</dd>
          </dl>
        )}
        <h3>Switches</h3>
        {switches.length === 0 ? (
          <p>All at their defaults. Set them in this page's address.</p>
        ) : (
          <dl>
            {switches.map(([name, value]) => (
              <>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </>
            ))}
          </dl>
        )}
      </div>
    </details>
  );
}

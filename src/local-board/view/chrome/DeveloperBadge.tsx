/** For developers of apps: the switches this board runs under and what the app has spent, in a small corner menu. */
import { Fragment, type JSX } from 'preact';
import { Icon } from '../icons.tsx';
import type { DeveloperFacts } from './developerFacts.ts';

const number = new Intl.NumberFormat('en');

export function DeveloperBadge({ facts }: { readonly facts: DeveloperFacts }): JSX.Element {
  const switches = facts.switches.value;
  const credits = facts.credits.value;
  return (
    <div class="developer" data-testid="developer">
      <button
        type="button"
        class="tool"
        popovertarget="developer-menu"
        aria-label="Developer menu"
        title="Developer menu"
      >
        <Icon name="settings" />
        {switches.length > 0 && <span class="count">{switches.length}</span>}
      </button>
      <div id="developer-menu" class="developer-menu" popover="auto">
        <h2>Local board</h2>
        <dl data-testid="credits">
          <dt>Credits this minute</dt>
          <dd>{number.format(credits.minute)}</dd>
          <dt>Credits this hour</dt>
          <dd>{number.format(credits.hour)}</dd>
        </dl>
        <h3>Switches</h3>
        {switches.length === 0 ? (
          <p>All at their defaults. Set them in this page's address.</p>
        ) : (
          <dl>
            {switches.map(([name, value]) => (
              <Fragment key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </Fragment>
            ))}
          </dl>
        )}
      </div>
    </div>
  );
}

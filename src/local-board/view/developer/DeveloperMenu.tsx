/**
 * For developers of apps: the switches this board runs under, to see and to change, and what the apps have spent. What
 * is not as usual stands beside the button, so that nobody wonders why the board behaves oddly.
 */
import type { JSX } from 'preact';
import { Icon } from '../icons.tsx';
import type { DeveloperFacts } from './developerFacts.ts';
import { SwitchRow } from './SwitchRow.tsx';
import { switchGroups, switchWords } from './switchWords.ts';

const number = new Intl.NumberFormat('en');
/** More than these are only counted. */
const mostNamed = 2;

function Unusual({ facts }: { readonly facts: DeveloperFacts }): JSX.Element | null {
  const unusual = facts.unusual.value;
  if (unusual.length === 0) return null;
  const named = unusual.slice(0, mostNamed).map(({ name, value }) => `${name} ${value}`);
  const rest = unusual.length - named.length;
  return (
    <>
      <span class="unusual" data-testid="unusual">
        {[...named, ...(rest > 0 ? [`${rest} more`] : [])].join(' · ')}
      </span>
      <span class="count" aria-hidden="true">
        {unusual.length}
      </span>
    </>
  );
}

function Credits({ facts }: { readonly facts: DeveloperFacts }): JSX.Element {
  const { minute, hour } = facts.credits.value;
  const budget = (name: 'minute' | 'hour') =>
    number.format(Number(facts.switches.value.find((fact) => fact.name === name)?.value));
  return (
    <dl class="credits" data-testid="credits">
      <div>
        <dt>This minute</dt>
        <dd>
          <strong>{number.format(minute)}</strong> of {budget('minute')} credits
        </dd>
      </div>
      <div>
        <dt>This hour</dt>
        <dd>
          <strong>{number.format(hour)}</strong> of {budget('hour')} credits
        </dd>
      </div>
    </dl>
  );
}

export function DeveloperMenu({ facts }: { readonly facts: DeveloperFacts }): JSX.Element {
  const switches = facts.switches.value;
  const unusual = facts.unusual.value;
  const label =
    unusual.length === 0
      ? 'Developer menu'
      : `Developer menu; not as usual: ${unusual.map(({ name, value }) => `${name} ${value}`).join(', ')}`;
  return (
    <div class="developer" data-testid="developer">
      <button
        type="button"
        class="tool"
        popovertarget="developer-menu"
        aria-label={label}
        title={label}
        data-testid="developer-button"
      >
        <Icon name="settings" />
        <Unusual facts={facts} />
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys pressed in here are not for the board. */}
      <div
        id="developer-menu"
        class="developer-menu"
        popover="auto"
        data-testid="developer-menu"
        onKeyDown={(event) => event.stopPropagation()}
      >
        <div class="developer-head">
          <h2>For developers of apps</h2>
          <button
            type="button"
            class="reset"
            disabled={!switches.some(({ own }) => own)}
            data-testid="reset-switches"
            onClick={() => facts.resetAll()}
          >
            Reset all
          </button>
        </div>
        <p class="developer-lead">
          Switches change how this board plays Miro, in this window only. They stand in its address, so a link
          to it does the same.
        </p>
        <Credits facts={facts} />
        {switchGroups.map((group) => (
          <fieldset key={group}>
            <legend>{group}</legend>
            {switches
              .filter(({ name }) => switchWords[name].group === group)
              .map((fact) => (
                <SwitchRow key={fact.name} fact={fact} facts={facts} />
              ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}

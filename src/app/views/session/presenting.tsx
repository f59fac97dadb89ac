/** Sharing one's screen: what only this person can see is hidden until they stop. */
import { useEffect } from 'preact/hooks';
import type { Workshop } from '../../models/workshop.ts';

export function PresentingSwitch({ workshop }: { readonly workshop: Workshop }) {
  const on = workshop.presenting.value;
  return (
    <button
      type="button"
      class="link-button"
      aria-pressed={on}
      data-testid="session-present"
      onClick={() => {
        workshop.presenting.value = !on;
      }}
    >
      {on ? 'Stop presenting' : 'I share my screen: hide what only I can see'}
    </button>
  );
}

/** Says that it is on, and hides by a class what is for one's own eyes. */
export function PresentingNote({ workshop }: { readonly workshop: Workshop }) {
  const on = workshop.presenting.value;
  useEffect(() => {
    const page = document.documentElement;
    page.classList.toggle('presenting', on);
    return () => page.classList.remove('presenting');
  }, [on]);
  if (!on) return null;
  return (
    <div class="session-quiet" role="status" data-testid="session-presenting">
      <p>Presenting: what only you can see is hidden.</p>
      <button
        type="button"
        class="button button-secondary button-small"
        onClick={() => {
          workshop.presenting.value = false;
        }}
      >
        Stop
      </button>
    </div>
  );
}

/** Themes that the notes of several sheets touch, for a talk with the whole cohort. Of nobody's views: only notes. */
import { useEffect, useState } from 'preact/hooks';
import type { LiveSession } from '../../models/session/live.ts';
import { sharedThemes } from '../../models/session/sharedThemes.ts';

type Find = Parameters<typeof sharedThemes>[1];

export function SharedThemes({ live }: { readonly live: LiveSession }) {
  const [find, setFind] = useState<Find | null>(null);
  useEffect(() => {
    let over = false;
    import('../../../workshop/themes/findThemes.ts').then(
      ({ findThemes }) => {
        if (!over) setFind(() => (text: string) => [...findThemes(text).keys()]);
      },
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, []);
  const shared = find
    ? sharedThemes(
        live.sheets.value.map(([, view]) => view),
        find,
      )
    : [];
  if (shared.length === 0) return null;
  return (
    <section class="group" aria-labelledby="shared-title">
      <h2 id="shared-title" class="group-title">
        What several sheets share
      </h2>
      <p class="hint">From the notes alone: it shows nobody’s views. Good for a talk with all.</p>
      <ul class="tool-list" data-testid="shared-themes">
        {shared.map(({ title, sheets }) => (
          <li key={title} class="tool-note">
            <span class="tool-words">{title}</span>
            <span class="tool-figure">{sheets} sheets</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

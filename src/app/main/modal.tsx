/** The wide page: both sides beside each other. */
import { render } from 'preact';
import { choiceFrom } from '../models/exporting/exportChoice.ts';
import { momentFrom, type RoundsPlace } from '../models/rounds/roundMoments.ts';
import { openWorkshop } from '../models/workshop.ts';
import { Wide } from '../views/wide.tsx';
import '../views/panel.css';
import { systemClock } from '../../base/systemClock.ts';
import { budgetMeter } from '../../sync/meter.ts';
import { browserPlatform } from './browserPlatform.ts';
import { watchPerson } from './watchPerson.ts';

const root = document.getElementById('root') as HTMLElement;
const platform = browserPlatform(window, budgetMeter(systemClock.now, Math.random));

if (platform) {
  const asked = new URLSearchParams(location.search);
  const first = asked.get('sheet') ?? '';
  const [before, after] = [asked.get('before'), asked.get('after')].map(momentFrom);
  const place: RoundsPlace | null = before && after ? { kind: 'changes', before, after } : null;
  const preview = asked.get('preview');
  const workshop = openWorkshop(platform, { keepsMirror: false, followsSelection: false, seen: true, first });
  const close = (): void => void platform.screens.closeModal();
  render(
    <Wide
      workshop={workshop}
      first={place}
      preview={preview === null ? null : choiceFrom(preview)}
      onClose={close}
    />,
    root,
  );
  // The board closes its modal on Escape, but hears no key while the focus is in here.
  window.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  void workshop.start();
  watchPerson(window, workshop);
} else {
  void import('../views/outside.tsx').then(({ Outside }) => render(<Outside />, root));
}

/** The panel page. */
import { render } from 'preact';
import { onlyInThisPage } from '../models/savedWords.ts';
import { openWorkshop } from '../models/workshop.ts';
import { Outside } from '../views/outside.tsx';
import { Panel } from '../views/panel.tsx';
import '../views/panel.css';
import { systemClock } from '../../base/systemClock.ts';
import { budgetMeter } from '../../sync/meter.ts';
import { browserPlatform } from './browserPlatform.ts';
import { watchPerson } from './watchPerson.ts';

const root = document.getElementById('root') as HTMLElement;
const platform = browserPlatform(window, budgetMeter(systemClock.now, Math.random));

if (platform) {
  const workshop = openWorkshop(platform, { keepsMirror: false, followsSelection: true, seen: true });
  render(<Panel workshop={workshop} />, root);
  void workshop.start();
  watchPerson(window, workshop);
  // A page that is taken away may only hear that it lost the focus.
  window.addEventListener('blur', () => workshop.keepDrafts());
  document.addEventListener('visibilitychange', () => void workshop.flush());
  window.addEventListener('beforeunload', (event) => {
    // Only words that exist nowhere else are worth asking about.
    if (onlyInThisPage(workshop.saved.value)) event.preventDefault();
  });
} else {
  render(<Outside />, root);
}

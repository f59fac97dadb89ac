/** The panel page. */
import { render } from 'preact';
import { openWorkshop } from '../models/workshop.ts';
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
} else {
  void import('../views/outside.tsx').then(({ Outside }) => render(<Outside />, root));
}

/** The facilitator's screen while notes are written unseen: showing them all is asked twice, and takes nobody's draft. */
import { expect, test } from 'vitest';
import { noteDraftsPart } from '../../../src/app/models/noteDrafts/part.ts';
import { Panel } from '../../../src/app/views/panel.tsx';
import { newSession, start } from '../../../src/workshop/session/session.ts';
import { gathering } from '../../support/people.ts';
import { stage } from '../../workshop/session/sessions.ts';
import { direction, done, sheetOf, show, until } from './onScreen.tsx';

test('the facilitator shows all notes with two clicks; a draft stays its writer’s, who is asked', async () => {
  const there = gathering();
  const fay = await there.come('Fay Facilitator');
  const { workshop } = fay;
  await done(there, workshop.drop.place({ ...workshop.drop.defaults(), writing: 'panel' }));
  const screen = show(<Panel workshop={workshop} />);
  await until(() => screen.all(`add-draft-${direction}`).length === 1);
  const notes = sheetOf(fay).part(noteDraftsPart).value;
  notes?.write(direction, 'A draft');
  await until(() => workshop.live()?.mayTake.value === true);
  const live = workshop.live();
  live?.takeSeat();
  live?.begin(
    newSession({ id: 's1', format: 'cohort', template: 'staff-role', agenda: [stage('write', 5)] }),
  );
  live?.act(start);
  workshop.atSession.value = true;
  await until(() => screen.all('reveal-all').length === 1);
  screen.find('reveal-all').click();
  await until(() => screen.all('reveal-asks').length === 1);
  expect(document.activeElement).toBe(screen.find('reveal-wait'));
  screen.find('reveal-wait').click();
  await until(() => screen.all('reveal-asks').length === 0);
  expect(document.activeElement).toBe(screen.find('reveal-all'));
  expect(notes?.stage.value).toBe('drafting');
  screen.find('reveal-all').click();
  await until(() => screen.all('reveal-go').length === 1);
  screen.find('reveal-go').click();
  await until(() => screen.all('reveal-all').length + screen.all('reveal-asks').length === 0);
  expect(notes?.stage.value).toBe('open');
  expect(screen.find('reveal-done').textContent).toContain('shown');
  workshop.atSession.value = false;
  await until(() => screen.all('draft-banner').length === 1);
  expect(screen.find('draft-banner').textContent).toContain('seen by nobody');
});

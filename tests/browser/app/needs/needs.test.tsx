/** A need on the screen: the manager's card answers it, the engineer's stands behind it, and lists say how it was answered. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { Panel } from '../../../../src/app/views/panel.tsx';
import { laneId } from '../../../../src/workshop/ids.ts';
import { done, erinsPanel, sheetOf, show, until, viewOf } from '../onScreen.tsx';

test('the manager says partly, and how; the engineer reads it as that', async () => {
  const { there, erin, screen } = await erinsPanel([]);
  await done(there, sheetOf(erin).addNote(laneId('side', 'needs'), 'Two days a week without meetings'));
  await until(() => screen.all('note-row').length === 1);
  await until(() => screen.find('note-row').textContent?.startsWith('Not answered yet') === true);
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
  await there.clock.advance(0);
  const his = show(<Panel workshop={max.workshop} />);
  await until(() => his.all('note-row').length === 1);
  his.find('note-row').click();
  await until(() => his.all('stance-agree-if').length === 1);
  expect(his.find('note-card').textContent).toContain('Your answer');
  expect(his.find('stance-agree-if').textContent).toBe('Partly');
  await userEvent.click(his.find('stance-agree-if'));
  await there.clock.advance(10);
  await until(() => his.all('stance-reason').length === 1);
  expect(his.find('stance-reason').getAttribute('placeholder')).toBe('What of it, and how? One line');
  await userEvent.fill(his.find('stance-reason'), 'One day, from April');
  await userEvent.keyboard('{Tab}');
  await there.clock.advance(10);
  screen.find('note-row').click();
  const theirs = `view-of-${viewOf(max).me.user}`;
  await until(() => screen.all(theirs)[0]?.textContent?.includes('One day, from April') === true);
  expect(screen.find(theirs).textContent).toContain('Partly');
  expect(screen.find('note-card').textContent).toContain('Answered partly');
  expect(screen.find('note-card').textContent).toContain('Do you still need it?');
  expect(screen.find('stance-agree').textContent).toBe('I need it');
});

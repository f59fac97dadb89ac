/** One problem from three altitudes on the screen, and a note's why on its card. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { altitudePart } from '../../../../src/app/models/altitude/part.ts';
import { AltitudeScreen } from '../../../../src/app/views/altitude/altitude.tsx';
import { AltitudeRow } from '../../../../src/app/views/altitude/row.tsx';
import { erinsPanel, sheetOf, show, until, viewOf } from '../onScreen.tsx';

async function withMax(notes: readonly string[] = []) {
  const panel = await erinsPanel(notes);
  const { there, erin } = panel;
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
  await there.clock.advance(0);
  await until(() => [erin, max].every((one) => sheetOf(one).part(altitudePart).value !== null));
  return { ...panel, max };
}

test('the engineer writes with examples in sight that are nobody’s data; what was typed is kept when the screen closes', async () => {
  const { erin, screen } = await withMax();
  sheetOf(erin).step.value = 'altitude';
  await until(() => screen.all('altitude-form').length === 1);
  expect((screen.find('altitude-staff') as HTMLTextAreaElement).placeholder).toContain('e.g.');
  expect(sheetOf(erin).part(altitudePart).value?.altitude.value.questions.staff).toBe('');
  await userEvent.fill(screen.find('altitude-problem'), 'Releases slip');
  await userEvent.keyboard('{Escape}');
  await until(() => screen.all('altitude-form').length === 0);
  expect(sheetOf(erin).part(altitudePart).value?.altitude.value.problem).toBe('Releases slip');
});

test('the manager reads the three questions and marks one; where they are apart, it is said kindly', async () => {
  const { there, erin, max, screen } = await withMax();
  const his = show(<AltitudeScreen sheet={sheetOf(max)} view={viewOf(max)} />);
  await until(() => his.all('altitude-empty').length === 1);
  const hers = sheetOf(erin).part(altitudePart).value;
  hers?.write('problem', 'Releases slip');
  hers?.write('staff', 'Why does one service decide?');
  hers?.choose('senior');
  await there.clock.advance(10);
  await until(() => his.all('altitude-said').length === 1);
  expect(his.find('altitude-mark-staff').parentElement?.textContent).toContain(
    'Why does one service decide?',
  );
  await userEvent.click(his.find('altitude-mark-staff'));
  await there.clock.advance(10);
  await until(() => his.all('altitude-apart').length === 1);
  expect(his.find('altitude-apart').textContent).toContain(
    'Erin Example asks as Senior today; Max Example expects Staff+. The distance between them is worth a talk',
  );
  sheetOf(erin).step.value = 'altitude';
  await until(() => screen.all('altitude-marks').length === 1);
  expect(screen.find('altitude-marks').textContent).toContain('Max Example expects Staff+');
  await userEvent.click(his.find('altitude-unmark'));
  await there.clock.advance(10);
  await until(() => his.all('altitude-apart').length === 0);
});

test('fits a narrow panel, also with words that never end; its line opens it', async () => {
  const { there, erin, max, screen } = await withMax();
  const part = sheetOf(erin).part(altitudePart).value;
  for (const what of ['problem', 'staff', 'lead', 'senior'] as const) part?.write(what, 'w'.repeat(500));
  await there.clock.advance(10);
  const his = show(<AltitudeScreen sheet={sheetOf(max)} view={viewOf(max)} />);
  his.root.style.width = '244px';
  await until(() => his.all('altitude-said').length === 1);
  expect(his.root.scrollWidth).toBeLessThanOrEqual(244);
  const line = show(
    <ul>
      <AltitudeRow sheet={sheetOf(erin)} />
    </ul>,
  );
  await until(() => line.find('step-altitude').textContent?.includes('www…') === true);
  line.find('step-altitude').click();
  await until(() => screen.all('altitude-form').length === 1);
});

test('a note’s why is asked behind one line on its card, and read there', async () => {
  const { erin, screen } = await withMax(['Decide which feature store stays']);
  screen.find('note-row').click();
  await until(() => screen.all('why-open').length === 1);
  expect([screen.find('why-open').textContent, screen.all('why-form').length]).toEqual(['Its why…', 0]);
  screen.find('why-open').click();
  await until(() => screen.all('why-form').length === 1);
  await userEvent.fill(screen.find('why-importance'), 'It blocks every launch');
  await userEvent.keyboard('{Tab}');
  await until(() => screen.all(`why-of-${viewOf(erin).me.user}`).length === 1);
  expect(screen.find(`why-of-${viewOf(erin).me.user}`).textContent).toBe(
    'Why it mattersIt blocks every launch',
  );
  expect(screen.find('why-open').textContent).toBe('Its why · 1 of 5');
  // Taken back, it is gone.
  await userEvent.clear(screen.find('why-importance'));
  await userEvent.keyboard('{Tab}');
  await until(() => screen.all(`why-of-${viewOf(erin).me.user}`).length === 0);
});

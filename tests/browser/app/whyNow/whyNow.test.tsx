/** Why this role now on the screen: answering, waiting, both sides, the agenda; with the keyboard, and in a narrow panel. */
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { whyNowPart } from '../../../../src/app/models/whyNow/part.ts';
import { WhyNowRow } from '../../../../src/app/views/whyNow/row.tsx';
import { laneId } from '../../../../src/workshop/ids.ts';
import type { SomebodyThere } from '../../../support/people.ts';
import { done, drawn, erinsPanel, sheetOf, show, until, viewOf } from '../onScreen.tsx';

const fieldOf = (element: HTMLElement) => element as HTMLInputElement;

/** Erin on the screen, Max as a manager whom she has confirmed; her step is open. */
async function answering() {
  const panel = await erinsPanel([]);
  const { there, erin, screen } = panel;
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
  await there.clock.advance(0);
  await until(() => sheetOf(max).part(whyNowPart).value !== null);
  sheetOf(erin).step.value = 'why-now';
  await until(() => screen.all('why-now-form').length === 1);
  return { ...panel, max };
}

const answer = (person: SomebodyThere, situation: 'caged' | 'vital') => {
  const part = sheetOf(person).part(whyNowPart).value;
  part?.choose({ situation, horizon: 'years', sign: 'A quiet month end' });
  part?.done();
};

test('is answered with the keyboard; nothing is sent before done, and the focus is not lost', async () => {
  const { erin, max, screen, there } = await answering();
  const button = screen.find('why-now-done') as HTMLButtonElement;
  expect(button.disabled).toBe(true);
  screen.find('situation-caged').focus();
  await userEvent.keyboard('{ArrowDown}');
  await until(() => fieldOf(screen.find('situation-new-field')).checked);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await until(() => screen.all('situation-words').length === 1);
  await userEvent.fill(screen.find('situation-words'), 'Two teams become one');
  await userEvent.click(screen.find('horizon-quarters'));
  await userEvent.fill(screen.find('first-sign'), 'One backlog');
  await until(() => !(screen.find('why-now-done') as HTMLButtonElement).disabled);
  await there.clock.advance(10);
  expect(
    sheetOf(max)
      .part(whyNowPart)
      .value?.state.value?.sides.map((side) => side.done),
  ).toEqual([false, false]);
  await userEvent.click(screen.find('why-now-done'));
  await there.clock.advance(10);
  await until(() => screen.all('why-now-waiting').length === 1);
  const own = screen.find(`why-now-of-${viewOf(erin).me.user}`);
  for (const words of ['Two teams become one', 'a few quarters', 'One backlog'])
    expect(own.textContent).toContain(words);
  expect(screen.find('why-now-waiting').textContent).toContain('once Max Example has answered');
  expect(screen.find('why-now-waiting').textContent).toContain('tools of their own');
  await until(() => screen.find('step').contains(document.activeElement));
});

test('says that the other has answered, not what; then both stand side by side, and what differs is said kindly', async () => {
  const { erin, max, screen, there } = await answering();
  answer(max, 'vital');
  await there.clock.advance(10);
  await until(() => screen.all('why-now-others').length === 1);
  expect(screen.find('why-now-others').textContent).toBe('Max Example has answered.');
  expect(screen.root.textContent).not.toContain('quiet month');
  answer(erin, 'caged');
  await there.clock.advance(10);
  await until(() => screen.all('why-now-mismatch').length === 1);
  expect(screen.find('why-now-mismatch').textContent).toContain('You see the situation differently.');
  expect(screen.find('why-now-said').textContent).toContain('A quiet month end');
  // Changed openly.
  await userEvent.click(screen.find('why-now-change'));
  await until(() => screen.all('situation-vital').length === 1);
  await userEvent.click(screen.find('situation-vital'));
  await until(() => !(screen.find('why-now-done') as HTMLButtonElement).disabled);
  await userEvent.click(screen.find('why-now-done'));
  await there.clock.advance(10);
  await until(() => screen.all('why-now-mismatch').length === 0);
  expect(screen.find(`why-now-of-${viewOf(erin).me.user}`).textContent).toContain(
    'Changed after it was shown',
  );
});

test('what they see alike goes on the board as a note, once', async () => {
  const { erin, max, screen, there } = await answering();
  for (const person of [erin, max]) answer(person, 'vital');
  await there.clock.advance(10);
  await until(() => screen.all('why-now-place').length === 1);
  screen.find('why-now-place').click();
  await done(there, drawn());
  for (let frames = 0; frames < 60 && screen.all('why-now-there').length === 0; frames += 1) {
    await there.clock.advance(50);
    await drawn();
  }
  expect(screen.find('why-now-there').textContent).toContain('Why this role now');
  const lane = viewOf(erin)
    .columns.flatMap(({ lanes }) => lanes)
    .find((one) => one.lane.id === laneId('side', 'why-now'));
  expect(lane?.notes.map(({ text }) => text.split(/\n/)[0])).toEqual([
    'A system we can’t get wrong (several years)',
  ]);
});

test('heads the agenda in Compare, with its minutes, and opens from there', async () => {
  const { erin, max, screen, there } = await answering();
  answer(max, 'vital');
  answer(erin, 'caged');
  await done(
    there,
    sheetOf(erin).addNote(laneId('big-picture', 'technical-direction'), 'Decide which store stays'),
  );
  sheetOf(erin).step.value = null;
  erin.workshop.show('compare');
  await until(() => screen.all('gap-topic').length === 1 && screen.all('gap').length === 1);
  const [topic] = screen.all('gap-topic');
  const minutes = [...screen.root.querySelectorAll('.gap-minutes')].map((one) =>
    Number.parseInt(one.textContent ?? '', 10),
  );
  expect([minutes.length, minutes.reduce((a, b) => a + b, 0), (minutes[0] ?? 0) > (minutes[1] ?? 0)]).toEqual(
    [2, 30, true],
  );
  expect(topic?.textContent).toContain('Erin Example: Old decisions cage us · several years');
  expect(topic?.nextElementSibling?.getAttribute('data-testid')).toBe('gap');
  topic?.querySelector('button')?.click();
  await until(() => screen.all('why-now-said').length === 1);
  screen.find('step-back').click();
  await until(() => document.activeElement?.id === 'step-why-now');
});

test('fits a panel of 292 pixels, also with words that never end', async () => {
  const { erin, screen, there } = await answering();
  screen.root.style.width = '244px';
  sheetOf(erin)
    .part(whyNowPart)
    .value?.choose({
      situation: 'other',
      words: 'w'.repeat(500),
      horizon: 'other',
      horizonWords: 'h'.repeat(500),
      sign: 's'.repeat(500),
    });
  await drawn();
  expect(screen.root.scrollWidth).toBeLessThanOrEqual(244);
  sheetOf(erin).part(whyNowPart).value?.done();
  await there.clock.advance(10);
  await until(() => screen.all('why-now-waiting').length === 1);
  expect(screen.root.scrollWidth).toBeLessThanOrEqual(244);
});

test('its line tells how far it is, marks what waits for me, and opens it', async () => {
  const { erin, max, screen, there } = await answering();
  sheetOf(erin).step.value = null;
  const line = show(
    <ul>
      <WhyNowRow sheet={sheetOf(erin)} view={viewOf(erin)} />
    </ul>,
  );
  await until(() => line.find('step-why-now').textContent?.includes('What calls for it') === true);
  expect(line.find('step-why-now').className).toContain('step-waits');
  answer(max, 'vital');
  await there.clock.advance(10);
  await until(
    () =>
      line.find('step-why-now').textContent?.includes('Max Example has answered. You have not yet.') === true,
  );
  line.find('step-why-now').click();
  await until(() => screen.all('why-now-form').length === 1);
});

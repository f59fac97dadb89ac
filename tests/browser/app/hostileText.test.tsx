import { expect, test } from 'vitest';
import { drawn, erinsPanel, sheetOf, until, viewOf } from './onScreen.tsx';

const html = '<img src="x" onerror="window.harmed = true"><script>window.harmed = true</script><b>bold</b>';
const rightToLeftOverride = '\u202e';

const harmed = () => 'harmed' in window;

test('HTML and scripts in notes, names, titles, reasons and remarks are shown as the text they are', async () => {
  const { there, erin, screen } = await erinsPanel([html], { title: html });
  const max = await there.come(`Max ${html}`);
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  const [note] = viewOf(erin).notes.values();
  if (!note) throw new Error('There is no note');
  sheetOf(max).takeStance(note.id, 'agree-if', html);
  sheetOf(max).remark(note.id, html, null);
  sheetOf(max).suggest(note.id, `${html} better`);
  await there.clock.advance(0);
  await drawn();
  for (const tab of ['talk', 'compare', 'export', 'write'] as const) {
    erin.workshop.show(tab);
    await until(() => screen.root.textContent?.includes('<b>bold</b>') === true);
  }
  screen.find('note-row').click();
  await until(() => screen.all('thread').length === 2);
  expect(screen.find('note-card').querySelector('.words')?.textContent).toContain(html);
  expect(screen.find('note-card').querySelector('.views')?.textContent).toContain(html);
  expect(screen.all('thread').map((thread) => thread.textContent?.includes(html))).toEqual([true, true]);
  expect(screen.root.querySelectorAll('img, script:not([src])')).toHaveLength(0);
  expect(harmed()).toBe(false);
});

test('a name cannot turn around the sentence it stands in', async () => {
  const { there, erin, screen } = await erinsPanel(['A note']);
  const max = await there.come(`Max${rightToLeftOverride} Manager`);
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  await until(() => screen.all('next').some(({ textContent }) => textContent?.includes('Max')));
  expect(screen.find('next').textContent).toContain('Max Manager says they are the manager here.');
  erin.workshop.show('talk');
  await until(() => screen.all('claim').length === 1);
  expect(screen.root.textContent).not.toContain(rightToLeftOverride);
});

test('words in another direction run their own way and leave the rest alone', async () => {
  const { screen } = await erinsPanel(['تحديد الاتجاه التقني للفريق', 'Decide by June']);
  const directions = screen
    .all('note-row')
    .map((row) => getComputedStyle(row.querySelector('.note-words') as Element).direction);
  expect(directions).toEqual(['rtl', 'ltr']);
});

/** Taking the sheet away, in the panel's models: what is chosen, what comes out, and what happens where browsers say no. */
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { parseArchive } from '../../../src/annotations/parseArchive.ts';
import { choiceWords } from '../../../src/app/models/exporting/choiceWords.ts';
import { choiceFrom, choiceText, usualChoice } from '../../../src/app/models/exporting/exportChoice.ts';
import type { Exports } from '../../../src/app/models/exporting/exports.ts';
import type { Writer } from '../../../src/app/models/exporting/writer.ts';
import { roundsPart } from '../../../src/app/models/rounds/roundsPart.ts';
import { exportsPart } from '../../../src/app/models/sheet/placeParts.ts';
import type { SheetView } from '../../../src/app/models/sheet/sheetView.ts';
import { switchUnseen } from '../../../src/app/models/unseen/switchUnseen.ts';
import { chapters } from '../../../src/export/choice.ts';
import { laneId } from '../../../src/workshop/ids.ts';
import { finished } from '../../support/finished.ts';
import { type Gathering, gathering, type SomebodyThere, sheetOf } from '../../support/people.ts';
import { textOf as pdfText, readPdf } from '../../support/readPdf.ts';

const direction = laneId('big-picture', 'technical-direction');
const words = 'Decide which feature store stays';

function viewOf(person: SomebodyThere): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}
const exportsOf = (person: SomebodyThere): Promise<Exports> => sheetOf(person).loaded(exportsPart);

async function drop(there: Gathering, person: SomebodyThere, title: string): Promise<void> {
  await there.clock.until(person.workshop.drop.place({ ...person.workshop.drop.defaults(), title }));
}

/** Erin's sheet with a note; Max is the confirmed manager, and agrees on a condition. */
async function pair(there: Gathering) {
  const erin = await there.come('Erin Example');
  await drop(there, erin, 'Staff Engineer');
  await there.clock.until(sheetOf(erin).addNote(direction, words));
  const max = await there.come('Max Example');
  await there.clock.advance(0);
  sheetOf(max).claim('manager');
  await there.clock.advance(0);
  sheetOf(erin).confirm(viewOf(max).me.user, 'manager');
  await there.clock.advance(0);
  const [note] = viewOf(max).notes.values();
  if (!note) throw new Error('There is no note');
  sheetOf(max).takeStance(note.id, 'agree-if', 'with the platform team');
  sheetOf(max).remark(note.id, 'Who else has a say?', null);
  await there.clock.advance(10);
  return { erin, max, note: note.id };
}

const textOf = ({ bytes }: { readonly bytes: Uint8Array }) => new TextDecoder().decode(bytes);

async function contentOf({ name, bytes }: SomebodyThere['files'][number]): Promise<string> {
  if (name.endsWith('.pdf')) return pdfText(await readPdf(bytes));
  if (!/\.(docx|zip)$/.test(name)) return textOf({ bytes });
  const zip = await JSZip.loadAsync(bytes);
  const parts = await Promise.all(
    Object.values(zip.files).map(async (file) =>
      contentOf({ name: file.name, type: '', bytes: await file.async('uint8array') }),
    ),
  );
  return parts.join('\n');
}

describe('one summary of several sheets', () => {
  test('has counts of all of them, and in no format a word, a view or a remark of anybody', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    await drop(there, erin, 'Another role');
    await there.clock.until(sheetOf(erin).addNote(direction, 'Coach two engineers every month'));
    const exports = await exportsOf(erin);
    const all = new Set(erin.workshop.sheets.value.map(({ id }) => id));
    expect(all.size).toBe(2);
    // What a PDF says is packed; it is made of the same document.
    for (const format of ['word', 'html', 'markdown', 'csv', 'json'] as const) {
      exports.change({ format, variant: 'annotated' });
      erin.files.length = 0;
      await finished(there, exports.saveSummary(all));
      const [file] = erin.files;
      if (!file) throw new Error(`There is no ${format}`);
      expect(file.name).toContain('summary');
      const text = await contentOf(file);
      for (const said of [
        words,
        'Coach two',
        'with the platform team',
        'Who else has a say',
        'Agree, if',
        'agree-if',
      ])
        expect([format, said, text.includes(said)]).toEqual([format, said, false]);
      expect([format, text.includes('Another role'), text.includes('Big-picture thinking')]).toEqual([
        ...[format, true, true],
      ]);
    }
  });
});

describe('a large document', () => {
  test('is written beside the panel whatever it is for: a file, the clipboard, a look before, a tab', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const written: string[] = [];
    const own = await erin.platform.openWriter();
    const beside: Writer = {
      ...own,
      write(files, told) {
        written.push(...files.map((file) => ('format' in file ? file.format : 'text')));
        return own.write(files, told);
      },
    };
    Object.assign(erin.platform, { openWriter: async () => beside });
    const exports = await exportsOf(erin);
    await finished(there, exports.save('word'));
    expect(written.splice(0)).toEqual(['word']);
    await finished(there, exports.copyRich());
    expect(written.splice(0).sort()).toEqual(['fragment', 'markdown']);
    await finished(there, exports.preview({ ...usualChoice, format: 'word' }));
    await finished(there, exports.preview({ ...usualChoice, format: 'csv' }));
    expect(written.splice(0)).toEqual(['html', 'csv']);
  });
});

describe('a choice', () => {
  test('is remembered in this browser, field by field', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const exports = await exportsOf(erin);
    expect(exports.choice.value).toEqual(usualChoice);
    exports.change({ format: 'html', variant: 'clean', without: ['sources', 'rounds'], paper: 'letter' });
    const again = choiceFrom(choiceText(exports.choice.value));
    expect(again).toEqual({ ...exports.choice.value, without: ['rounds', 'sources'] });
    await drop(there, erin, 'Another role');
    expect((await exportsOf(erin)).choice.value).toEqual(again);
  });

  test.each([
    [null, usualChoice],
    ['', usualChoice],
    ['[1,2', usualChoice],
    ['null', usualChoice],
    ['{"format":"exe","paper":4,"moment":"yesterday","without":"all","withBom":1}', usualChoice],
    [
      '{"format":"csv","without":["pillars","later"],"withBom":true}',
      { ...usualChoice, format: 'csv', without: ['pillars'], withBom: true },
    ],
  ])('read from %j is as usual wherever it can’t be read', (text, expected) => {
    expect(choiceFrom(text)).toEqual(expected);
  });

  test('is said back in a sentence', () => {
    const name = () => 'Round 2';
    expect(choiceWords(usualChoice, name)).toBe(
      'Word document, with everybody’s views and remarks, as it is now, marked as a draft.',
    );
    const hash = choiceFrom(`{"moment":"${'a'.repeat(64)}"}`).moment;
    expect(
      choiceWords(
        { ...usualChoice, format: 'html', variant: 'clean', moment: hash, without: ['sources'] },
        name,
      ),
    ).toBe('Web page, without views and remarks, as Round 2 has it; 1 part left out.');
    // A table has no parts, and of remarks only how many.
    expect(choiceWords({ ...usualChoice, format: 'csv', without: ['pillars'] }, name)).toBe(
      'Table, with everybody’s views, and how many remarks each note has, as it is now, marked as a draft.',
    );
  });
});

describe('what is saved', () => {
  test('each format has a telling name, its type, and what people said in it', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const exports = await exportsOf(erin);
    for (const format of ['word', 'pdf', 'html', 'markdown', 'csv', 'json'] as const)
      await finished(there, exports.save(format));
    const start = 'staff-engineer-draft';
    expect(erin.files.map(({ name, type }) => [name, type.split(';')[0]])).toEqual([
      [
        `${start}-annotated-2026-11-20.docx`,
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ],
      [`${start}-annotated-2026-11-20.pdf`, 'application/pdf'],
      [`${start}-annotated-2026-11-20.html`, 'text/html'],
      [`${start}-annotated-2026-11-20.md`, 'text/markdown'],
      [`${start}-annotated-2026-11-20.csv`, 'text/csv'],
      [`${start}-2026-11-20.rolewright.json`, 'application/json'],
    ]);
    for (const file of erin.files) {
      const content = await contentOf(file);
      expect([file.name, content.includes(words), content.includes('with the platform team')]).toEqual([
        file.name,
        true,
        true,
      ]);
    }
    expect(exports.working.value).toBe(null);
  });

  test('a table has every note, whatever was left out of documents before', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const exports = await exportsOf(erin);
    exports.change({ without: [...chapters] });
    await finished(there, exports.save('csv'));
    await finished(there, exports.save('markdown'));
    const [table = '', text = ''] = await Promise.all(erin.files.map(contentOf));
    expect([table.includes(words), text.includes(words)]).toEqual([true, false]);
  });

  test('the job description alone has nobody’s view in any format', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const exports = await exportsOf(erin);
    exports.change({ variant: 'clean' });
    for (const format of ['word', 'pdf', 'html', 'markdown', 'csv'] as const)
      await finished(there, exports.save(format));
    const contents = await Promise.all(erin.files.map(contentOf));
    expect(
      contents.map((content) => [content.includes(words), /platform team|Who else has/.test(content)]),
    ).toEqual(erin.files.map(() => [true, false]));
    expect(erin.files[0]?.name).toBe('staff-engineer-draft-2026-11-20.docx');
  });

  test('only one thing is done at a time, and what fails is said', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const exports = await exportsOf(erin);
    const [first, second] = [exports.save('markdown'), exports.save('html')];
    expect(exports.working.value).toEqual({ what: 'save', done: 0, of: 1 });
    await finished(
      there,
      Promise.all([first, second]).then(() => undefined),
    );
    expect(erin.files.map(({ name }) => name.split('.').at(-1))).toEqual(['md']);
  });

  test('stopped, nothing is saved', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const exports = await exportsOf(erin);
    const saving = exports.save('markdown');
    exports.stop();
    await finished(there, saving);
    expect([erin.files.length, exports.working.value]).toEqual([0, null]);
  });

  test('where no download came, it opens in a tab; where no tab opens either, the way to copy is offered', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const exports = await exportsOf(erin);
    await finished(there, exports.save('html'));
    const notice = erin.workshop.notice.value;
    expect(notice?.message).toContain('staff-engineer-draft-annotated-2026-11-20.html');
    notice?.action?.run();
    expect(erin.tabs.map(({ name }) => name)).toEqual(['staff-engineer-draft-annotated-2026-11-20.html']);
    erin.tabsDenied = true;
    notice?.action?.run();
    expect(erin.workshop.notice.value?.action?.word).toBe('Copy as Markdown');
  });

  test('several sheets come one file each in a zip, whoever has the panel on which', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    await drop(there, erin, 'Staff Engineer');
    const exports = await exportsOf(erin);
    exports.change({ format: 'markdown' });
    const ids = new Set(erin.workshop.sheets.value.map(({ id }) => id));
    expect(ids.size).toBe(2);
    await finished(there, exports.saveSheets(ids));
    const [zip] = erin.files;
    expect(zip?.name).toBe('job-descriptions-2026-11-20.zip');
    const files = Object.keys((await JSZip.loadAsync(zip?.bytes ?? '')).files);
    expect(files.sort()).toEqual([
      'staff-engineer-draft-annotated-2026-11-20-2.md',
      'staff-engineer-draft-annotated-2026-11-20.md',
    ]);
    expect(zip && (await contentOf(zip))).toContain(words);
  });
});

describe('what is copied', () => {
  test('is formatted, with Markdown beside it for what takes text only', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    await finished(there, (await exportsOf(erin)).copyRich());
    expect(erin.copiedRich).toHaveLength(1);
    expect(erin.copiedRich[0]?.html).toContain('<h1>Staff Engineer</h1>');
    expect(erin.copiedRich[0]?.text).toContain('# Staff Engineer');
  });

  test('where the clipboard is denied, it is there to be selected, and opens in a tab', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    erin.clipboardDenied = true;
    const exports = await exportsOf(erin);
    await finished(there, exports.copyRich());
    expect(exports.byHand.value?.html).toContain(words);
    exports.openByHand();
    for (let turns = 0; turns < 50 && erin.tabs.length === 0; turns += 1)
      await new Promise((resolve) => setImmediate(resolve));
    expect(erin.tabs.map(textOf)[0]).toContain('<!doctype html>');
    exports.closeByHand();
    expect(exports.byHand.value).toBe(null);
  });
});

describe('a round', () => {
  const closed = async (there: Gathering) => {
    const two = await pair(there);
    const rounds = await sheetOf(two.erin).loaded(roundsPart);
    let hash = null as Awaited<ReturnType<typeof rounds.close>>;
    const closing = rounds.close('After the planning week').then((made) => {
      hash = made;
    });
    await finished(there, closing);
    if (!hash) throw new Error('Not closed');
    const own = rounds.reading(hash);
    while (own.value.kind === 'looking') await finished(there, Promise.resolve());
    return { ...two, rounds, hash };
  };

  test('can be taken away as it was, whatever was said since', async () => {
    const there = gathering();
    const { erin, max, hash, note } = await closed(there);
    sheetOf(max).takeStance(note, 'disagree', 'said later');
    await there.clock.until(sheetOf(erin).addNote(direction, 'Written later'));
    await there.clock.advance(10);
    const exports = await exportsOf(erin);
    exports.change({ format: 'markdown', moment: hash });
    await finished(there, exports.save());
    expect(erin.files[0]?.name).toBe('staff-engineer-round-1-annotated-2026-11-20.md');
    const text = erin.files.map(textOf)[0] ?? '';
    expect(text).toContain('**Round 1 of 20 November 2026**');
    expect(text).toContain('with the platform team');
    expect(text).toContain('Round 1: After the planning week');
    expect(text).not.toMatch(/said later|Written later/);
  });

  test('and its signatures stand in the document and in the file with everything', async () => {
    const there = gathering();
    const { erin, rounds, hash } = await closed(there);
    const reading = rounds.reading(hash).value;
    if (reading.kind !== 'here') throw new Error(`Not here: ${reading.kind}`);
    await finished(
      there,
      rounds.signing.sign(reading.record).then(() => undefined),
    );
    await there.clock.advance(10);
    const exports = await exportsOf(erin);
    exports.change({ format: 'markdown', moment: hash });
    await finished(there, exports.save());
    expect(erin.files.map(textOf)[0]).toMatch(
      /\| Erin Example \(engineer\) +\| 20 November 2026 at \d\d:\d\d UTC \| on a device that whoever made this document knows as theirs \|/,
    );
    await finished(there, exports.saveArchive());
    const read = parseArchive(erin.files.map(textOf)[1] ?? '');
    if (!read.ok) throw new Error(read.error.kind);
    expect(
      read.value.rounds?.map(({ hash: own, number, by, text }) => [
        own,
        number,
        by,
        text === reading.record.json,
      ]),
    ).toEqual([[hash, 1, [viewOf(erin).me.user], true]]);
    expect(read.value.records?.map(({ owner, signOffs }) => [owner, signOffs.length])).toEqual([
      [viewOf(erin).me.user, 1],
    ]);
  });

  test('that is not here is told, and nothing is written', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const exports = await exportsOf(erin);
    exports.change({ moment: choiceFrom(`{"moment":"${'a'.repeat(64)}"}`).moment });
    await finished(there, exports.save());
    expect(erin.files).toEqual([]);
    expect(erin.workshop.notice.value?.message).toContain('What this round says is not in this browser');
    expect((await exports.preview(exports.choice.value)).kind).toBe('none');
  });
});

describe('a preview', () => {
  test('is the page that comes out, or the text where the format is text', async () => {
    const there = gathering();
    const { erin } = await pair(there);
    const exports = await exportsOf(erin);
    const kinds = await Promise.all(
      (['word', 'pdf', 'html', 'markdown', 'csv', 'json'] as const).map(async (format) => {
        const preview = await exports.preview({ ...usualChoice, format });
        if (preview.kind === 'page') return preview.html.slice(0, 15);
        if (preview.kind === 'pages') return preview.picture.pages[0]?.texts[0]?.text;
        return preview.kind === 'text' ? preview.text.slice(0, 6) : '';
      }),
    );
    expect(kinds).toEqual([
      '<!doctype html>',
      'JOB DESCRIPTION',
      '<!doctype html>',
      '# Staf',
      'Role,T',
      '{\n "fo',
    ]);
    await finished(there, exports.save('html'));
    const shown = await exports.preview({ ...usualChoice, format: 'html' });
    expect(shown.kind === 'page' && shown.html).toBe(erin.files.map(textOf)[0]);
  });
});

describe('a PDF whose typeface lacks a sign', () => {
  const strange = async () => {
    const there = gathering();
    const { erin } = await pair(there);
    await there.clock.until(sheetOf(erin).addNote(direction, 'Ask 山田 first 🙂'));
    const exports = await exportsOf(erin);
    exports.change({ format: 'pdf', variant: 'clean' });
    return { there, erin, exports };
  };

  test('is not written; the web page is offered to be printed, and it is said why', async () => {
    const { there, erin, exports } = await strange();
    await finished(there, exports.save());
    expect(erin.files).toEqual([]);
    const notice = erin.workshop.notice.value;
    expect(notice?.message.replace(/[\u2068\u2069]/g, '')).toBe(
      'A PDF would lose 山, 田 and 🙂: it is set in Latin, Greek and Cyrillic only. Open the web page instead, and print it as PDF.',
    );
    notice?.action?.run();
    expect(erin.tabs.map(({ name, type }) => [name, type.split(';')[0]])).toEqual([
      ['staff-engineer-draft-2026-11-20.html', 'text/html'],
    ]);
    expect(erin.tabs.map(textOf)[0]).toContain('Ask 山田 first 🙂');
    const preview = await exports.preview(exports.choice.value);
    expect(preview.kind === 'page' && [preview.why, preview.html.includes('山田')]).toEqual([
      notice?.message,
      true,
    ]);
  });

  test('is a web page among the files of several sheets, and it is said which', async () => {
    const { there, erin, exports } = await strange();
    await drop(there, erin, 'Another role');
    await finished(there, exports.saveSheets(new Set(erin.workshop.sheets.value.map(({ id }) => id))));
    const [file] = erin.files;
    const zip = await JSZip.loadAsync(file?.bytes ?? '');
    expect(Object.keys(zip.files).sort()).toEqual([
      'another-role-draft-2026-11-20.pdf',
      'staff-engineer-draft-2026-11-20.html',
    ]);
    expect(erin.workshop.notice.value?.message.replace(/[\u2068\u2069]/g, '')).toBe(
      'Saved as job-descriptions-2026-11-20.zip. staff-engineer-draft-2026-11-20.html is a web page to print and no PDF: the typeface of a PDF has no 山, 田 and 🙂.',
    );
  });
});

describe('what is not for everybody yet', () => {
  test('is in no export of anybody, in no format, not even its owner’s', async () => {
    const there = gathering();
    const { erin, max, note } = await pair(there);
    switchUnseen(sheetOf(erin), true, viewOf(erin).me.user);
    await there.clock.advance(10);
    for (const [person, secret] of [
      [erin, 'erins secret'],
      [max, 'maxs secret'],
    ] as const) {
      sheetOf(person).takeStance(note, 'disagree', secret);
      sheetOf(person).remark(note, secret, null);
      sheetOf(person).suggest(note, `${secret} wording`);
      sheetOf(person).drafts.set(`remark:${note}`, `${secret} half typed`);
    }
    // One of them is done; his words lie on his desk, and wait there.
    sheetOf(max).unseen.value?.done();
    await there.clock.advance(5000);
    for (const person of [erin, max]) {
      const exports = await exportsOf(person);
      for (const format of ['word', 'pdf', 'html', 'markdown', 'csv', 'json'] as const)
        await finished(there, exports.save(format));
      await finished(there, exports.copyRich());
      await finished(there, exports.copyMarkdown());
      await finished(there, exports.saveArchive());
      await finished(there, exports.saveSheets(new Set(person.workshop.sheets.value.map(({ id }) => id))));
      const previews = await Promise.all(
        (['word', 'pdf', 'csv', 'json'] as const).map((format) =>
          exports.preview({ ...usualChoice, format }),
        ),
      );
      const left = [
        ...(await Promise.all(person.files.map(contentOf))),
        ...person.copied,
        ...person.copiedRich.flatMap(({ html, text }) => [html, text]),
        ...previews.map((preview) => JSON.stringify(preview)),
      ];
      expect(left.length).toBe(15);
      expect(left.filter((text) => !text.includes(words)).length).toBe(0);
      expect(left.filter((text) => text.includes('secret'))).toEqual([]);
    }
  });
});

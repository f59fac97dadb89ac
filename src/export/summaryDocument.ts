/**
 * The summary of several sheets as a document, so that every format renders it. It is made of counts alone, and what it
 * is made of has nobody's view, remark or note in it: so nothing of what a pair sees differently can be told.
 */
import { cleanLine } from './cleanText.ts';
import type { Block, JobDescription, Telling } from './document.ts';
import { nextDay, type SessionSummary, type SheetSummary } from './sessionSummary.ts';

const table = (rows: readonly (readonly string[])[], widths: readonly number[]): Block => ({
  ...{ kind: 'table', widths },
  rows: rows.map((cells) => cells.map(cleanLine)),
});
const nothing = (text: string): Block => ({ kind: 'line', line: [{ text }], look: 'aside' });

function sheetRows({ sheets }: SessionSummary): readonly (readonly string[])[] {
  const row = ({ name, notes, agreed, open, rounds }: SheetSummary) => [
    ...[name, `${notes}`, `${agreed}`, notes === 0 ? '–' : `${Math.round((100 * agreed) / notes)} %`],
    ...[`${open}`, `${rounds}`],
  ];
  return [['Sheet', 'Notes', 'Agreed', 'Share', 'Open', 'Rounds'], ...sheets.map(row)];
}

const meetingRows = ({ sheets, timeZone }: SessionSummary): readonly (readonly string[])[] => [
  ['Sheet', 'With', 'Next talk'],
  ...sheets.map(({ name, reviewers, next }) => [
    ...[name, reviewers.join(', ') || 'nobody yet', nextDay(next, timeZone) || 'no date yet'],
  ]),
];

/** Pillars in the order in which sheets have them; sheets of several templates may have others. */
function pillarRows({ sheets }: SessionSummary): readonly (readonly string[])[] {
  const titles = [...new Set(sheets.flatMap(({ pillars }) => pillars.map(({ title }) => title)))];
  const rows = titles.map((title) => {
    const having = sheets.flatMap((sheet) => {
      const pillar = sheet.pillars.find((one) => one.title === title);
      return pillar ? [{ ...pillar, name: sheet.name }] : [];
    });
    const sum = (count: (one: (typeof having)[number]) => number): number =>
      having.reduce((all, one) => all + count(one), 0);
    const empty = having.filter(({ notes }) => notes === 0).map(({ name }) => name);
    return [
      ...[title, `${having.length - empty.length} of ${having.length}`],
      ...[`${sum(({ notes }) => notes)}`, `${sum(({ agreed }) => agreed)}`, empty.join(', ')],
    ];
  });
  return [['Pillar', 'Sheets with notes', 'Notes', 'Agreed', 'Nothing yet on'], ...rows];
}

const themeRows = ({ themes = [], sheets }: SessionSummary): readonly (readonly string[])[] => [
  ['Theme', 'Sheets that touch it'],
  ...themes.map((theme) => [theme.title, `${theme.sheets} of ${sheets.length}`]),
];

export function summaryDocument(summary: SessionSummary): JobDescription {
  const { sheets, themes, title, at, timeZone } = summary;
  const part = (id: string, heading: string, blocks: readonly Block[]): Telling => ({
    ...{ id, title: heading, blocks },
  });
  const notes = sheets.reduce((sum, one) => sum + one.notes, 0);
  const agreed = sheets.reduce((sum, one) => sum + one.agreed, 0);
  const none = { notes: 0, agreed: 0 };
  return {
    ...{ sheet: '', variant: 'annotated', chapters: ['around'], level: '', engineer: '' },
    title: cleanLine(title) || 'Staff roles',
    team: sheets.length === 1 ? '1 sheet' : `${sheets.length} sheets`,
    ...{ participants: [], reviewers: [], status: { kind: 'summary', at }, timeZone },
    around: [
      part('sheets', 'Sheet by sheet', [table(sheetRows(summary), [0.4, 0.12, 0.12, 0.12, 0.12, 0.12])]),
      part('meetings', 'Who meets when', [table(meetingRows(summary), [0.34, 0.36, 0.3])]),
      part('pillars', 'Pillar by pillar', [table(pillarRows(summary), [0.28, 0.17, 0.1, 0.1, 0.35])]),
      ...(themes
        ? [
            part('themes', 'Themes that several share', [
              themes.length > 0
                ? table(themeRows(summary), [0.6, 0.4])
                : nothing('No theme is on more than one sheet yet.'),
            ]),
          ]
        : []),
    ],
    ...{ tops: [], pillars: [], sides: [], agreement: { notes, agreed }, agreementAround: none },
    ...{ empty: [], open: [], rounds: [], unplaced: [], gone: [], sources: [], unknown: 0 },
  };
}

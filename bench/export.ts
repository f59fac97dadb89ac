/**
 * What an export costs: a sheet of 60 notes that have been talked about, beside the bare library writing the same
 * words as plain paragraphs. The ratio is the price of styles, states and structure.
 */
import { Document, Packer, Paragraph } from 'docx';
import type { Nodes, Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Desk, Remark, Stance } from '../src/annotations/desk.ts';
import { gatherTalk, type NoteText } from '../src/annotations/talk.ts';
import type { JobDescription } from '../src/export/document.ts';
import { jobDescription } from '../src/export/jobDescription.ts';
import { markdown, markdownTree } from '../src/export/markdown.ts';
import { sheetNow } from '../src/export/sheetNow.ts';
import { word } from '../src/export/word.ts';
import { itemId, type LaneId, laneId, sheetId, userId } from '../src/workshop/ids.ts';
import type { SheetDetails } from '../src/workshop/sheet.ts';
import { staffRole } from '../src/workshop/templates/staffRole.ts';

const notes = 60;
const remarksPerNote = 2;
const runs = 15;

const engineer = userId('1');
const manager = userId('2');
const at = '2026-11-23T09:00:00Z';

function desk(owner: typeof engineer, all: readonly NoteText[], value: Stance['value']): Desk {
  const remarks = all.flatMap((note, index): Remark[] =>
    Array.from({ length: remarksPerNote / 2 }, (_, part) => ({
      id: `${owner}-${index}-${part}`,
      note: note.id,
      text: 'Who would notice if this were done half as well, and how would we hear of it in time?',
      answers: null,
      wording: null,
      at,
      editedAt: null,
    })),
  );
  return {
    owner,
    name: owner === engineer ? 'Erin Example' : 'Max Example',
    claim: owner === engineer ? 'engineer' : 'manager',
    confirmed: new Map(owner === engineer ? [[manager, 'manager']] : []),
    stances: new Map(
      all.map((note) => [
        note.id,
        { note: note.id, value, reason: 'with the platform team', text: note.text, at },
      ]),
    ),
    remarks,
    verdicts: [],
    unknown: 0,
    newer: false,
  };
}

function sheet(): JobDescription {
  const places = staffRole.responsibilities.flatMap((one) =>
    one.pillars.map((pillar) => laneId(pillar, one.id)),
  );
  const lanes = new Map<LaneId, NoteText[]>();
  for (let index = 0; index < notes; index += 1) {
    const lane = places[index % places.length];
    if (lane === undefined) throw new Error('The template has no place for notes');
    const text = `Bring the nightly backfill from ${index + 2} hours to two by June, so that the desk can rerun it.`;
    lanes.set(lane, [...(lanes.get(lane) ?? []), { id: itemId(`${index}`), text }]);
  }
  const all = [...lanes.values()].flat();
  const details: SheetDetails = {
    id: sheetId('bench'),
    template: staffRole.id,
    lens: 'pillars',
    title: 'Staff Machine Learning Engineer',
    team: 'Credit',
    level: 'Staff',
    engineer: 'Erin Example',
    reviewers: ['Max Example'],
    createdAt: at,
  };
  const talk = gatherTalk([desk(engineer, all, 'agree'), desk(manager, all, 'agree-if')], engineer);
  return jobDescription({
    told: sheetNow({ details, talk, notes: { lanes, strays: [], onBorder: [], gone: [] } }),
    template: staffRole,
    status: { kind: 'draft', at },
  });
}

/** Every piece of text of a document, for the bare library to write. */
function words(node: Nodes): string[] {
  if ('children' in node) return node.children.flatMap(words);
  return 'value' in node ? [node.value] : [];
}

const bareWord = (texts: readonly string[]) =>
  Packer.toArrayBuffer(new Document({ sections: [{ children: texts.map((text) => new Paragraph(text)) }] }));

function bareMarkdown(texts: readonly string[]): string {
  const root: Root = {
    type: 'root',
    children: texts.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  };
  return toMarkdown(root);
}

/** Milliseconds, the median: one slow run says nothing. The first run warms up and is not counted. */
async function time(task: () => unknown): Promise<number> {
  const taken: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const start = performance.now();
    await task();
    if (run > 0) taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0;
}

export async function bench(): Promise<{
  title: string;
  columns: string[];
  rows: (string | number)[][];
  note: string;
}> {
  const description = sheet();
  const texts = words(markdownTree(description));
  const measure = async (format: string, ours: () => unknown, bare: () => unknown, size: number) => {
    const [own, least] = [await time(ours), await time(bare)];
    return [format, own.toFixed(1), least.toFixed(1), (own / least).toFixed(2), (size / 1024).toFixed(0)];
  };
  return {
    title: `Export of a sheet with ${notes} notes, ${notes * 2} stances and ${notes * remarksPerNote} remarks`,
    columns: ['format', 'ours ms', 'bare library ms', 'ratio', 'file KB'],
    rows: [
      await measure(
        'Word (.docx)',
        () => word(description),
        () => bareWord(texts),
        (await word(description)).length,
      ),
      await measure(
        'Markdown',
        () => markdown(description),
        () => bareMarkdown(texts),
        new TextEncoder().encode(markdown(description)).length,
      ),
    ],
    note: `Median of ${runs}. Bare library: docx or mdast-util-to-markdown writing the same ${texts.length} pieces of text as plain paragraphs.`,
  };
}

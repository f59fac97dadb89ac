/** What is told about a Word document that comes back: why it is refused, what each line of it would do. */
import type { Findings, Left, Proposal } from '../../../export/wordBack/proposals.ts';
import { largestFile, type Refusal } from '../../../export/wordBack/unpack.ts';
import { counted, shortened } from '../bringIn/words.ts';

const megabytes = (bytes: number): number => Math.floor(bytes / 1_000_000);

export function refusalOf({ kind }: Refusal, name: string): string {
  const file = `“${shortened(name)}”`;
  switch (kind) {
    case 'empty':
      return `${file} is empty. Save it again where it was edited, then choose it here.`;
    case 'too-large':
      return `${file} is larger than ${megabytes(largestFile)} MB, more than a job description takes. Take its pictures out and save it again.`;
    case 'old-or-locked':
      return `${file} is an old .doc or has a password. Save it as a Word document (.docx) without one, then choose that.`;
    case 'not-a-document':
    case 'other-document':
      return `${file} is no Word document. Choose the .docx that was saved here and edited since; from Google Docs or Pages download it as .docx.`;
    case 'bursts':
      return `${file} would unpack to far more than a job description holds, so it was not opened. Save it again from Word or LibreOffice.`;
    case 'broken':
      return `${file} is damaged: a part of it can’t be read. Open it in Word or LibreOffice, save it again, then choose it here.`;
  }
}

export const notOurs = (name: string): string =>
  `“${shortened(name)}” is not a document of this sheet: nothing in it says which notes it holds. Choose a Word document that was saved under Export and edited since.`;

export const ofOther = (name: string, label: string | null): string =>
  label === null
    ? `“${shortened(name)}” is of a sheet that is not on this board. Open the board it came from, and bring it back there.`
    : `“${shortened(name)}” is of another sheet: ${label}. Choose that sheet at the top, and bring it back there.`;

export const newerDocument =
  'This document was made by a newer version of Rolewright. Reload the board, then choose it again.';

export const noNotesKnown = (name: string): string =>
  `None of this sheet’s notes are in “${shortened(name)}”, so nothing can be told from it. Choose another one.`;

/** What a proposal is called at the head of its line. */
export function headOf(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'reworded':
      return 'A suggestion';
    case 'taken-out':
      return 'Taken out';
    case 'accepted':
      return 'Suggestion accepted';
    case 'rejected':
      return 'Suggestion rejected';
    case 'moved':
      return 'Moved';
    case 'added':
      return 'A new note';
    case 'remark':
      return proposal.answers === null ? 'A remark' : 'An answer';
    case 'settled':
      return 'Resolved';
    case 'reopened':
      return 'Opened again';
  }
}

/** What it would do here; empty where its head and words say it. */
export function deedOf(proposal: Proposal): string {
  switch (proposal.kind) {
    case 'reworded':
      switch (proposal.known) {
        case 'bookmark':
        case 'words':
          return '';
        case 'place':
          return 'Its mark is gone from the document; it is known by where it stood.';
        case 'alike':
          return 'Its mark is gone from the document; it is known by being much alike.';
      }
      break;
    case 'taken-out':
      return 'A remark proposes to retire it. The sticky stays on the board.';
    case 'accepted':
      return 'An answer says so. The sticky stays as it is until the engineer uses the words.';
    case 'rejected':
      return 'An answer says so. The suggestion stays open here.';
    case 'moved':
      return 'Its sticky moves there.';
    case 'added':
      return 'It becomes a sticky on the board.';
    case 'settled':
      return 'You settle this remark.';
    case 'reopened':
      return 'You open this remark again.';
    case 'remark':
      return '';
  }
  return '';
}

const whys: Readonly<Record<Left['why'], string>> = {
  'beside-notes': 'No note of yours: it stands beside them',
  'in-table': 'In a table, which is computed here',
  merged: 'Two notes became one paragraph; their words can’t be told apart',
  'note-gone': 'Its note is no longer on the board',
  picture: 'A picture, footnote or formula in it stays in the document',
  'comment-elsewhere': 'A comment that lies on no note',
  'comment-changed': 'A remark whose words somebody changed; here it stays as its author wrote it',
};

export const whyLeft = ({ why }: Left): string => whys[why];

/** Words that are written here about what somebody did in the document. */
export const did = {
  'taken-out': 'Took this note out of the document: a proposal to retire it.',
  accepted: 'Accepted this change in the document.',
  rejected: 'Rejected this change in the document.',
} as const;

export const byWords = (by: string): string => (by === '' ? 'Somebody' : shortened(by, 80));

export const notWritten =
  'Nothing was brought in: this sheet can’t be written here now. Reload the board, then choose the document again.';
export const notRead = (name: string): string =>
  `“${shortened(name)}” could not be read here. Reload the board and try again.`;

/** Of the document as a whole. */
export const toldOf = ({ exportedAt, already }: Findings, savedBy: string): readonly string[] => [
  ...(exportedAt === null
    ? [
        'It doesn’t say how it read when it was saved, so it is held against the sheet as it is now: older words may look like new ones, and what was taken out can’t be told.',
      ]
    : []),
  ...(already > 0 ? [`${counted(already, 'thing', 'things')} in it came back before.`] : []),
  ...(savedBy !== '' ? [`Last saved by ${shortened(savedBy, 80)}.`] : []),
];

/** Empty where nothing of it is in. */
export function broughtWords(said: number, notes: number, name: string): string {
  const from = `from “${shortened(name, 40)}”`;
  if (said === 0) return notes > 0 ? `${counted(notes, 'note is', 'notes are')} in the sheet, ${from}.` : '';
  const desk = `${counted(said, 'thing is', 'things are')} on your desk, ${from}`;
  return notes > 0 ? `${desk}; ${counted(notes, 'note is', 'notes are')} in the sheet.` : `${desk}.`;
}

export const outAgain = (stay: number, name: string): string =>
  stay === 0
    ? `All that came from “${shortened(name, 40)}” is out again.`
    : `${counted(stay, 'thing stays', 'things stay')}: somebody has answered or changed it since. The rest is out again.`;

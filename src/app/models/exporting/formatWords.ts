/** Formats in the panel's words, and as browsers name them. */
import type { Extension } from '../../../export/fileName.ts';
import type { ExportFormat } from './exportChoice.ts';

interface FormatWords {
  readonly name: string;
  /** What it is good for. */
  readonly hint: string;
  readonly extension: Extension;
  /** IANA media type. */
  readonly type: string;
}

export const formatWords: Readonly<Record<ExportFormat, FormatWords>> = {
  word: {
    name: 'Word document',
    hint: 'To edit, file and send. Remarks are Word comments, suggestions are changes to accept or reject.',
    extension: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  pdf: {
    name: 'PDF',
    hint: 'Pages as they will be printed, to send and to file. Nobody edits it by accident.',
    extension: 'pdf',
    type: 'application/pdf',
  },
  html: {
    name: 'Web page',
    hint: 'One file that opens anywhere and prints well.',
    extension: 'html',
    type: 'text/html;charset=utf-8',
  },
  markdown: {
    name: 'Markdown',
    hint: 'For a repository or a wiki.',
    extension: 'md',
    type: 'text/markdown;charset=utf-8',
  },
  csv: {
    name: 'Table',
    hint: 'One row a note, for a spreadsheet (.csv).',
    extension: 'csv',
    type: 'text/csv;charset=utf-8',
  },
  json: {
    name: 'Everything',
    hint: 'All that this sheet holds, rounds and signatures too, for programs and to take along (.json).',
    extension: 'rolewright.json',
    type: 'application/json',
  },
};

export const zipType = 'application/zip';

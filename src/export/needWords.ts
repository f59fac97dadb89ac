/** Needs and their answers in words: what a stance is called where a note asks something of a manager. */
import type { StanceValue } from '../annotations/desk.ts';
import type { NeedState } from '../annotations/needs/needs.ts';
import type { Role } from '../workshop/roles.ts';

/** Of a manager, whether confirmed or not. */
const answers: Readonly<Record<StanceValue, string>> = {
  agree: 'Yes',
  'agree-if': 'Partly',
  disagree: 'No',
  'not-sure': 'Not sure yet',
};

/** Of the engineer, whose need it is. */
const needs: Readonly<Record<StanceValue, string>> = {
  agree: 'I need it',
  'agree-if': 'In part',
  disagree: 'No longer',
  'not-sure': 'Not sure yet',
};

/** Null for those who think about it as about any note. */
export const needWordsOf = (role: Role | null): Readonly<Record<StanceValue, string>> | null =>
  role === 'manager' ? answers : role === 'engineer' ? needs : null;

export const needStateWords: Readonly<Record<NeedState, string>> = {
  yes: 'Answered yes',
  partly: 'Answered partly',
  no: 'Answered no',
  unanswered: 'Not answered yet',
};

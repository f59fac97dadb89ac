/** Taking words along from another board, in words: why a file can't be used, what came along, and what did not. */
import type { BroughtAlong } from '../../../annotations/bringAlong.ts';
import type { Desk } from '../../../annotations/desk.ts';
import type { ArchiveFailure } from '../../../annotations/parseArchive.ts';
import { cleanLine } from '../../../export/cleanText.ts';
import type { UserId } from '../../../workshop/ids.ts';
import type { RoundsBrought } from '../brought/roundsThere.ts';
import { inAList, wordsInWords } from '../words/wordsInWords.ts';
import type { Words } from './takenPairs.ts';

export function failureWords(failure: ArchiveFailure): string {
  switch (failure.kind) {
    case 'too-large':
      return 'This is too large to be a file of Rolewright, so it was not opened.';
    case 'not-json':
      return 'This is no file of Rolewright, or part of it is missing. Choose one that was saved with “Everything, to take along”, or save it once more.';
    case 'not-ours':
      return 'This is no file of Rolewright. Choose one that was saved there with “Everything, to take along”; its name ends in .rolewright.json.';
    case 'newer':
      return 'This file was saved by a newer version of Rolewright. Reload the board to get that version, then choose it again.';
    case 'damaged':
      return `Part of this file is missing or was changed (${failure.path}), so nothing was taken from it. Save it once more on the other board.`;
  }
}

export const unreadable = 'The browser could not read this file. Choose it once more.';

export const newerWords =
  'This sheet was written by a newer version of Rolewright, so nothing was taken along. Reload the board, then do it again.';

/** A name may hold anything, and stands inside sentences of ours that it could turn around. */
export const nameOf = ({ name }: Desk): string => cleanLine(name);

export const detailsWords = (fields: readonly string[]): string =>
  `The sheet’s ${inAList(fields, 4)} came along.`;

export const allHere = 'Everything of yours was here already.';

export const takenWords = (taken: number, along: Words): string => {
  if (taken === 0) return allHere;
  const single = along.stances + along.remarks === 1;
  return `Your ${wordsInWords(along) || 'decisions'} ${single ? 'is' : 'are'} here now, too.`;
};

const sharedNames: Readonly<Record<string, string>> = {
  ladder: 'The ladder',
  names: 'your team’s own names',
  seeds: 'which notes began as examples',
  groups: 'groups of notes',
  walk: 'what was put aside',
  placing: 'whose the notes are that were written unseen',
  plans: 'the date of the next talk',
};

/** What everybody here edits together; what only serves the rest goes without saying. */
export function sharedWords(roots: readonly string[]): readonly string[] {
  const named = roots.flatMap((root) => sharedNames[root] ?? []);
  if (named.length === 0) return [];
  const first = inAList(named).replace(/^./, (letter) => letter.toUpperCase());
  return [`${first} came along for everybody, where this sheet had none.`];
}

export const strangeWords = (count: number): string =>
  `${count === 1 ? 'One entry' : `${count} entries`} can’t be read by this version of Rolewright, so ${count === 1 ? 'it stays' : 'they stay'} in the file.`;

export function roundsWords({ brought, unchecked }: RoundsBrought): readonly string[] {
  const [one, many] = ['A closed round', `${brought} closed rounds`];
  return [
    ...(brought > 0
      ? [
          `${brought === 1 ? one : many} came along to be read, with ${brought === 1 ? 'its' : 'their'} signatures: look under Compare.`,
        ]
      : []),
    ...(unchecked > 0
      ? [
          `${unchecked === 1 ? 'A round was' : `${unchecked} rounds were`} left in the file: what ${unchecked === 1 ? 'it says does' : 'they say does'} not fit the fingerprint.`,
        ]
      : []),
  ];
}

export const besideLater =
  'What you said around the notes stays behind while views are given unseen: take it along once both sides are shown.';

export const unseenWords = 'Nobody else sees it before both sides are shown.';

export const lostWords = (lost: number, unseen: boolean): string => {
  const [notes, them] = lost === 1 ? ['One note was', 'it'] : [`${lost} notes were`, 'them'];
  const stays = unseen
    ? 'was left where it was'
    : lost === 1
      ? 'stays with its old words'
      : 'stays with their old words';
  return `${notes} taken off the board meanwhile; what was said about ${them} ${stays}.`;
};

export function broughtWords(done: BroughtAlong, desks: readonly Desk[]): readonly string[] {
  const names = (ids: readonly UserId[]): string =>
    inAList(
      ids.map((id) => {
        const desk = desks.find(({ owner }) => owner === id);
        return (desk && nameOf(desk)) || 'somebody';
      }),
    );
  const told = (ids: readonly UserId[], words: (names: string) => string): string[] =>
    ids.length > 0 ? [words(names(ids))] : [];
  return [
    ...told(
      done.brought,
      (who) =>
        `What ${who} said came along to be read. It counts for nothing until they take it up here, and they can have it removed.`,
    ),
    ...told(done.nothingNew, (who) => `What ${who} said is here already.`),
    ...told(done.unwanted, (who) => `${who} asked that nothing of theirs be brought here, so it was left.`),
    ...told(done.tooLarge, (who) => `There was no room for what ${who} said; it is still in the file.`),
  ];
}

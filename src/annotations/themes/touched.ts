/**
 * Which themes a sheet touches: from the words of its notes, and from what people said about them. The same whatever
 * the order in which desks arrive.
 *
 * T1  A note touches a theme by its words, or because somebody says that it does.
 * T2  Who says that a note does not touch it takes back what the words say, never what somebody else said.
 * T3  A theme that no note touches is left out once somebody says that it is no part of this role; else it is untouched.
 * T4  Only roles that count are heard (participants.ts, P1, P2).
 */
import type { ItemId, UserId } from '../../workshop/ids.ts';
import type { FoundThemes, ThemeQuote } from '../../workshop/themes/findThemes.ts';
import { type ThemeId, themeIds } from '../../workshop/themes/themes.ts';
import type { Participant } from '../participants.ts';
import type { ThemeMarks } from './themeMarks.ts';

/** Whose word it is, with the name that their desk gives. */
export type Speaker = Pick<Participant, 'user' | 'name'>;

export interface TouchingNote {
  readonly note: ItemId;
  /** Empty where it touches the theme by somebody's word alone. */
  readonly quotes: readonly ThemeQuote[];
  readonly saidBy: readonly Speaker[];
}

export interface LeftOut extends Speaker {
  readonly reason: string;
}

export interface ThemeState {
  readonly theme: ThemeId;
  readonly state: 'touched' | 'left-out' | 'untouched';
  /** In the order of the notes. */
  readonly notes: readonly TouchingNote[];
  /** Notes whose words touch it, and who says that they don't. */
  readonly denied: readonly { readonly note: ItemId; readonly by: readonly Speaker[] }[];
  readonly leftOut: readonly LeftOut[];
}

interface Inputs {
  readonly notes: readonly { readonly id: ItemId; readonly found: FoundThemes }[];
  readonly participants: readonly Participant[];
  readonly marks: ReadonlyMap<UserId, ThemeMarks>;
}

export function touchedThemes({ notes, participants, marks }: Inputs): readonly ThemeState[] {
  const heard = participants.filter(({ role, confirmed }) => role !== null && confirmed);
  return themeIds.map((theme): ThemeState => {
    const said = (note: ItemId, touches: boolean): readonly Speaker[] =>
      heard.flatMap(({ user, name }) =>
        marks
          .get(user)
          ?.notes.some((mark) => mark.theme === theme && mark.note === note && mark.touches === touches)
          ? [{ user, name }]
          : [],
      );
    const looked = notes.map(({ id, found }) => {
      const [saidBy, by] = [said(id, true), said(id, false)];
      return {
        note: id,
        quotes: by.length > 0 ? [] : (found.get(theme) ?? []),
        saidBy,
        by,
        inWords: found.has(theme),
      };
    });
    const touching = looked.filter(({ quotes, saidBy }) => quotes.length > 0 || saidBy.length > 0);
    const leftOut = heard.flatMap(({ user, name }): LeftOut[] => {
      const mark = marks.get(user)?.role.find((one) => one.theme === theme);
      return mark ? [{ user, name, reason: mark.reason }] : [];
    });
    return {
      theme,
      state: touching.length > 0 ? 'touched' : leftOut.length > 0 ? 'left-out' : 'untouched',
      notes: touching.map(({ note, quotes, saidBy }) => ({ note, quotes, saidBy })),
      denied: looked.flatMap(({ note, by, inWords }) => (inWords && by.length > 0 ? [{ note, by }] : [])),
      leftOut,
    };
  });
}

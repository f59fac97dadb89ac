/** The themes that such roles share, in one sheet: which notes touch which, what people say of it, and the balance. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import {
  leaveOut,
  markNote,
  readThemeMarks,
  takeIn,
  unmarkNote,
} from '../../../annotations/themes/themeMarks.ts';
import { type ThemeState, touchedThemes } from '../../../annotations/themes/touched.ts';
import { type Disposer, disposers } from '../../../base/disposer.ts';
import type { ItemId } from '../../../workshop/ids.ts';
import { balanceWords } from '../../../workshop/themes/balance.ts';
import { type FoundThemes, findThemes } from '../../../workshop/themes/findThemes.ts';
import { type ThemeId, themes } from '../../../workshop/themes/themes.ts';
import { openChecking } from '../ours/checking.ts';
import type { SheetContext } from '../sheet/parts.ts';

export interface Themes {
  readonly states: ReadonlySignal<readonly ThemeState[]>;
  /** How the notes spread over the pillars; empty while there are none. */
  readonly balance: ReadonlySignal<string>;
  /** Whether some notes have not been looked through yet. */
  readonly busy: ReadonlySignal<boolean>;
  /** Whether this person's word counts here; else their marks wait until their role is confirmed. */
  readonly heard: ReadonlySignal<boolean>;
  readonly unknown: ReadonlySignal<number>;
  readonly next: ReadonlySignal<{ readonly words: string; readonly action: string } | null>;
  /** Says that a note touches a theme, or does not; null takes one's own word back. */
  mark(theme: ThemeId, note: ItemId, touches: boolean | null): void;
  leaveOut(theme: ThemeId, reason: string): void;
  takeIn(theme: ThemeId): void;
  dispose: Disposer;
}

const nothing: FoundThemes = new Map();
/** With fewer notes than this nobody has written what the sheet is to hold. */
const aBeginning = 3;

export function openThemes(context: SheetContext): Themes {
  const { documents, view, platform, me, now, tell } = context;
  const owned = disposers();
  const notes = computed(() =>
    [...(view.value?.notes.values() ?? [])].filter(({ place }) => place !== 'gone'),
  );
  const check = signal(findThemes);
  const texts = computed(() => notes.value.map(({ text }) => text));
  const checking = openChecking({ clock: platform.clock, check, texts });
  owned.add(checking.dispose);

  const marks = computed(
    () => new Map(documents.sources.value.map(({ desk, doc }) => [desk.owner, readThemeMarks(doc)])),
  );
  const states = computed(() =>
    touchedThemes({
      notes: notes.value.map(({ id, text }) => ({
        id,
        found: checking.findings.value.get(text) ?? nothing,
      })),
      participants: view.value?.participants ?? [],
      marks: marks.value,
    }),
  );
  const balance = computed(() => {
    const sheet = view.value;
    if (!sheet) return '';
    const lanes = sheet.columns.flatMap((column) => column.lanes);
    return balanceWords(
      sheet.template.pillars.map(({ id, title }) => ({
        title,
        notes: lanes.reduce((sum, { lane, notes: here }) => sum + (lane.pillar === id ? here.length : 0), 0),
      })),
    );
  });

  return {
    states,
    balance,
    busy: checking.busy,
    heard: computed(() => {
      const self = view.value?.participants.find(({ user }) => user === me.id);
      return self?.confirmed === true;
    }),
    unknown: computed(() => marks.value.get(me.id)?.unknown ?? 0),
    next: computed(() => {
      const sheet = view.value;
      if (!sheet?.canWrite || sheet.me.user !== sheet.engineer || checking.busy.value) return null;
      const untouched = states.value.filter(({ state }) => state === 'untouched').length;
      if (sheet.total < aBeginning || untouched === 0) return null;
      const words =
        untouched === 1
          ? 'One theme that such roles share is not on the sheet.'
          : `${untouched} themes that such roles share are not on the sheet.`;
      return { words, action: 'Look' };
    }),
    mark(theme, note, touches) {
      if (touches === null) unmarkNote(documents.myDesk(), theme, note);
      else markNote(documents.myDesk(), { theme, note, touches, at: now() });
    },
    leaveOut(theme, reason) {
      if (!leaveOut(documents.myDesk(), { theme, reason, at: now() })) return;
      tell({
        tone: 'info',
        message: `${themes[theme].title} is no part of this role, you say.`,
        action: { word: 'Undo', run: () => void takeIn(documents.myDesk(), theme) },
      });
    },
    takeIn: (theme) => void takeIn(documents.myDesk(), theme),
    dispose: owned.dispose,
  };
}

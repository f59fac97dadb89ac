/** Putting a sheet on the board: by a click in empty space, or dragged out of the panel to a place. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type * as Y from 'yjs';
import type { Point } from '../../../base/box.ts';
import type { Disposer } from '../../../base/disposer.ts';
import type { Person } from '../../../miro/people.ts';
import type { Role } from '../../../workshop/roles.ts';
import type { Writing } from '../../../workshop/sheetWords.ts';
import type { NoticeContent } from '../notice.ts';
import type { Platform } from '../platform.ts';
import { templateOf, usualTemplate } from '../templates/templates.ts';
import { refusalWords } from '../words/refusalWords.ts';
import type { PlacedSheet } from './dropping.ts';
import { emptyForm, type StartForm } from './startForm.ts';

export type DropState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'placing';
      readonly done: number;
      readonly total: number;
      readonly takingBack: boolean;
      readonly slowed: boolean;
    };

export interface DropModel {
  readonly state: ReadonlySignal<DropState>;
  defaults(): StartForm;
  /** What a sheet dragged onto the board is made from, until the disposer is called. */
  offer(form: StartForm): Disposer;
  /** `centre` in board coordinates; without one, empty space near where the person looks. */
  place(form: StartForm, centre?: Point): Promise<void>;
  cancel(): void;
}

interface Options {
  readonly platform: Platform;
  readonly me: ReadonlySignal<Person | null>;
  readonly tell: (notice: NoticeContent) => void;
  /** The sheet is on the board and on record. */
  readonly placed: (
    dropped: PlacedSheet,
    role: Role,
    /** To be called once its document has begun, before anybody hears of it. */
    prepare: (document: Y.Doc) => void,
  ) => Promise<void>;
}

/** `data-drop` of the element that is dragged out of the panel. */
export const dragTarget = 'sheet';

export function dropModel({ platform, me, tell, placed }: Options): DropModel {
  const { board } = platform;
  const state = signal<DropState>({ kind: 'idle' });
  let abort: AbortController | null = null;
  let filled: StartForm | null = null;
  /** The next sheet most likely goes the way of the last one. */
  let writing: Writing = 'board';

  const defaults = (): StartForm => filled ?? { ...emptyForm(usualTemplate), writing };

  const place = async (form: StartForm, centre?: Point): Promise<void> => {
    const template = templateOf(form.template);
    const person = me.value;
    if (!template || !person || state.value.kind === 'placing') return;
    filled = form;
    const control = new AbortController();
    abort = control;
    state.value = { kind: 'placing', done: 0, total: 1, takingBack: false, slowed: false };
    try {
      const { dropSheet } = await import('./dropping.ts');
      const dropped = await dropSheet({
        platform,
        ...{ template, form, person, tell, placed },
        ...(centre ? { centre } : {}),
        signal: control.signal,
        onProgress: (progress) => {
          state.value = { kind: 'placing', ...progress };
        },
      });
      if (dropped) {
        filled = null;
        writing = form.writing;
      }
    } catch (error) {
      tell({ tone: 'warn', message: refusalWords(error, 'put the sheet on the board') });
    } finally {
      abort = null;
      state.value = { kind: 'idle' };
    }
  };

  return {
    state,
    defaults,
    offer(form) {
      filled = form;
      return board.onDrop((point, target) => {
        if (target === dragTarget) void place(form, point);
      });
    },
    place,
    cancel() {
      const current = state.value;
      if (current.kind === 'placing') state.value = { ...current, takingBack: true };
      abort?.abort();
    },
  };
}

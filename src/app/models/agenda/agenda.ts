/**
 * What can be done with the agenda of the next talk. It is made of what everybody may see (`shared`): nothing of a draft
 * goes on the board or to the clipboard.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Topic } from '../../../annotations/agenda.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { refusalWords } from '../words/refusalWords.ts';

export interface AgendaModel {
  /** It is being put on the board. */
  readonly working: ReadonlySignal<boolean>;
  /** `topics`: what heads it besides the notes. */
  place(minutes: number, topics?: readonly Topic[]): Promise<void>;
  copy(minutes: number, topics?: readonly Topic[]): Promise<void>;
  dispose(): void;
}

export function openAgenda({ platform, shared, tell, copy }: SheetContext): AgendaModel {
  const working = signal(false);
  const { board, clock } = platform;
  return {
    working,
    async place(minutes, topics = []) {
      const view = shared.value;
      if (!view || working.value) return;
      working.value = true;
      try {
        const { placeAgenda } = await import('./agendaOnBoard.ts');
        await placeAgenda({ board, clock, tell, view, minutes, topics });
      } catch (error) {
        tell({ tone: 'warn', message: refusalWords(error, 'put the agenda on the board') });
      } finally {
        working.value = false;
      }
    },
    async copy(minutes, topics = []) {
      const view = shared.value;
      if (!view) return;
      const { agendaText } = await import('./agendaOnBoard.ts');
      await copy(agendaText(view, minutes, topics), 'The agenda is copied. Paste it into the invitation.');
    },
    dispose: () => undefined,
  };
}

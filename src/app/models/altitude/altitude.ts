/** One problem from three altitudes, in one sheet: the engineer writes, managers mark which question they expect. */
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Topic } from '../../../annotations/agenda.ts';
import { type Altitude, altitudeIn } from '../../../annotations/altitude/altitude.ts';
import {
  type AltitudeMark,
  type AltitudeText,
  markAltitude,
  readAltitude,
  writeAltitude,
} from '../../../annotations/altitude/altitudeDesk.ts';
import { introduce } from '../../../annotations/deskDocument.ts';
import type { AltitudeId } from '../../../workshop/altitude/altitudes.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { namedDesk, readOnce } from '../sheet/readOnce.ts';
import type { NextInStep } from '../steps/nextInStep.ts';
import { isWritten, topicOf } from './words.ts';

export interface AltitudePart {
  readonly altitude: ReadonlySignal<Altitude>;
  /** Which mark this person can set; null where none is asked of them. */
  readonly mark: ReadonlySignal<AltitudeMark | null>;
  /** What they marked. */
  readonly marked: ReadonlySignal<AltitudeId | null>;
  /** Entries that this version can't read. */
  readonly unknown: ReadonlySignal<number>;
  /** For the agenda of the next talk: the same for everybody. */
  readonly topics: ReadonlySignal<readonly Topic[]>;
  /** What this person should do here now. */
  readonly next: ReadonlySignal<NextInStep | null>;
  write(what: AltitudeText, words: string): boolean;
  /** Null takes it back. */
  choose(level: AltitudeId | null): boolean;
  dispose(): void;
}

const readOn = readOnce(readAltitude);

export function openAltitude({ documents, me, view, now }: SheetContext): AltitudePart {
  const desks = computed(() =>
    documents.sources.value.map((source) => ({ desk: namedDesk(source), altitude: readOn(source) })),
  );
  const altitude = computed(() => altitudeIn(desks.value, documents.content.value.engineer));
  const mine = computed(() => desks.value.find(({ desk }) => desk.owner === me.id)?.altitude);
  const mark = computed((): AltitudeMark | null => {
    const current = view.value;
    if (!current?.canWrite) return null;
    if (current.me.user === current.engineer) return 'today';
    return current.me.role === 'manager' ? 'expected' : null;
  });
  const marked = computed(() => (mark.value && mine.value?.marks[mark.value]) ?? null);
  const write = (speak: (desk: Parameters<typeof introduce>[0]) => boolean): boolean => {
    const desk = documents.myDesk();
    return introduce(desk, me.name) && speak(desk);
  };
  return {
    altitude,
    mark,
    marked,
    unknown: computed(() => desks.value.reduce((count, one) => count + one.altitude.unknown, 0)),
    topics: computed(() => {
      const topic = topicOf(altitude.value);
      return topic ? [topic] : [];
    }),
    next: computed(() => {
      if (mark.value === 'today' && !isWritten(altitude.value))
        return { words: 'Ask one real problem of your team from three altitudes.', action: 'Write it' };
      if (mark.value === 'expected' && marked.value === null && isWritten(altitude.value)) {
        const engineer = view.value?.participants.find(({ user }) => user === view.value?.engineer);
        return {
          words: `Which of three questions do you expect of ${engineer?.name || 'this role'}?`,
          action: 'Look',
        };
      }
      return null;
    }),
    write: (what, words) => mark.peek() === 'today' && write((desk) => writeAltitude(desk, what, words)),
    choose(level) {
      const what = mark.peek();
      return what !== null && write((desk) => markAltitude(desk, what, level && { level, at: now() }));
    },
    dispose: () => undefined,
  };
}

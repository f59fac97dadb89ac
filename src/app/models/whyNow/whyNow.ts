/**
 * One person's part in saying why this role is needed now, unseen by the others: what they choose lies in a document that
 * never leaves this browser until they say *done*; then it goes to their desk, and is shown once everybody is done.
 */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { Topic } from '../../../annotations/agenda.ts';
import { introduce } from '../../../annotations/deskDocument.ts';
import { whyNowDraftName } from '../../../annotations/privateNames.ts';
import { later } from '../../../annotations/times.ts';
import {
  type Choice,
  giveAnswer,
  isSameChoice,
  isShown,
  isWhole,
  keepDraft,
  readAnswered,
  readDraft,
  showAnswers,
  takeAnswerBack,
} from '../../../annotations/whyNow/answer.ts';
import { sharedAnswer, sidesOf } from '../../../annotations/whyNow/sides.ts';
import { disposers } from '../../../base/disposer.ts';
import { laneId } from '../../../workshop/ids.ts';
import { situationOf } from '../../../workshop/whyNow/situations.ts';
import type { SheetContext } from '../sheet/parts.ts';
import { openPrivateDocument } from '../sheet/privateDocument.ts';
import { namedDesk, readOnce } from '../sheet/readOnce.ts';
import type { NextInStep } from '../steps/nextInStep.ts';
import { inAList } from '../words/wordsInWords.ts';
import type { WhyNowState } from './state.ts';
import { answered, askWords, topicOf } from './words.ts';

export interface WhyNow {
  /** Null until the sheet has been read. */
  readonly state: ReadonlySignal<WhyNowState | null>;
  /** For the agenda of the next talk: the same for everybody. */
  readonly topics: ReadonlySignal<readonly Topic[]>;
  /** What this person should do here now. */
  readonly next: ReadonlySignal<NextInStep | null>;
  readonly drafted: ReadonlySignal<boolean>;
  /** Into the draft. */
  choose(change: Partial<Choice>): void;
  /** The draft goes to my desk. False while it is not whole, or where this version may not write. */
  done(): boolean;
  /** It comes back into this browser. Not once it has been shown. */
  notDone(): void;
  /** Throws the draft away; what is on my desk stays. */
  leaveIt(): void;
  /** A message for those who have not answered yet, to the clipboard. */
  ask(): Promise<void>;
  dispose(): void;
}

const nothing: Choice = { situation: null, words: '', horizon: null, horizonWords: '', sign: '' };

export async function openWhyNow(context: SheetContext): Promise<WhyNow> {
  const { documents, sync, me, view } = context;
  const owned = disposers();
  const kept = await openPrivateDocument(sync, whyNowDraftName(context.id, me.id), readDraft);
  owned.add(kept.dispose);

  const desks = computed(() =>
    documents.sources.value.map((source) => ({ desk: namedDesk(source), ...answeredOn(source) })),
  );
  const shown = computed(() => {
    // It is read again when anything in the sheet changes.
    void documents.content.value;
    return isShown(documents.sheet);
  });
  const looking = computed(() => ({
    desks: desks.value,
    engineer: documents.content.value.engineer,
    left: documents.left.value,
    shown: shown.value,
  }));
  const mine = computed(() => desks.value.find(({ desk }) => desk.owner === me.id));
  const stage = computed((): WhyNowState['stage'] =>
    shown.value ? 'shown' : mine.value?.done ? 'waiting' : 'answering',
  );
  const sides = computed(() => sidesOf({ ...looking.value, viewer: me.id }));
  const everybodys = computed(() => sidesOf({ ...looking.value, viewer: null }));

  const state = computed((): WhyNowState | null => {
    const current = view.value;
    if (!current) return null;
    const { role } = current.me;
    return {
      ...sides.value,
      stage: stage.value,
      draft: kept.content.value,
      mine: mine.value?.answer ?? null,
      shared: sharedAnswer(sides.value),
      mayAnswer: current.canWrite && role !== null && role !== 'facilitator',
      unknown: desks.value.reduce((count, one) => count + one.unknown, 0),
    };
  });

  /** The draft goes once my desk has all of it, and this browser's disk or the board has my desk. */
  const isOver = (): boolean => {
    const [draft, desk] = [readDraft(kept.doc()), readAnswered(documents.myDesk())];
    return draft !== null && desk.answer !== null && isSameChoice(draft, desk.answer);
  };
  let [tidying, over] = [false, false];
  const tidy = async (): Promise<void> => {
    if (tidying || over || !isOver()) return;
    tidying = true;
    try {
      await sync.flush();
      const { browser, board } = sync.saved.get();
      if (!over && (browser === 'saved' || board === 'saved') && isOver()) keepDraft(kept.doc(), null);
    } finally {
      tidying = false;
    }
  };
  owned.add(() => {
    over = true;
  });
  owned.add(sync.saved.subscribe(() => void tidy()));
  owned.add(
    effect(() => {
      if (documents.ready.value && stage.value !== 'answering' && kept.content.value) void tidy();
    }),
  );
  owned.add(
    effect(() => {
      if (documents.ready.value && !shown.value && everybodys.value.over) showAnswers(documents.sheet);
    }),
  );

  const situation = computed(() => {
    const now = state.value;
    if (!now) return null;
    if (now.stage === 'shown') return now.shared?.situation ?? null;
    return (now.stage === 'answering' ? now.draft : now.mine)?.situation ?? null;
  });
  owned.add(
    effect(() => {
      const prompts = situation.value ? situationOf(situation.value).prompts : {};
      const lanes = Object.entries(prompts).map(([side, prompt]) => [laneId('side', side), prompt] as const);
      context.reword('why-now', new Map(lanes));
    }),
  );

  const drafted = computed(() => {
    const [draft, there] = [kept.content.value, mine.value?.answer];
    return draft !== null && !(there && isSameChoice(draft, there));
  });

  const next = computed((): WhyNow['next']['value'] => {
    const now = state.value;
    const role = view.value?.me.role;
    if (!now?.mayAnswer || (role !== 'engineer' && role !== 'manager')) return null;
    if (now.stage === 'waiting' || (now.stage === 'shown' && now.mine)) return null;
    if (now.stage === 'shown')
      return { words: 'Others have said why this role is needed now. What do you see?', action: 'Look' };
    const others = answered(now, me.id);
    return others.length > 0
      ? {
          words: `${inAList(others)} ${others.length === 1 ? 'has' : 'have'} said why this role is needed now. What do you see?`,
          action: now.draft ? 'Go on' : 'Answer',
          waitedFor: true,
        }
      : {
          words: 'Why is this role needed now? Each of you answers unseen by the other.',
          action: now.draft ? 'Go on' : 'Answer',
        };
  });

  return {
    state,
    topics: computed(() => {
      const topic = topicOf(everybodys.value);
      return topic ? [topic] : [];
    }),
    next,
    drafted,
    choose(change) {
      const from: Choice = kept.content.peek() ?? mine.peek()?.answer ?? nothing;
      keepDraft(kept.doc(), { ...from, ...change, at: context.now() });
    },
    done() {
      const draft = kept.content.peek();
      if (!draft || !isWhole(draft) || !state.peek()?.mayAnswer) return false;
      const desk = documents.myDesk();
      const { answer, done } = readAnswered(desk);
      const at = later(context.now(), answer?.changedAt ?? answer?.at ?? null);
      const given = { ...draft, at, wasShown: shown.peek() && done };
      return introduce(desk, me.name) && giveAnswer(desk, given);
    },
    notDone() {
      const desk = documents.myDesk();
      const { answer } = readAnswered(desk);
      // Other words that wait here are not written over: their owner says first what becomes of them.
      if (stage.peek() !== 'waiting' || !answer || drafted.peek()) return;
      if (keepDraft(kept.doc(), answer)) takeAnswerBack(desk);
    },
    async ask() {
      const details = context.shared.value?.details;
      if (!details) return;
      const words = askWords(details, context.link());
      await context.copy(words, 'The message is copied. Paste it wherever you talk to your manager.');
    },
    leaveIt: () => void keepDraft(kept.doc(), null),
    dispose: owned.dispose,
  };
}

const answeredOn = readOnce(readAnswered);

/** A note in a PDF: its words beside a bar in its pillar's colour, its state, views, remarks and answers. */
import { sameText } from '../../annotations/text.ts';
import { wordDiff } from '../../annotations/wordDiff.ts';
import { anchorOf } from '../anchor.ts';
import { cleanLine, cleanLines } from '../cleanText.ts';
import type { Line, Note, Spoken, TakenStance, Thread } from '../document.ts';
import * as say from '../wording.ts';
import * as look from './look.ts';
import type { Group, Para, Part, Piece } from './parts.ts';
import { type Places, piece, runs, written } from './text.ts';

const { looks, para } = look;

export const group = (tag: Group['tag'], parts: readonly Part[], more: Partial<Group> = {}): Group => ({
  kind: 'group',
  tag,
  parts,
  ...more,
});

/** From this length (characters) a note may part from its state, so that it need not move to a new page as a whole. */
const longNote = 600;
const talkIndent = 14;
const noteIndent = 12;

const item = (parts: readonly Part[]): Group => group('LI', [group('LBody', parts)]);

function stanceItem(stance: TakenStance): Group {
  const reason = cleanLines(stance.reason).join(' ');
  return group('LI', [
    para('LBody', looks.talk, [
      piece(`${say.withRole(stance.who)}: `),
      piece(say.stanceValue(stance), { strong: true }),
      ...(reason ? [piece(` – ${reason}`)] : []),
    ]),
  ]);
}

/** While it waits for a decision: what it would change, word by word. */
function wording(proposed: string, remark: Spoken, note: Note): Group {
  const quoted = (parts: readonly Para[]): Group =>
    group('BlockQuote', [group('Sect', parts, { indent: 8 })], {
      wash: look.wash,
      bar: { colour: look.hairline, width: 2 },
    });
  if (!remark.proposes || sameText(proposed, note.text))
    return quoted(written(say.orBlank(proposed), looks.quote));
  const [before, after] = [note.text, proposed].map((text) => cleanLines(text).join('\n'));
  const parts = wordDiff(before ?? '', after ?? '').flatMap(({ kind, text }, at, all): Piece[] => {
    if (kind === 'same') return [piece(text)];
    const own = piece(text, { mark: kind, ...(kind === 'removed' ? { colour: look.quiet } : {}) });
    // Two words that stand for each other are not one word.
    const apart = kind === 'removed' && all[at + 1]?.kind === 'added' && !/\s$/.test(text);
    return apart ? [own, piece(' ')] : [own];
  });
  return quoted([para('P', looks.quote, parts)]);
}

function spoken(remark: Spoken, note: Note, timeZone: string): Part[] {
  const facts = say.remarkFacts(remark, timeZone);
  const says = [
    ...written(remark.text, looks.talk),
    ...(remark.wording === null ? [] : [wording(remark.wording, remark, note)]),
  ];
  return [
    para(
      'P',
      looks.who,
      [piece(say.speakerOf(remark), { strong: true }), piece(facts && `, ${facts}`, { colour: look.quiet })],
      says.length > 0 ? {} : { withNext: false },
    ),
    ...says,
  ];
}

const threadItem = (thread: Thread, note: Note, timeZone: string): Group =>
  item([
    ...spoken(thread, note, timeZone),
    ...(thread.answers.length > 0
      ? [
          group(
            'L',
            thread.answers.map((answer) => item(spoken(answer, note, timeZone))),
            { indent: talkIndent },
          ),
        ]
      : []),
  ]);

export interface NotePlace {
  readonly colour: string;
  readonly timeZone: string;
  readonly places: Places;
}

export function noteItem(note: Note, more: Line | undefined, { colour, timeZone, places }: NotePlace): Group {
  const { stances, threads, state, answered, details } = note;
  const follows = details.length + stances.length + (state === null ? 0 : 1) + (more ? 1 : 0) > 0;
  const words = written(say.orBlank(note.text), looks.words);
  const own: Part[] = [
    ...words.map((each, at) =>
      at === words.length - 1 && follows && note.text.length < longNote ? { ...each, withNext: true } : each,
    ),
    ...details.flatMap(({ name, words: told }) =>
      written(told, looks.detail, { before: [piece(`${cleanLine(name)}: `, { strong: true })] }),
    ),
    ...(more ? [para('P', looks.small, runs(more, places), { withNext: false })] : []),
    ...(state === null
      ? []
      : [
          para(
            'P',
            looks.state,
            [piece(say.stateOf(state, answered), { strong: true, colour: look.stateColour[state] })],
            { withNext: stances.length > 0 },
          ),
        ]),
    ...(stances.length > 0 ? [group('L', stances.map(stanceItem), { indent: talkIndent })] : []),
    ...(threads.length > 0
      ? [
          group(
            'L',
            threads.map((thread) => threadItem(thread, note, timeZone)),
            { indent: talkIndent },
          ),
        ]
      : []),
  ];
  return group('LI', [group('LBody', own, { indent: noteIndent })], {
    bar: { colour, width: 3 },
    name: anchorOf('note', note.id),
  });
}

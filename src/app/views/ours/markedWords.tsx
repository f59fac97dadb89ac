/** A note's words, with those underlined that made the check ask. */
import type { Trigger } from '../../../workshop/ours/finding.ts';
import { voices } from '../../../workshop/ours/voices.ts';
import type { Asked } from '../../models/ours/asked.ts';
import '../styles/ours.css';

/** Not where all of it is meant: a note that is underlined from end to end says nothing. */
const shown = ({ rule }: Trigger): boolean => rule !== 'nothing-own';

export function MarkedWords({ asked: { note, finding } }: { readonly asked: Asked }) {
  const { text } = note;
  const voice = voices[finding.language];
  const pieces: preact.ComponentChild[] = [];
  let at = 0;
  for (const trigger of finding.triggers.filter(shown)) {
    const { from, to, rule } = trigger;
    if (from < at) continue;
    pieces.push(text.slice(at, from));
    pieces.push(
      <mark key={from} class="asked-words" title={`${voice.words} ${voice.rules[rule]}`}>
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  pieces.push(text.slice(at));
  return <>{pieces}</>;
}

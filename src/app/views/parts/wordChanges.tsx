/** What changes between two wordings, word by word: told by line and weight, and in words to who can't see them. */
import { type DiffPart, wordDiff } from '../../../annotations/wordDiff.ts';
import '../styles/talking.css';

/** Share of the longer text that must stay; below, single words in common tell nothing. */
const enoughInCommon = 0.25;

function partsOf(before: string, after: string): readonly DiffPart[] {
  const parts = wordDiff(before, after);
  const same = parts.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.trim().length : 0), 0);
  if (same >= enoughInCommon * Math.max(before.length, after.length)) return parts;
  return [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
}

export function WordChanges({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <p class="remark-text" dir="auto" data-testid="word-changes">
      {partsOf(before, after).map(({ kind, text }, index) => {
        // Parts have no name of their own; a changed text is another list altogether.
        const key = `${index}${kind}`;
        if (kind === 'removed') return <Removed key={key} text={text} />;
        if (kind === 'added') return <Added key={key} text={text} />;
        return <span key={key}>{text}</span>;
      })}
    </p>
  );
}

const Removed = ({ text }: { readonly text: string }) => (
  <del>
    <span class="visually-hidden">taken out: </span>
    {text}
    <span class="visually-hidden">; </span>
  </del>
);

const Added = ({ text }: { readonly text: string }) => (
  <ins>
    <span class="visually-hidden">put in: </span>
    {text}
    <span class="visually-hidden">; </span>
  </ins>
);

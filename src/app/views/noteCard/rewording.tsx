/**
 * A note's two wordings, word by word: in one text where there is little room, beside each other where there is. What
 * was taken out is crossed out and what came in is underlined, and both are said to who can't see that.
 */
import type { Rewording as Words } from '../../../annotations/changes.ts';
import type { DiffPart } from '../../../annotations/wordDiff.ts';

export function Rewording({ words, wide }: { readonly words: Words; readonly wide: boolean }) {
  if (!wide) return <Parts parts={words.parts} />;
  return (
    <div class="two-wordings">
      <div>
        <p class="eyebrow">Before</p>
        <Parts parts={words.parts.filter(({ kind }) => kind !== 'added')} />
      </div>
      <div>
        <p class="eyebrow">After</p>
        <Parts parts={words.parts.filter(({ kind }) => kind !== 'removed')} />
      </div>
    </div>
  );
}

function Parts({ parts }: { readonly parts: readonly DiffPart[] }) {
  return (
    <p class="diff" dir="auto" data-testid="rewording">
      {parts.map(({ kind, text }, index) => {
        // Parts have no name of their own; a changed text is another list altogether.
        const key = `${index}${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'removed' ? (
          <del key={key}>
            <span class="visually-hidden">taken out: </span>
            {text}
            <span class="visually-hidden">; </span>
          </del>
        ) : (
          <ins key={key}>
            <span class="visually-hidden">put in: </span>
            {text}
            <span class="visually-hidden">; </span>
          </ins>
        );
      })}
    </p>
  );
}

/** Text being typed that outlives its form: the draft shelf has it until it is sent or thrown away. */
import { useState } from 'preact/hooks';
import type { Drafts } from '../../models/talk/drafts.ts';

export interface Draft {
  readonly text: string;
  write(text: string): void;
  /** Sent, or thrown away on purpose. */
  clear(): void;
}

export function useDraft(drafts: Drafts, key: string, start = ''): Draft {
  const [text, setText] = useState(() => drafts.get(key) ?? start);
  return {
    text,
    write(next) {
      setText(next);
      drafts.set(key, next === start ? '' : next);
    },
    clear() {
      setText(start);
      drafts.set(key, '');
    },
  };
}

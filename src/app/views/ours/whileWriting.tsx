/** Below a field in which a note is written: what the check would ask, once the person has paused. Sending needs none of it. */
import { useEffect, useState } from 'preact/hooks';
import { oursPart } from '../../models/ours/oursPart.ts';
import type { SheetModel } from '../../models/sheet/sheetModel.ts';
import { QuestionList } from './questionWords.tsx';
import '../styles/ours.css';

/** Milliseconds without a key until it asks. */
const calm = 1_200;
/** Shorter texts are a beginning (UTF-16 units). */
const shortest = 12;
/** Asked at once; the card asks the rest. */
const most = 2;

export function WhileWriting({ sheet, text }: { readonly sheet: SheetModel; readonly text: string }) {
  const ours = sheet.part(oursPart).value;
  const [paused, setPaused] = useState('');
  useEffect(() => ours?.after(calm, () => setPaused(text.trim())), [ours, text]);
  // What was asked about the words before stays until the person pauses again: nothing flickers while they type.
  const finding = ours && paused.length >= shortest && text.trim() !== '' ? ours.checkNow(paused) : null;
  const questions = finding?.questions.slice(0, most) ?? [];
  return (
    <div role="status" class="while-writing" data-testid="while-writing">
      {finding && questions.length > 0 && (
        <>
          <p class="hint">You can send it as it is. If you want it to say more of your own team:</p>
          <QuestionList finding={{ ...finding, triggers: [] }} questions={questions} />
        </>
      )}
    </div>
  );
}

/** Below what people say here around the notes: what was said of the same on another board, to be read. */
import { broughtReading } from '../../../annotations/beside/broughtReading.ts';
import { type AroundPlace, aroundLines } from '../../../export/brought.ts';
import type { Line } from '../../../export/document.ts';
import type { SheetView } from '../../models/sheet/sheetView.ts';
import '../styles/brought.css';

interface Props {
  readonly view: SheetView;
  readonly where: AroundPlace;
}

export function SaidElsewhere({ view, where }: Props) {
  const lines = view.content.brought.flatMap((one) => aroundLines(broughtReading(one), where));
  if (lines.length === 0) return null;
  return (
    <section class="elsewhere" aria-label="From another board" data-testid="said-elsewhere">
      <h3 class="caption">From another board</h3>
      <p class="hint">To read; it counts for nothing here until the person takes it up.</p>
      <ul>
        {lines.map((line) => (
          <li key={wordsIn(line)} dir="auto">
            <Words line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const wordsIn = (line: Line): string => line.map(({ text }) => text).join('');

export function Words({ line }: { readonly line: Line }) {
  return <>{line.map(({ text, look }) => (look === 'strong' ? <b key={text}>{text}</b> : text))}</>;
}

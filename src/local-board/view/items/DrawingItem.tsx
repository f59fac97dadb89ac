/** What the SDK has no class for: a freehand line, or something of Miro's that is shown by its name only. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { UnsupportedData } from '../../model/item.ts';
import { type ItemProps, itemAttributes } from './itemProps.ts';

/** Through the middles between points, each point pulling the line towards it: a pen's line has no corners. */
function smooth(line: readonly number[], width: number, height: number): string {
  const points: string[] = [];
  const at = (index: number) => ({
    x: Math.round((line[index] ?? 0) * width * 10) / 10,
    y: Math.round((line[index + 1] ?? 0) * height * 10) / 10,
  });
  const last = line.length - 2;
  if (last < 0) return '';
  points.push(`M${at(0).x},${at(0).y}`);
  for (let index = 2; index < last; index += 2) {
    const [here, next] = [at(index), at(index + 2)];
    points.push(`Q${here.x},${here.y} ${(here.x + next.x) / 2},${(here.y + next.y) / 2}`);
  }
  points.push(`L${at(last).x},${at(last).y}`);
  return points.join(' ');
}

/** dp. */
const penWidth = 4;

export function DrawingItem(props: ItemProps<UnsupportedData>): JSX.Element {
  const { item, box, board } = props;
  const path = useMemo(
    () => (item.line ? smooth(item.line, box.width, box.height) : undefined),
    [item.line, box.width, box.height],
  );
  if (path === undefined)
    return (
      <div {...itemAttributes(props)} class="item unknown">
        <span>{item.called.replace(/_/g, ' ')}</span>
      </div>
    );
  return (
    <div {...itemAttributes(props)} class="item drawing">
      <svg width="1" height="1" aria-hidden="true">
        <path class="reach" d={path} stroke-width={Math.max(12 / board.state.zoomStep.value, penWidth + 6)} />
        <path class="pen" d={path} stroke-width={penWidth} />
      </svg>
    </div>
  );
}

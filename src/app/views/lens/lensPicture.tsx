/** A sheet in small: where its headings and notes lie. What it shows is said in words beside it. */
import { left, top } from '../../../base/box.ts';
import type { Picture } from '../../models/lens/drawing.ts';

/** Both pictures in one scale would make the smaller sheet too small to see anything; each fills its place. */
export function LensPicture({ picture, label }: { readonly picture: Picture; readonly label: string }) {
  const { width, height, headers, notes } = picture;
  return (
    <figure class="lens-picture">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <rect class="lens-frame" width={width} height={height} />
        {headers.map((box, index) => (
          <rect
            key={index}
            class="lens-header"
            x={left(box)}
            y={top(box)}
            width={box.width}
            height={box.height}
          />
        ))}
        {notes.map((box, index) => (
          <rect
            key={index}
            class="lens-sticky"
            x={left(box)}
            y={top(box)}
            width={box.width}
            height={box.height}
          />
        ))}
      </svg>
      <figcaption class="hint">{label}</figcaption>
    </figure>
  );
}

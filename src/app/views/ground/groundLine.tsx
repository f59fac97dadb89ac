/** One thing that changed around the notes: what it is about, how it was and how it is. */
import type { GroundLine } from '../../models/ground/groundWords.ts';

export function GroundLineItem({ line: { about, before, after } }: { readonly line: GroundLine }) {
  return (
    <li class="ground-change" data-testid="ground-change">
      <bdi>{about}</bdi>: <bdi>{before}</bdi> <span aria-hidden="true">→</span>
      <span class="visually-hidden">then</span> <b dir="auto">{after}</b>
    </li>
  );
}

/** The line that leads to where the role stands. */
import { placePart } from '../../models/place/placePart.ts';
import { summaryWords } from '../../models/place/placeWords.ts';
import { StepRow } from '../steps/stepRow.tsx';
import type { PlaceProps } from './placeProps.ts';

export function PlaceRow({ sheet, view }: PlaceProps) {
  const place = sheet.part(placePart).value;
  const words = place ? summaryWords(place.standing.value, view.me.user) : '';
  return <StepRow sheet={sheet} step="place" words={words} waits={Boolean(place?.next.value)} />;
}

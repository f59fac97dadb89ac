/** What lies on desks and in the sheet document that a round keeps of the ground around the notes. */
import type * as Y from 'yjs';
import type { UserId } from '../../workshop/ids.ts';
import type { Ladder } from '../../workshop/ladder/ladder.ts';
import { type AltitudeDesk, readAltitude } from '../altitude/altitudeDesk.ts';
import { type ClarityDesk, readClarity } from '../clarity/clarityDesk.ts';
import { readLadder } from '../place/ladderDocument.ts';
import { type PlaceDesk, readPlaceDesk } from '../place/placeDesk.ts';
import { type Answered, isShown, readAnswered } from '../whyNow/answer.ts';

export interface GroundDesk {
  readonly owner: UserId;
  readonly place: PlaceDesk;
  readonly answered: Answered;
  readonly altitude: AltitudeDesk;
  readonly clarity: ClarityDesk;
}

export interface GroundSheet {
  readonly ladder: Ladder;
  /** Whether everybody may see all answers to why the role is needed now. */
  readonly shown: boolean;
}

export const readGroundDesk = (desk: Y.Doc, owner: UserId): GroundDesk => ({
  owner,
  place: readPlaceDesk(desk, owner),
  answered: readAnswered(desk),
  altitude: readAltitude(desk),
  clarity: readClarity(desk),
});

export const readGroundSheet = (sheet: Y.Doc): GroundSheet => ({
  ladder: readLadder(sheet).ladder,
  shown: isShown(sheet),
});

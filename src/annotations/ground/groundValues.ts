/** The ground around the notes, as it is read from the plain values of a round. */
import { altitudeIds } from '../../workshop/altitude/altitudes.ts';
import { clarityIds } from '../../workshop/clarity/questions.ts';
import { userId } from '../../workshop/ids.ts';
import { type LadderLine, type Level, type LineWords, limits, paths } from '../../workshop/ladder/ladder.ts';
import { horizonIds, situationIds } from '../../workshop/whyNow/situations.ts';
import { longest } from '../entries.ts';
import { markKinds } from '../place/placeDesk.ts';
import { id, list, oneOf, orNull, type Reader, record, text } from '../plainValues.ts';
import type {
  RoundAltitude,
  RoundAnswer,
  RoundCitation,
  RoundExpectation,
  RoundGround,
  RoundMark,
  RoundPlace,
  RoundWhy,
} from './ground.ts';

const user = id(userId);
const anyId = id(String);
const line = text(longest.line);
const title = text(limits.title);
const words = text(limits.text);
const altitude = oneOf(altitudeIds);

const readPlace = record<RoundPlace>({
  levels: list(record<Level>({ id: anyId, path: oneOf(paths), title, scope: words }), (level) => level.id),
  marks: list(
    record<RoundMark>({ user, kind: oneOf(markKinds), level: anyId, title }),
    (mark) => `${mark.kind} ${mark.user}`,
  ),
  mode: orNull(oneOf(['job', 'stretch'])),
});

const readAnswer = record<RoundAnswer>({
  user,
  situation: oneOf(situationIds),
  words: line,
  horizon: oneOf(horizonIds),
  horizonWords: line,
  sign: line,
});

const readAltitude = record<RoundAltitude>({
  problem: line,
  questions: record({ staff: line, lead: line, senior: line }),
  today: orNull(altitude),
  expected: list(record<RoundExpectation>({ user, level: altitude }), (one) => one.user),
});

export const readGround: Reader<RoundGround> = record<RoundGround>(
  {},
  { place: readPlace, whyNow: list(readAnswer, (answer) => answer.user), altitude: readAltitude },
);

export const readWhys = list(
  record<RoundWhy>({ user, question: oneOf(clarityIds), text: line }),
  (why) => `${why.question} ${why.user}`,
);

export const readCites = list(
  record<RoundCitation>({
    user,
    line: record<LadderLine>({ level: anyId, dimension: orNull(anyId) }),
    words: record<LineWords>({ level: title, dimension: title, text: words }),
  }),
  (citation) => citation.user,
);

/**
 * Which lane a line may belong to, and why: the name it stood under wins; else the lane that most of its words speak
 * for. What speaks for a lane: signs and themes (signs.ts), the words of its title, question and examples. The fewer
 * lanes a word speaks for, the more it weighs. Where nothing speaks, nothing is proposed: a guess is worse than a
 * question.
 */
import type { LaneId } from '../ids.ts';
import { type Column, lanesOf } from '../lens.ts';
import { detectLanguage } from '../ours/detect.ts';
import type { LanguageCode } from '../ours/finding.ts';
import { languages } from '../ours/languages/languages.ts';
import { type Finder, finder } from '../ours/phrases.ts';
import { vocabulary } from '../ours/vocabulary.ts';
import { type Word, wordsOf } from '../ours/words.ts';
import { examples } from '../shelf/examples.ts';
import type { Template } from '../template.ts';
import { findThemes } from '../themes/findThemes.ts';
import { laneNames, nameMeant } from './laneNames.ts';
import { laneSigns } from './signs.ts';

export type Why =
  /** It stood under this name. `words`: those that told which of its lanes, none where it is the first. */
  | {
      readonly kind: 'under';
      readonly name: string;
      readonly lanes: number;
      readonly words: readonly string[];
    }
  /** These of its words, or of the name it stood under. */
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'nothing' };

export interface Proposal {
  readonly lane: LaneId | null;
  readonly why: Why;
}

export type Proposer = (line: { readonly text: string; readonly group: string | null }) => Proposal;

const weights = { sign: 3, theme: 1.5, title: 2, meaning: 1, prompt: 0.7, example: 0.7 } as const;
/** Less than this is chance: one common word of a question. */
const enough = 1.4;
/** Of a long note only so much is looked at (UTF-16 units), and so many words are told. */
const looked = 1_000;
const mostTold = 3;

const small = vocabulary(...Object.values(languages).map(({ marks }) => marks));
/** Said of any such role, so it speaks for no lane. */
const common = vocabulary(
  'team* engineer* work* role job new make* thing* people somebody one two three year* quarter* get keep* help* call* only bring* own want* use* need* every* good better',
);

/** What a word is compared by: its beginning, so that endings don't matter. */
function stem({ plain, kind }: Word): string | null {
  if (kind !== 'letters' || plain.length < 3 || small.has(plain) || common.has(plain)) return null;
  return plain.length <= 4 ? plain : plain.slice(0, 6).replace(/(?:es|s)$/, '');
}

interface Spoken {
  readonly score: number;
  /** Where the words begin, with the words. */
  readonly words: ReadonlyMap<number, string>;
}

const fits = (lane: LaneId, end: string): boolean => lane === end || lane.endsWith(end);

export function proposer(columns: readonly Column[], template: Template): Proposer {
  const lanes = lanesOf(columns);
  const names = laneNames(columns);
  const speaks = wordsOfLanes(columns, template);
  const signs = laneSigns.map((one) => ({
    ...one,
    ids: lanes.filter(({ id }) => one.lanes.some((end) => fits(id, end))).map(({ id }) => id),
  }));
  const finders = new Map<LanguageCode, Finder<number>>();
  const finderOf = (code: LanguageCode): Finder<number> => {
    const known = finders.get(code);
    if (known) return known;
    const made = finder(
      signs.map(({ words }, index) => [index, words[code]] as const),
      languages[code].classes,
    );
    finders.set(code, made);
    return made;
  };

  /** What speaks for each lane. */
  const listen = (given: string): ReadonlyMap<LaneId, Spoken> => {
    const text = given.slice(0, looked);
    const said = wordsOf(text);
    const found = new Map<LaneId, { score: number; words: Map<number, string> }>();
    const speak = (lane: LaneId, score: number, from: number, words: string): void => {
      const one = found.get(lane) ?? { score: 0, words: new Map<number, string>() };
      found.set(lane, one);
      one.score += score;
      if ((one.words.get(from)?.length ?? 0) < words.length) one.words.set(from, words);
    };
    const seen = new Set<string>();
    for (const { label, phrase, first, last } of finderOf(detectLanguage(said)).find(said)) {
      const { ids = [] } = signs[label] ?? {};
      const [from, to] = [said[first]?.from ?? 0, said[last]?.to ?? 0];
      if (seen.has(`${label}:${phrase}`)) continue;
      seen.add(`${label}:${phrase}`);
      for (const id of ids) speak(id, weights.sign, from, text.slice(from, to));
    }
    for (const [theme, quotes] of findThemes(text)) {
      const [quote] = quotes;
      const near = signs.filter(({ themes }) => themes.includes(theme)).flatMap(({ ids }) => ids);
      if (quote)
        for (const id of near) speak(id, weights.theme / Math.max(1, near.length), quote.from, quote.words);
    }
    const stems = new Set<string>();
    for (const word of said) {
      const form = stem(word);
      if (form === null || stems.has(form)) continue;
      stems.add(form);
      for (const [lane, score] of speaks.get(form) ?? [])
        speak(lane, score, word.from, text.slice(word.from, word.to));
    }
    return found;
  };

  /** In the order of the text, what lies within other words left out. */
  const told = (spoken: Spoken | undefined): readonly string[] => {
    let end = 0;
    const words = [...(spoken?.words ?? [])].toSorted(([a], [b]) => a - b);
    return words
      .filter(([from, said]) => {
        if (from < end) return false;
        end = from + said.length;
        return true;
      })
      .slice(0, mostTold)
      .map(([, said]) => said.replace(/\s+/g, ' '));
  };

  const loudest = (found: ReadonlyMap<LaneId, Spoken>, among: readonly LaneId[], least: number) => {
    let best: LaneId | null = null;
    for (const lane of among) {
      const score = found.get(lane)?.score ?? 0;
      if (score >= least && score > (best === null ? 0 : (found.get(best)?.score ?? 0))) best = lane;
    }
    return best;
  };
  const all = lanes.map(({ id }) => id);

  return ({ text, group }) => {
    const own = listen(text);
    const meant = group === null ? null : nameMeant(group, names);
    if (group !== null && meant) {
      const lane = loudest(own, meant.lanes, 0.01);
      const words = meant.lanes.length > 1 && lane !== null ? told(own.get(lane)) : [];
      return {
        lane: lane ?? meant.lanes[0] ?? null,
        why: { kind: 'under', name: group, lanes: meant.lanes.length, words },
      };
    }
    if (group !== null) {
      const heard = listen(group);
      const lane = loudest(heard, all, enough);
      if (lane !== null)
        return { lane, why: { kind: 'under', name: group, lanes: 1, words: told(heard.get(lane)) } };
    }
    const lane = loudest(own, all, enough);
    return lane === null
      ? { lane, why: { kind: 'nothing' } }
      : { lane, why: { kind: 'words', words: told(own.get(lane)) } };
  };
}

/** Each word of the lanes' own texts, with how much it speaks for which lane. */
function wordsOfLanes(
  columns: readonly Column[],
  template: Template,
): ReadonlyMap<string, ReadonlyMap<LaneId, number>> {
  const found = new Map<string, Map<LaneId, number>>();
  const learn = (lane: LaneId, text: string, weight: number): void => {
    for (const word of wordsOf(text)) {
      const form = stem(word);
      if (form === null) continue;
      const lanes = found.get(form) ?? new Map<LaneId, number>();
      found.set(form, lanes);
      lanes.set(lane, Math.max(weight, lanes.get(lane) ?? 0));
    }
  };
  for (const column of columns)
    for (const lane of column.lanes) {
      const responsibility = template.responsibilities.find(({ id }) => id === lane.responsibility);
      const pillar = template.pillars.find(({ id }) => id === lane.pillar);
      learn(lane.id, [column.title, lane.title].join('. '), weights.title);
      learn(lane.id, [responsibility?.meaning, pillar?.meaning].join('. '), weights.meaning);
      learn(lane.id, lane.prompt, weights.prompt);
      for (const example of examples)
        if (example.lane === lane.id) learn(lane.id, example.text, weights.example);
    }
  const count = columns.reduce((sum, { lanes }) => sum + lanes.length, 0);
  return new Map(
    [...found].flatMap(([form, lanes]) => {
      // What half of the lanes say speaks for none of them.
      if (lanes.size * 2 > count && count > 2) return [];
      return [
        [form, new Map([...lanes].map(([lane, weight]) => [lane, weight / Math.sqrt(lanes.size)]))] as const,
      ];
    }),
  );
}

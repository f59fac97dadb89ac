/** What the check says about one statement: plain values, nothing of where the statement lies or who wrote it. */

export type LanguageCode = 'en' | 'pt';

/** What the questions ask for. */
export type QuestionId = 'place' | 'lack' | 'whom' | 'change' | 'sign' | 'when' | 'use';

/** Why words fit any company. */
export type Rule =
  /** Years, degrees, skills: what somebody brings, not what they will do. */
  | 'requirement'
  /** Strategy, vision, direction, without saying of what. */
  | 'direction'
  /** Mentoring, raising the bar, without saying whom. */
  | 'growth'
  /** Driving, influencing, partnering: verbs that leave open what changes. */
  | 'influence'
  /** Stakeholders, cross-functional teams: people without a name. */
  | 'anybody'
  /** Scalable, best practices, excellence: praise that nobody would deny. */
  | 'praise'
  /** Our platform, complex systems: things that every company has. */
  | 'anywhere'
  /** Millions of users, 99.99 %: size, not change. */
  | 'size'
  /** Technologies known to everybody. */
  | 'technology'
  /** How a posting speaks to its readers. */
  | 'posting'
  /** No phrase that fits anywhere, but too little of one's own. */
  | 'nothing-own';

/** Words that make a statement somebody's own, and what they tell. */
export type Kind =
  /** A name in the team's own glossary. */
  | 'glossary'
  /** A name, or another word that job postings do not use. */
  | 'own-word'
  /** What does not work today. */
  | 'lack'
  | 'number'
  /** A number with a direction: from 9 to 3, under 200 ms. */
  | 'aim'
  /** How often, or a time that is not yet a deadline. */
  | 'time'
  | 'deadline'
  /** A team, a group or a person that one could go and ask. */
  | 'somebody'
  /** One thing that one can point at: the retry queue, a login screen. */
  | 'thing'
  /** A change that one can see happen: delete, hand over, agree in writing. */
  | 'deed'
  /** Until, so that, because: how one tells of a real case. */
  | 'reason'
  | 'first-person';

/** Words of the statement: `statement.slice(from, to) === words`. Offsets count UTF-16 units. */
export interface Quote {
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

export interface Trigger extends Quote {
  readonly rule: Rule;
  readonly question: QuestionId;
}

export interface Specific extends Quote {
  readonly kind: Kind;
}

export interface Finding {
  readonly language: LanguageCode;
  /** In the order of the text; empty where there is nothing to ask. */
  readonly triggers: readonly Trigger[];
  /** One to three, each once; empty exactly where there are no triggers. */
  readonly questions: readonly QuestionId[];
  /** What the statement already has of its own, asked about or not. */
  readonly specifics: readonly Specific[];
}

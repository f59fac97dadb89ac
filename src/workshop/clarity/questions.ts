/** What is worth asking before a problem is taken on: the questions that give a note its *why*. Data, in our own words. */

export const clarityIds = ['importance', 'depth', 'cause', 'parts', 'requirements'] as const;
export type ClarityId = (typeof clarityIds)[number];

export interface ClarityQuestion {
  readonly id: ClarityId;
  readonly question: string;
  /** What the answer is called where it is read. */
  readonly label: string;
}

export const clarityQuestions: readonly ClarityQuestion[] = [
  { id: 'importance', question: 'How much does it matter, and to whom?', label: 'Why it matters' },
  { id: 'depth', question: 'Given that, how deep is it worth going?', label: 'How deep' },
  { id: 'cause', question: 'What lies beneath it? Could we solve that instead?', label: 'What lies beneath' },
  { id: 'parts', question: 'Which parts of it can be thought about on their own?', label: 'Its parts' },
  { id: 'requirements', question: 'What must any answer do, without exception?', label: 'Any answer must' },
];

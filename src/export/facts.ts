/** The facts under title and team: who it is about, who takes part, who was asked. Empty ones are left out. */
import { cleanLine } from './cleanText.ts';
import { dayInWords } from './dates.ts';
import type { JobDescription } from './document.ts';
import * as say from './wording.ts';

export interface Fact {
  readonly name: string;
  readonly values: readonly string[];
}

export function factsOf(description: JobDescription): readonly Fact[] {
  const people = description.participants.map((one) => `${say.name(one.name)} (${say.roleOf(one)})`);
  const facts: Fact[] = [
    { name: 'Engineer', values: [cleanLine(description.engineer)] },
    { name: 'Taking part', values: people },
    { name: 'Asked for their view', values: description.reviewers.map(cleanLine) },
    { name: 'As of', values: [dayInWords(description.status.at, description.timeZone)] },
    ...(description.variant === 'annotated'
      ? [{ name: 'Agreement', values: [say.agreedOf(description.agreement)] }]
      : []),
  ];
  return facts
    .map(({ name, values }) => ({ name, values: values.filter((value) => value !== '') }))
    .filter(({ values }) => values.length > 0);
}

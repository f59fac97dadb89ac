/** From how high up a problem may be asked: the more senior, the more of it is still open. Data, in our own words. */

export const altitudeIds = ['staff', 'lead', 'senior'] as const;
export type AltitudeId = (typeof altitudeIds)[number];

export interface Altitude {
  readonly id: AltitudeId;
  readonly title: string;
  /** What such a question opens, and what it takes as given. */
  readonly meaning: string;
  /** Made up, to show the kind of question that is meant: never anybody's answer. */
  readonly example: string;
}

export const exampleProblem = 'e.g. The shop’s release slips every other week';

/** The highest first. */
export const altitudes: readonly Altitude[] = [
  {
    id: 'staff',
    title: 'Staff+',
    meaning: 'Is it the right problem, and what would we solve instead?',
    example: 'e.g. Why does one service decide when four teams can ship?',
  },
  {
    id: 'lead',
    title: 'Lead',
    meaning: 'The problem is given: how do we part it?',
    example: 'e.g. Which two of its modules must part first, so that three teams ship on their own?',
  },
  {
    id: 'senior',
    title: 'Senior',
    meaning: 'The part is given: how do I build it?',
    example: 'e.g. How do I take refunds out behind a switch, and which test tells me that nothing broke?',
  },
];

export function altitudeOf(id: AltitudeId): Altitude {
  const found = altitudes.find((one) => one.id === id);
  if (!found) throw new Error(`No altitude is called ${id}`);
  return found;
}

/** How many steps lie between two. */
export const stepsBetween = (a: AltitudeId, b: AltitudeId): number =>
  Math.abs(altitudeIds.indexOf(a) - altitudeIds.indexOf(b));

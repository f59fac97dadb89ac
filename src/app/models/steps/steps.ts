/** What can be done in a sheet besides writing and talking about notes. Each has a screen of its own, opened from where it is of use. */
export const stepTitles = {
  place: 'Where the role stands',
  'why-now': 'Why this role now',
  altitude: 'One problem, three altitudes',
  shelf: 'Examples to start from',
  'bring-in': 'Bring in what you have',
  'word-back': 'Bring a Word document back',
  themes: 'What the sheet touches',
  ours: 'Make it ours',
  drafts: 'Write unseen first',
  lens: 'Lay it out differently',
} as const;

export type StepId = keyof typeof stepTitles;

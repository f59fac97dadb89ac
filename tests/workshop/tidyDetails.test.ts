import { expect, test } from 'vitest';
import { tidyDetails } from '../../src/workshop/tidyDetails.ts';
import { details } from '../support/sheets.ts';

test('details that fit stay as they are', () => {
  expect(tidyDetails(details)).toEqual(details);
});

test('details lose line breaks, spaces around them and what is too long, but never half an emoji', () => {
  const untidy = {
    ...details,
    title: `  Staff\n  Engineer ${'🧭'.repeat(200)}`,
    team: ' Credit\tlimits ',
    level: 'L'.repeat(100),
    engineer: '',
    reviewers: [' ', 'Max Manager ', ...Array.from({ length: 20 }, (_, index) => `Peer ${index}`)],
  };
  expect(tidyDetails(untidy)).toEqual({
    ...details,
    title: `Staff Engineer ${'🧭'.repeat(105)}`,
    team: 'Credit limits',
    level: 'L'.repeat(40),
    engineer: '',
    reviewers: ['Max Manager', 'Peer 0', 'Peer 1', 'Peer 2', 'Peer 3', 'Peer 4', 'Peer 5', 'Peer 6'],
  });
});

/** Made from first-staff-role.yaml by `npm run templates`; change that file. */
import type { Template } from '../template.ts';

export const firstStaffRole = {
  version: 1,
  id: 'first-staff-role',
  title: 'Do we need a Staff+ role?',
  summary:
    'For a team that has no Staff+ role yet: why you would want one, what it would own, and how to try it.',
  source: {
    title: 'What is your job description? (Data Science Leadership)',
    url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
  },
  pillars: [
    {
      id: 'why',
      title: 'Why we would want one',
      meaning:
        'What stays undone, or is done twice, because nobody has the time, the view or the standing for it.',
      colour: 'light_blue',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'own',
      title: 'What it would own',
      meaning: 'What would be theirs to decide and to answer for, and what stays with whoever has it today.',
      colour: 'light_pink',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'try',
      title: 'How we would try it',
      meaning: 'A first half-year that is small enough to try, and how we would know.',
      colour: 'light_green',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
  ],
  responsibilities: [
    {
      id: 'stuck-decisions',
      title: 'Decisions that get stuck',
      meaning: 'Technical questions that come back to the table because nobody settles them.',
      prompts: {
        why: 'Which technical decision has been on the table more than twice? Who waited for it, and what did that cost?',
        own: 'Which of these would be theirs to settle, and whom must they hear first?',
      },
      pillars: ['why', 'own'],
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'between-teams',
      title: 'Work between teams',
      meaning: 'What two teams need and neither plans.',
      prompts: {
        why: 'Which work between us and another team is nobody’s? What happened when it was last left lying?',
        own: 'Which part of it would this role take on, and which part stays with the teams?',
      },
      pillars: ['why', 'own'],
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'way-on',
      title: 'A way on for engineers',
      meaning: 'Growing without having to manage people.',
      prompts: {
        why: 'Who here has outgrown their work and does not want to manage people? What would they leave us for?',
      },
      pillars: ['why'],
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'standing',
      title: 'Standing',
      meaning: 'Where their word has to count for the role to work.',
      prompts: {
        own: 'In which plans and meetings would their word count, and who would have to make room for it?',
      },
      pillars: ['own'],
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'first-half-year',
      title: 'First half-year',
      meaning: 'One thing to move, and a way to tell.',
      prompts: {
        try: 'What is the one thing that should have moved after six months? What would make us stop before?',
      },
      pillars: ['try'],
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'who-instead',
      title: 'Who, and instead of what',
      meaning: 'Nobody has a half-year to spare; somebody has to take over what they leave.',
      prompts: { try: 'Who could try it, and who takes over what they do today? Name both.' },
      pillars: ['try'],
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
  ],
  sides: [
    {
      id: 'one-sentence',
      title: 'In one sentence',
      prompt: 'How would you explain this role to another team that has never had one?',
      place: 'top',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'instead',
      title: 'What else would do',
      prompt: 'What could a lead, a manager or a better habit do instead, and why has it not happened?',
      place: 'top',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'not-theirs',
      title: 'What is not theirs',
      prompt: 'What would people wrongly bring to this role, and where should it go?',
      place: 'side',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'needs',
      title: 'What it would need',
      prompt: 'Which decision, budget or protected time, from whom, and by when?',
      place: 'side',
      asks: 'manager',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
  ],
} as unknown as Template; // checked when it was made

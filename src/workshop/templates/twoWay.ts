/** Made from two-way.yaml by `npm run templates`; change that file. */
import type { Template } from '../template.ts';

export const twoWay = {
  version: 1,
  id: 'two-way',
  title: 'What we expect of each other',
  summary:
    'For any level: what your manager expects of you, what you expect of them, and how much of it is fixed.',
  source: {
    title: 'What is your job description? (Data Science Leadership)',
    url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
  },
  pillars: [
    {
      id: 'of-me',
      title: 'What is expected of me',
      meaning: 'What I answer for, why it matters, and how I go about it.',
      colour: 'light_blue',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'of-my-manager',
      title: 'What I expect of my manager',
      meaning: 'What I can count on, so that I can do my part.',
      colour: 'light_green',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'fixed',
      title: 'What is fixed, what is open',
      meaning:
        'The higher the level, the less is given. For a Senior the how is open; for Staff+ the what and the why are, too.',
      colour: 'light_pink',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
  ],
  responsibilities: [
    {
      id: 'what',
      title: 'What',
      meaning: 'The outcome.',
      prompts: {
        'of-me': 'Which outcome of the next half-year is mine to answer for, and who would miss it first?',
        fixed: 'Which goals are given to me, and which do I bring myself? Take the last two.',
      },
      pillars: ['of-me', 'fixed'],
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'why',
      title: 'Why',
      meaning: 'What it is for, and what it is weighed against.',
      prompts: {
        'of-me': 'For whom does it matter, and what should I let go when not everything fits?',
        fixed: 'When two aims collide, who says which one counts? When did I last have a say in that?',
      },
      pillars: ['of-me', 'fixed'],
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'how',
      title: 'How',
      meaning: 'The way there.',
      prompts: {
        'of-me':
          'Which way of working is expected of me, in reviews, on call, with other teams? What would go too far?',
        fixed: 'Where is the way given, by tools, process or architecture, and where is it mine to find?',
      },
      pillars: ['of-me', 'fixed'],
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'decisions',
      title: 'Decisions and backing',
      meaning: 'Answers in time, and somebody who stands behind them.',
      prompts: {
        'of-my-manager':
          'Which decision of theirs do I wait for most, how fast do I need it, and what do I do until then?',
      },
      pillars: ['of-my-manager'],
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'feedback',
      title: 'Feedback and growth',
      meaning: 'Knowing where I stand before it is written down.',
      prompts: {
        'of-my-manager': 'About what do I want to hear the truth early, how often, and in which form?',
      },
      pillars: ['of-my-manager'],
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'time',
      title: 'Time and priorities',
      meaning: 'Room for what was agreed.',
      prompts: {
        'of-my-manager':
          'What keeps me from my work that they could keep away, and what would I do with the time?',
      },
      pillars: ['of-my-manager'],
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
  ],
  sides: [
    {
      id: 'level',
      title: 'Which level this is about',
      prompt: 'Which level are we talking about, and what does our ladder leave open there?',
      place: 'top',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'one-thing',
      title: 'If only one thing',
      prompt: 'Which single expectation would disappoint us most if it were not met?',
      place: 'top',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'not-expected',
      title: 'What is not expected',
      prompt: 'What do I do today that nobody needs from me any more?',
      place: 'side',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'look-again',
      title: 'When we look again',
      prompt: 'When do we come back to this, and what would make us come back earlier?',
      place: 'side',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
  ],
} as unknown as Template; // checked when it was made

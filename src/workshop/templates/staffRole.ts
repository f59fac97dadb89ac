/** Made from staff-role.yaml by `npm run templates`; change that file. */
import type { Template } from '../template.ts';

export const staffRole = {
  version: 1,
  id: 'staff-role',
  title: 'Staff role in our team',
  summary: 'Write down what a Staff+ role means in your own team, then agree on it with your manager.',
  source: {
    title: 'What is your job description? (Data Science Leadership)',
    url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
  },
  pillars: [
    {
      id: 'big-picture',
      title: 'Big-picture thinking',
      meaning: 'Seeing past this quarter: where our systems and our field go, and what that asks of us.',
      colour: 'light_blue',
      source: {
        title: 'Tanya Reilly, The Staff Engineer’s Path (O’Reilly, 2022)',
        url: 'https://www.oreilly.com/library/view/the-staff-engineers/9781098118723/',
      },
    },
    {
      id: 'execution',
      title: 'Execution',
      meaning: 'Getting the unclear, tangled work done, when the hard part is rarely the code alone.',
      colour: 'light_pink',
      source: {
        title: 'Tanya Reilly, The Staff Engineer’s Path (O’Reilly, 2022)',
        url: 'https://www.oreilly.com/library/view/the-staff-engineers/9781098118723/',
      },
    },
    {
      id: 'leveling-up',
      title: 'Leveling up',
      meaning: 'Making the people around me better at the craft, by what I teach and by how I work.',
      colour: 'light_green',
      source: {
        title: 'Tanya Reilly, The Staff Engineer’s Path (O’Reilly, 2022)',
        url: 'https://www.oreilly.com/library/view/the-staff-engineers/9781098118723/',
      },
    },
  ],
  responsibilities: [
    {
      id: 'technical-direction',
      title: 'Technical direction',
      meaning: 'Saying where a part of our technology should go, and keeping that answer fresh.',
      prompts: {
        'big-picture':
          'Which of our systems lacks direction most? Who is stuck because of it, and what would they decide faster with one?',
      },
      stretchPrompts: {
        'big-picture':
          'Which of our systems lacks direction most? Where would you take it, and what would you need to learn to be followed?',
      },
      source: {
        title: 'Will Larson, Staff Engineer: Leadership beyond the management track (2021)',
        url: 'https://staffeng.com',
      },
      pillars: ['big-picture'],
    },
    {
      id: 'engineering-perspective',
      title: 'Engineering perspective',
      meaning: 'Bringing what we know about our systems to the tables where plans are made.',
      prompts: {
        'big-picture':
          'In which meeting or plan is our view missing today? What would come out differently if it were there?',
      },
      stretchPrompts: {
        'big-picture':
          'In which meeting or plan is our view missing today? What would you bring to it, and who could take you along?',
      },
      source: {
        title: 'Will Larson, Staff Engineer: Leadership beyond the management track (2021)',
        url: 'https://staffeng.com',
      },
      pillars: ['big-picture'],
    },
    {
      id: 'exploration',
      title: 'Exploration',
      meaning: 'Trying out a way forward where nobody knows yet what will work.',
      prompts: {
        execution:
          'Which bet of ours is too unclear to plan? What should we know by when, and which result would make us stop?',
      },
      stretchPrompts: {
        execution:
          'Which bet of ours is too unclear to plan? What would you try first, and which result would make you stop?',
      },
      source: {
        title: 'Will Larson, Staff Engineer: Leadership beyond the management track (2021)',
        url: 'https://staffeng.com',
      },
      pillars: ['execution'],
    },
    {
      id: 'being-glue',
      title: 'Being glue',
      meaning: 'The work between the tickets that nobody is asked to do and that decides whether we ship.',
      prompts: {
        execution:
          'Which piece of work keeps falling between two teams? What do I do about it, and what ships sooner?',
        'leveling-up':
          'Which glue work should somebody else learn to do? Who, on what occasion, and how do they get credit?',
      },
      stretchPrompts: {
        execution:
          'Which piece of work keeps falling between two teams? What would you do about it, and what would ship sooner?',
        'leveling-up':
          'Which glue work would you pass on so that others grow by it? To whom, on what occasion, and how would they get credit?',
      },
      source: { title: 'Tanya Reilly, Being Glue', url: 'https://www.noidea.dog/glue' },
      pillars: ['execution', 'leveling-up'],
    },
    {
      id: 'mentorship-and-sponsorship',
      title: 'Mentorship and sponsorship',
      meaning: 'Growing the people who will carry the direction on, and opening doors for them.',
      prompts: {
        'leveling-up':
          'Who here could own something bigger within a year? What do I hand over to them, and how will we see that it worked?',
      },
      stretchPrompts: {
        'leveling-up':
          'Who here could own something bigger within a year? What would you hand over to them, and how would we see that it worked?',
      },
      source: {
        title: 'Will Larson, Staff Engineer: Leadership beyond the management track (2021)',
        url: 'https://staffeng.com',
      },
      pillars: ['leveling-up'],
    },
  ],
  sides: [
    {
      id: 'one-job',
      title: 'The one job',
      prompt: 'If only one thing came of this role in a year, what should it be?',
      stretchPrompt: 'If you had this role for a year and only one thing came of it, what would it be?',
      place: 'top',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'why-now',
      title: 'Why this role now',
      prompt: 'Old decisions that hold us back, a new bet, or a system we cannot afford to get wrong?',
      place: 'top',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'not-doing',
      title: 'What I will not do',
      prompt: 'What do I stop doing or hand over, and to whom, so that the rest fits?',
      stretchPrompt: 'What would you stop doing or hand over, and to whom, to make room for the stretch?',
      place: 'side',
      source: {
        title: 'What is your job description? (Data Science Leadership)',
        url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
      },
    },
    {
      id: 'needs',
      title: 'What I need from my manager',
      prompt: 'Which decision, door or protected time do I need, and by when?',
      stretchPrompt: 'Which occasion, door or protected time would you need to grow into this, and by when?',
      place: 'side',
      asks: 'manager',
      source: { title: 'Data Science Leadership', url: 'https://datascienceleadership.com' },
    },
  ],
} as unknown as Template; // checked when it was made

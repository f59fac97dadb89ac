/** A sheet in the middle of its talk, as a document: realistic enough to be looked at as pages. All people are made up. */
import type { StanceValue } from '../../src/annotations/desk.ts';
import { chapters } from '../../src/export/choice.ts';
import type {
  GivenSignature,
  JobDescription,
  Note,
  OpenPoint,
  PastRound,
  Person,
  SideSection,
  TakenStance,
  Thread,
} from '../../src/export/document.ts';

let lastId = 3458764500000000000n;

export function note(text: string, more: Partial<Note> = {}): Note {
  lastId += 1n;
  return {
    id: `${lastId}`,
    text,
    details: [],
    state: 'open',
    stances: [],
    threads: [],
    changedBy: '',
    changedAt: '',
    ...more,
  };
}

export const erin: Person = { name: 'Erin Example', role: 'engineer', confirmed: true };
export const max: Person = { name: 'Max Example', role: 'manager', confirmed: true };
export const pia: Person = { name: 'Pia Example', role: 'peer', confirmed: false };

export const stance = (
  who: Person,
  value: StanceValue,
  reason = '',
  more: Partial<TakenStance> = {},
): TakenStance => ({ who, value, reason, earlierText: false, ...more });

export const remark = (who: Person, text: string, more: Partial<Thread> = {}): Thread => ({
  id: `remark ${text}`,
  who,
  at: '2026-11-19T10:12:00Z',
  text,
  wording: null,
  proposes: false,
  resolved: false,
  verdict: null,
  reason: '',
  countered: false,
  answers: [],
  ...more,
});

const both = (reason = ''): TakenStance[] => [stance(erin, 'agree'), stance(max, 'agree', reason)];

export const signature = (who: Person, more: Partial<GivenSignature> = {}): GivenSignature => ({
  who,
  at: '2026-11-16T17:00:00Z',
  trust: 'known device',
  ...more,
});

export const round = (number: number, more: Partial<PastRound> = {}): PastRound => ({
  title: `Round ${number}`,
  number,
  hash: `${number}`.repeat(64),
  at: '2026-11-02T09:00:00Z',
  by: ['Erin Example'],
  note: '',
  agreement: { notes: 0, agreed: 0 },
  signatures: [],
  signed: false,
  waitingFor: [],
  ...more,
});

/** A place at the top or the side. */
export const place = (title: string, notes: readonly Note[], prompt = ''): SideSection => ({
  id: `side/${title}`,
  title,
  prompt,
  notes,
});

export const emptyDescription: JobDescription = {
  sheet: 'sheet-1',
  variant: 'annotated',
  chapters,
  title: '',
  team: '',
  level: '',
  engineer: '',
  participants: [],
  reviewers: [],
  status: { kind: 'draft', at: '2026-11-23T09:00:00Z' },
  timeZone: 'UTC',
  tops: [],
  around: [],
  pillars: [],
  sides: [],
  agreement: { notes: 0, agreed: 0 },
  agreementAround: { notes: 0, agreed: 0 },
  empty: [],
  open: [],
  rounds: [],
  unplaced: [],
  gone: [],
  sources: [],
  unknown: 0,
};

const whole: JobDescription = {
  ...emptyDescription,
  title: 'Staff Machine Learning Engineer',
  team: 'Credit',
  level: 'Staff (L6)',
  engineer: 'Erin Example',
  participants: [erin, max, pia],
  reviewers: ['Max Example', 'Noor Example'],
  tops: [
    {
      id: 'the-one-job',
      title: 'The one job',
      prompt: 'If this role did only one thing this year, what would it be?',
      notes: [
        note('Make every credit-limit decision explainable and correctable within a day, not a quarter.', {
          state: 'agreed',
          stances: both(),
        }),
      ],
    },
    {
      id: 'why-this-role-why-now',
      title: 'Why this role, why now',
      prompt: 'What makes this team need someone at this level at this moment?',
      notes: [
        note(
          'Five years of models trained on their own decisions have narrowed whom we lend to. Nobody owns the way out.',
          {
            state: 'change-proposed',
            stances: [stance(erin, 'agree'), stance(max, 'agree-if', 'we say which two models first')],
          },
        ),
      ],
    },
  ],
  pillars: [
    {
      id: 'big-picture-thinking',
      title: 'Big-picture thinking',
      meaning:
        'Seeing past the current quarter: where the domain and the company are heading, and what follows for us.',
      colour: 'light_blue',
      agreement: { notes: 3, agreed: 1 },
      responsibilities: [
        {
          id: 'big-picture-thinking/technical-direction',
          title: 'Technical direction',
          meaning: 'Keep a clear picture of where we want to be, and the few rules that lead there.',
          prompt: 'Which part of your system lacks direction most?',
          notes: [
            note(
              'Cut the nightly backfill of the limit models from 9 hours to 2 by June, so that a bad feature is fixed the same day.',
              {
                state: 'change-proposed',
                stances: [
                  stance(erin, 'agree'),
                  stance(max, 'agree-if', 'the platform team signs up for the storage change'),
                ],
                threads: [
                  remark(
                    max,
                    'Two hours is a number I would have to defend in front of finance. Where does it come from?',
                    {
                      answers: [
                        remark(
                          erin,
                          'The risk desk closes at 11:00 and reads the report at 08:30. Two hours leaves one retry.',
                          {
                            at: '2026-11-20T08:40:00Z',
                          },
                        ),
                        remark(max, 'Good. Please put that in the note.', { at: '2026-11-20T09:05:00Z' }),
                      ],
                    },
                  ),
                  remark(max, '', {
                    at: '2026-11-20T09:07:00Z',
                    proposes: true,
                    wording:
                      'Bring the nightly backfill from 9 hours to 2 by June, so that the risk desk can still rerun it before 11:00.',
                  }),
                ],
              },
            ),
            note('Decide by March which of the three feature stores we keep; write down why.', {
              state: 'agreed',
              stances: both('long overdue'),
            }),
          ],
        },
        {
          id: 'big-picture-thinking/engineering-perspective',
          title: 'Engineering perspective',
          meaning: 'Bring what engineers know into the rooms where others decide.',
          prompt: 'In which room is a decision made without an engineer?',
          notes: [
            note(
              'Sit in the monthly credit committee.\nNot to present: to say early what a policy change does to the models.',
              {
                state: 'disputed',
                stances: [
                  stance(erin, 'agree'),
                  stance(max, 'disagree', 'I would rather take it there myself until summer'),
                ],
              },
            ),
          ],
        },
      ],
    },
    {
      id: 'execution',
      title: 'Execution',
      meaning: 'Carrying through work that is large, unclear, and only partly technical.',
      colour: 'light_yellow',
      agreement: { notes: 2, agreed: 0 },
      responsibilities: [
        {
          id: 'execution/exploration',
          title: 'Exploration',
          meaning: 'Try what nobody has been able to plan yet, and say when to stop.',
          prompt:
            'Which open question would change your plans most, and what is the cheapest way to find out?',
          notes: [],
        },
        {
          id: 'execution/being-glue',
          title: 'Being glue',
          meaning: 'Do the unglamorous work between people that lets the rest happen.',
          prompt: 'What falls between two teams again and again?',
          notes: [
            note(
              'Own the hand-over between data engineering and us: one page, one weekly half hour, until nobody needs it.',
              {
                state: 'changed',
                stances: [
                  stance(erin, 'agree'),
                  stance(max, 'agree', 'as first written', { earlierText: true }),
                ],
              },
            ),
            note('לכתוב דף אחד על הממשק מול צוות הפלטפורמה, כולל SLA ברור 🙂', {
              stances: [stance(pia, 'not-sure')],
            }),
          ],
        },
      ],
    },
    {
      id: 'leveling-up',
      title: 'Leveling up',
      meaning: 'Raising the level at which this craft is practised around you.',
      colour: 'light_green',
      agreement: { notes: 1, agreed: 1 },
      responsibilities: [
        {
          id: 'leveling-up/mentorship-and-sponsorship',
          title: 'Mentorship and sponsorship',
          meaning: 'Help people grow, and put your name behind them when it counts.',
          prompt: 'Who should be able to do what, a year from now, without you?',
          notes: [
            note(
              'By the end of the year two others can take a model from idea to committee without me in the room.',
              {
                state: 'agreed',
                stances: both(),
              },
            ),
          ],
        },
        {
          id: 'leveling-up/being-glue',
          title: 'Being glue',
          meaning: 'Do the unglamorous work between people that lets the rest happen.',
          prompt: 'What do you quietly do that others should learn to do?',
          notes: [],
        },
      ],
    },
  ],
  sides: [
    {
      id: 'what-i-will-not-do',
      title: 'What I will not do',
      prompt: 'What do you stop doing to have room for this?',
      notes: [
        note('On-call for the scoring service after April.', {
          state: 'change-proposed',
          stances: [stance(max, 'agree-if', 'two others are trained')],
        }),
      ],
    },
    {
      id: 'what-i-need-from-my-manager',
      title: 'What I need from my manager',
      prompt: 'What only your manager can give.',
      notes: [note('A seat at the planning table of the platform team, from January.')],
    },
  ],
  agreement: { notes: 10, agreed: 3 },
  agreementAround: { notes: 4, agreed: 1 },
  empty: ['Execution › Exploration', 'Leveling up › Being glue'],
  rounds: [
    round(1, { note: 'After the planning week', agreement: { notes: 8, agreed: 1 } }),
    round(2, {
      at: '2026-11-16T16:30:00Z',
      agreement: { notes: 9, agreed: 3 },
      signatures: [signature(erin), signature(max, { at: '2026-11-17T08:02:00Z', trust: 'new device' })],
      signed: true,
    }),
  ],
  unplaced: [
    { ...note('Write the yearly plan'), between: ['Execution › Exploration', 'Execution › Being glue'] },
    { ...note('Talk to the data office'), between: [] },
  ],
  gone: [
    {
      ...note('Rewrite the scoring service in Rust', {
        state: null,
        threads: [
          remark(max, 'Let us talk about the goal before the language.', {
            verdict: 'resolved',
            resolved: true,
          }),
        ],
      }),
      because: [{ who: erin, reason: 'the platform team does it' }],
    },
  ],
  sources: [
    {
      title: 'What is your job description?',
      url: 'https://datascienceleadership.com/docs/technical-leadership/staff-job-description',
    },
    {
      title: 'Tanya Reilly, The Staff Engineer’s Path',
      url: 'https://www.oreilly.com/library/view/the-staff-engineers/9781098118723/',
    },
    { title: 'Will Larson, Staff Engineer', url: 'https://staffeng.com/book' },
  ],
};

const points: readonly OpenPoint[] = [
  ...whole.tops.map(({ title, notes }) => ({ place: title, notes })),
  ...whole.pillars.flatMap((pillar) =>
    pillar.responsibilities.map(({ title, notes }) => ({ place: `${pillar.title} › ${title}`, notes })),
  ),
  ...whole.sides.map(({ title, notes }) => ({ place: title, notes })),
].flatMap(({ place: title, notes }) =>
  notes.flatMap((one) => (one.state === 'agreed' ? [] : [{ place: title, note: one }])),
);

export const example: JobDescription = { ...whole, open: points };

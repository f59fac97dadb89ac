import { describe, expect, test } from 'vitest';
import { check } from '../../../src/workshop/ours/check.ts';
import type { Finding } from '../../../src/workshop/ours/finding.ts';

const told = ({ triggers, questions }: Finding) => ({
  triggers: triggers.map(({ words, rule }) => `${rule}: ${words}`),
  questions,
});

const kinds = (statement: string) => check(statement).specifics.map(({ kind, words }) => `${kind}: ${words}`);
const asks = (statement: string, glossary: readonly string[] = []) =>
  check(statement, { glossary }).questions.length > 0;

describe('what fits any company draws a question', () => {
  test('it says which words made it ask, where they are, by which rule, and which question follows', () => {
    expect(check('Set the technical direction')).toEqual({
      language: 'en',
      triggers: [
        { words: 'Set the technical direction', from: 0, to: 27, rule: 'direction', question: 'lack' },
      ],
      questions: ['lack'],
      specifics: [],
    });
  });

  test('each rule leads to its own question', () => {
    expect(
      [
        '8+ years of experience with Java',
        'Technical vision',
        'Mentor engineers',
        'Championing',
        'Stakeholders',
        'World class',
        'Our platform',
        'Millions of users',
        'Kubernetes',
        'You will',
        'Tidy up a bit',
      ].map((statement) => {
        const [first] = check(statement).triggers;
        return `${first?.rule} → ${first?.question}`;
      }),
    ).toEqual([
      'requirement → use',
      'direction → lack',
      'growth → whom',
      'influence → change',
      'anybody → whom',
      'praise → sign',
      'anywhere → place',
      'size → change',
      'technology → place',
      'posting → change',
      'nothing-own → place',
    ]);
  });

  test('at most three questions are asked, each once', () => {
    const { questions, triggers } = check(
      'Drive strategy, influence stakeholders, mentor engineers and ensure scalable, robust, world-class solutions',
    );
    expect(triggers.length).toBeGreaterThan(5);
    expect(questions).toEqual(['change', 'lack', 'whom']);
  });

  test('a question that the statement answers itself is not asked', () => {
    expect(check('Mentor engineers').questions).toEqual(['whom']);
    expect(told(check('Raise the quality bar by June'))).toEqual({
      triggers: ['growth: Raise the quality bar'],
      questions: ['whom'],
    });
    expect(check('Set a vision and a strategy for the roadmap by June').questions).not.toContain('when');
  });

  test('technologies that everybody knows do not make a statement ours', () => {
    expect(asks('Experience with Kubernetes, Terraform and AWS')).toBe(true);
    expect(asks('Kafka, Flink and Spark')).toBe(true);
  });

  test('numbers about the candidate, the size or the schedule of a job are no aims', () => {
    for (const statement of [
      '10+ years of experience, 3 of them leading teams of 8 or more engineers',
      'Serve 300 million users with 99.99% availability, 24/7',
      'Up to 20% travel, hybrid, three days a week in our London office',
      'Spend 50% of your time coding',
    ])
      expect([statement, asks(statement)]).toEqual([statement, true]);
  });

  test('one kind of words of its own does not make a case', () => {
    expect(asks('Zebra quokka axolotl')).toBe(true);
    expect(asks('By June')).toBe(true);
  });
});

describe('what a team wrote for itself draws none', () => {
  test.each([
    'the nightly billing job fails twice a week; halve that by June',
    'Kill the cron box',
    'pair with Dana on the pricing engine until she runs a release alone',
    'Checkout p95 from 900 ms to 300 ms',
    'Nobody owns the retry queue; I do from now on',
    'Use Kafka for the invoice feed so that Finance stops retyping it',
    'o job de cobrança falha toda segunda; zero falhas até julho',
    'desligar o servidor antigo de relatórios, só três lojas ainda usam',
  ])('%s', (statement) => {
    expect(told(check(statement))).toEqual({ triggers: [], questions: [] });
  });

  test.each([
    ['a deed that begins the note', 'Replace the cron that copies prices between regions'],
    ['a change that one can see', 'one place to look when a parcel event is missing'],
    ['a thing one can point at', 'bots stay out of the ranked queue'],
    ['many unusual words and none of a posting’s', 'Largar os tablets antigos junto com os gerentes de loja'],
  ])('also without numbers, dates and names, by %s', (_, statement) => {
    expect(told(check(statement))).toEqual({ triggers: [], questions: [] });
  });

  test('a deed with nothing of one’s own beside it still asks', () => {
    for (const statement of ['Take initiative', 'Bring new ideas to the table', 'Put the customer first'])
      expect([statement, asks(statement)]).toEqual([statement, true]);
  });

  test('it tells what the statement has of its own', () => {
    expect(kinds('the nightly billing job fails twice a week; halve that by June')).toEqual([
      'thing: the nightly billing job',
      'time: nightly',
      'own-word: billing',
      'lack: fails',
      'aim: twice a week',
      'aim: halve',
      'deadline: by June',
    ]);
  });

  test('everyday words of our trade beside a real case do not spoil it', () => {
    expect(
      asks('Drive the ledger migration: the Recife squad waits two weeks per release, two days by Q3'),
    ).toBe(false);
  });
});

describe('the glossary', () => {
  const statement = 'Improve the reliability of Core Platform for the people who wait for it';

  test('a name of the team’s own answers which place is meant, in any case and spacing', () => {
    expect(asks(statement)).toBe(true);
    expect(asks(statement, ['core  platform'])).toBe(false);
    expect(check('Improve Núcleo', { glossary: ['NUCLEO'] }).specifics).toEqual([
      { words: 'Núcleo', from: 8, to: 14, kind: 'glossary' },
    ]);
  });

  test('a name that is also a technology or a stock phrase is no reason to ask any more', () => {
    expect(told(check('Our platform', { glossary: ['Platform'] })).triggers).toEqual([]);
  });

  test('a name alone does not make a case', () => {
    expect(check('Drive the strategy of Atlas', { glossary: ['Atlas'] }).questions).toEqual([
      'change',
      'lack',
    ]);
  });

  test('empty names are passed over', () => {
    expect(check('Mentor engineers', { glossary: ['', '  ', '…'] })).toEqual(check('Mentor engineers'));
  });
});

describe('what makes no difference', () => {
  const statement = 'Drive technical excellence across teams';
  test.each([
    'drive technical excellence across teams',
    'DRIVE TECHNICAL EXCELLENCE ACROSS TEAMS',
    '  Drive  technical\nexcellence across teams. ',
    '- Drive technical excellence across teams;',
    '• Drive technical excellence across teams',
    '3. Drive technical excellence across teams',
  ])('%j', (variant) => {
    const plain = (finding: Finding) => finding.triggers.map(({ rule, question }) => ({ rule, question }));
    expect(plain(check(variant))).toEqual(plain(check(statement)));
    expect(check(variant).questions).toEqual(check(statement).questions);
  });

  test('accents may be there or not', () => {
    expect(check('Definir a direcao tecnica').questions).toEqual(
      check('Definir a direção técnica').questions,
    );
  });

  test('nothing is asked where nothing is written', () => {
    for (const empty of ['', '  \n', '…', '🎉'])
      expect(check(empty)).toEqual({ language: 'en', triggers: [], questions: [], specifics: [] });
  });
});

describe('the language', () => {
  test('is told by the words of each statement', () => {
    expect(
      [
        'Mentor engineers',
        'Mentorar pessoas engenheiras',
        'Inglês fluente',
        'Kubernetes',
        'matar a máquina de cron',
      ].map((statement) => check(statement).language),
    ).toEqual(['en', 'pt', 'pt', 'en', 'pt']);
  });

  test('can be given instead', () => {
    expect(check('Kubernetes', { language: 'pt' }).language).toBe('pt');
  });
});

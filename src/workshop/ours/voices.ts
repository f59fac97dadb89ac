/** How the check speaks, by language: short questions to the writer, and why some words made it ask. */
import type { LanguageCode } from './finding.ts';
import type { Voice } from './language.ts';

const english: Voice = {
  questions: {
    place: 'Which of your systems or teams is this about?',
    lack: 'What is missing or not working there today?',
    whom: 'Who, by name or role, is it for?',
    change: 'What will be different once you have done it?',
    sign: 'How would you both see that it worked?',
    when: 'By when, or how often?',
    use: 'That is something you bring. What do you want to use it for here?',
  },
  short: {
    place: 'which system or team?',
    lack: 'what is missing today?',
    whom: 'for whom?',
    change: 'what will be different?',
    sign: 'how would you see it?',
    when: 'by when?',
    use: 'what for, here?',
  },
  words: 'words that',
  rules: {
    requirement: 'say what somebody brings, not what they will do here',
    direction: 'leave open which direction is missing',
    growth: 'leave open who is to grow, and in what',
    influence: 'leave open what changes',
    anybody: 'name nobody in particular',
    praise: 'are wished for everywhere',
    anywhere: 'could be in any company',
    size: 'tell how big it is, not what is to change',
    technology: 'are known everywhere, so they do not say where',
    posting: 'sound like a job posting',
    'nothing-own': 'tell too little of your own case',
  },
};

const portuguese: Voice = {
  questions: {
    place: 'De qual sistema ou time seu se trata?',
    lack: 'O que falta ou não funciona ali hoje?',
    whom: 'Para quem é: qual pessoa, qual papel?',
    change: 'O que vai estar diferente quando estiver feito?',
    sign: 'Como vocês dois veriam que deu certo?',
    when: 'Até quando, ou com que frequência?',
    use: 'Isso é algo que você traz. Para que quer usá-lo aqui?',
  },
  short: {
    place: 'qual sistema ou time?',
    lack: 'o que falta hoje?',
    whom: 'para quem?',
    change: 'o que vai mudar?',
    sign: 'como veriam?',
    when: 'até quando?',
    use: 'para quê, aqui?',
  },
  words: 'palavras que',
  rules: {
    requirement: 'dizem o que alguém traz, não o que vai fazer aqui',
    direction: 'não dizem que direção está faltando',
    growth: 'não dizem quem vai crescer, nem em quê',
    influence: 'não dizem o que muda',
    anybody: 'não falam de ninguém em particular',
    praise: 'são o desejo de qualquer lugar',
    anywhere: 'caberiam em qualquer empresa',
    size: 'contam o tamanho, não o que deve mudar',
    technology: 'são conhecidas em todo lugar, então não dizem onde',
    posting: 'soam como um anúncio de vaga',
    'nothing-own': 'contam pouco do seu próprio caso',
  },
};

export const voices: Readonly<Record<LanguageCode, Voice>> = { en: english, pt: portuguese };

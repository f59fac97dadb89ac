/**
 * Words by which a line belongs to a lane of the built-in templates, in the languages that notes are read in (phrases
 * as ours/phrases.ts reads them), and the themes that lie nearest to it. Other lanes are told by their own words only.
 */
import type { LanguageCode } from '../ours/finding.ts';
import type { ThemeId } from '../themes/themes.ts';

export interface LaneSigns {
  /** The ends of lane ids: a responsibility (with its pillar where it serves two), or a side. */
  readonly lanes: readonly string[];
  readonly themes: readonly ThemeId[];
  readonly words: Readonly<Record<LanguageCode, readonly string[]>>;
}

export const laneSigns: readonly LaneSigns[] = [
  {
    lanes: ['/technical-direction', '/stuck-decisions'],
    themes: ['strategy', 'long-range'],
    words: {
      en: [
        'architectur*',
        'technical|tech direction|strategy|vision|roadmap|principles',
        'target state',
        'standard|standards|standardi*',
        'rfc|rfcs|adr|adrs',
        'design doc|docs|document|documents',
        'set|sets|setting the direction|course',
        'decide|decides|choose|chooses ~ stack|store|stores|framework|platform|database|language|tools',
        'decide|decides|choose|chooses ~ which|between|whether',
        'migration|platform strategy',
        'tech debt',
        'technical debt',
        'deprecat*',
      ],
      pt: ['arquitetura', 'direcao tecnica', 'estrategia tecnica', 'padroes', 'visao tecnica', 'roteiro'],
    },
  },
  {
    lanes: ['/engineering-perspective', '/standing'],
    themes: ['expertise'],
    words: {
      en: [
        'leadership|executive|executives|vp|cto|directors',
        'stakeholder|stakeholders',
        'product|business planning|plan|plans|review|managers|partners|roadmap',
        'quarterly|annual planning|review',
        'represent|represents|representing',
        'explain|explains|translate|translates|advise|advises',
        'feasib*',
        'trade offs',
        'tradeoff|tradeoffs',
        'seat at',
        'risk|risks ~ to|known|visible|understood',
      ],
      pt: ['lideranca', 'planejamento', 'planeamento', 'explicar', 'aconselhar', 'representar', 'riscos'],
    },
  },
  {
    lanes: ['/exploration', '/first-half-year'],
    themes: ['ambiguity'],
    words: {
      en: [
        'prototyp*',
        'explor*',
        'experiment*',
        'spike|spikes',
        'proof of concept',
        'poc|pocs',
        'try out',
        'pilot|pilots',
        'hypothes*',
        'evaluate|evaluates ~ tool|tools|vendor|vendors|technolog*|model|models|option|options',
        'research*',
        'find out|whether',
        'investigat*',
        'new bet|bets|field|technolog*',
      ],
      pt: [
        'prototipo|prototipos',
        'explorar',
        'experimento|experimentos',
        'hipotese|hipoteses',
        'pesquisa',
        'testar',
      ],
    },
  },
  {
    lanes: ['execution/being-glue', '/between-teams'],
    themes: ['clarity', 'delivery'],
    words: {
      en: [
        'glue',
        'coordinat*',
        'align|aligns|alignment',
        'between|across teams|squads|the teams|two|three',
        'cross team|functional',
        'unblock*',
        'incident|incidents|outage|outages|postmortem|postmortems',
        'release|releases|deadline|deadlines|timeline|timelines',
        'deliver|delivers|delivery|deliverables',
        'dependenc*',
        'handoff|handoffs|handover|handovers',
        'migrat*',
        'project|projects ~ run|lead|leads|manage|track|land',
        'lead|leads|run|runs|drive|drives the ~ project|rollout|launch',
        'ship|ships|shipping|rollout|launch',
      ],
      pt: [
        'coordenar',
        'alinhar',
        'alinhamento',
        'entre equipes|equipas',
        'incidentes',
        'entregas',
        'prazos',
        'migracao',
      ],
    },
  },
  {
    lanes: ['leveling-up/being-glue'],
    themes: [],
    words: {
      en: [
        'onboard*',
        'credit',
        'invisible work',
        'documentation|docs|handbook|wiki|runbook|runbooks',
        'knowledge shar*',
        'share|shares|sharing knowledge|learnings|practices',
        'on call rotation|health*',
        'brown bag|bags',
        'guild|guilds|community|communities',
        'culture',
        'teach|teaches ~ coordinate|facilitat*|run',
      ],
      pt: [
        'integracao de novos',
        'documentacao',
        'compartilhar conhecimento',
        'partilhar conhecimento',
        'cultura',
        'comunidade',
      ],
    },
  },
  {
    lanes: ['/mentorship-and-sponsorship', '/way-on', '/feedback'],
    themes: ['coaching'],
    words: {
      en: [
        'mentor*',
        'sponsor*',
        'coach*',
        'pair|pairs|pairing with',
        'junior|juniors|seniors',
        'grow|grows|growing people|engineers|others|the|somebody|someone',
        'delegat*',
        'hand|hands over to',
        'code review|reviews',
        'interview*',
        'hiring|hire|hires',
        'feedback',
        'promotion|promotions|promote|promotes',
        'teach|teaches|teaching',
        'one on one|ones',
      ],
      pt: [
        'mentor|mentora|mentoria',
        'orientar',
        'delegar',
        'ensinar',
        'contratacao',
        'entrevistas',
        'junior|juniores',
      ],
    },
  },
  {
    lanes: ['side/one-job', 'side/one-sentence', 'side/one-thing'],
    themes: [],
    words: {
      en: ['the one job|thing', 'only one thing', 'main job|goal', 'above all', 'mission', 'in one sentence'],
      pt: ['a unica coisa', 'missao', 'acima de tudo'],
    },
  },
  {
    lanes: ['side/why-now'],
    themes: [],
    words: {
      en: [
        'why now',
        'because',
        'held|holds|holding us|back',
        'old decisions',
        'cannot|cant afford',
        'now that',
        'so critical|important that',
      ],
      pt: ['por que agora', 'porque', 'decisoes antigas'],
    },
  },
  {
    lanes: ['side/not-doing', 'side/not-theirs', 'side/not-expected'],
    themes: [],
    words: {
      en: [
        'will|do not|no',
        'wont|dont',
        'not my|our|responsible|doing|expected|going',
        'no longer|more',
        'stop|stops|stopping',
        'drop|drops the|my|our',
        'out of scope',
        'hand|hands over',
        'give|gives up',
        'say no',
      ],
      pt: ['nao vou|farei|fazer', 'deixar de', 'parar de', 'fora do escopo', 'fora do ambito'],
    },
  },
  {
    lanes: ['side/needs', '/decisions'],
    themes: [],
    words: {
      en: [
        'i|we need',
        'need|needs from|my|a|the|time|help|support|you',
        'my manager',
        'protected|focus time',
        'budget|headcount|air cover',
        'support from',
        'backing',
        'time for',
        'access to',
        'intro|intros|introduce|introduction ~ to',
        'decision from|by',
      ],
      pt: ['preciso|precisamos', 'meu gestor|gerente|chefe', 'apoio', 'orcamento', 'tempo protegido'],
    },
  },
];

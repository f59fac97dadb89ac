/** Setting a session up: format, template, people, who reviews whom, and their sheets on the board. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { sayAuthors } from '../../../annotations/session/authors.ts';
import { firstPlan, planIn, planJson, type SessionPlan } from '../../../annotations/session/plan.ts';
import { readSheet } from '../../../annotations/sheetDocument.ts';
import { dropMany, type ManyProgress, type ManySheets } from '../../../board/cohort/dropMany.ts';
import { BoardRefusal } from '../../../board/port.ts';
import { recordJson } from '../../../board/recordJson.ts';
import { webAddress } from '../../../export/webAddress.ts';
import { type ItemId, type SheetId, sheetId, type UserId } from '../../../workshop/ids.ts';
import { frameKey } from '../../../workshop/piece.ts';
import type { Role } from '../../../workshop/roles.ts';
import { agendaFor } from '../../../workshop/session/agenda.ts';
import { asSessionMinutes, fitAgenda } from '../../../workshop/session/fitAgenda.ts';
import {
  inThrees,
  isAmong,
  mostPeople,
  namesFrom,
  reviewersOf,
  type SessionPerson,
  tidyName,
  tidyPeople,
} from '../../../workshop/session/people.ts';
import { newSession, start } from '../../../workshop/session/session.ts';
import type { SheetDetails } from '../../../workshop/sheet.ts';
import type { Format } from '../../../workshop/stage.ts';
import { sheetLink } from '../board/sheetLink.ts';
import { switchNotes } from '../noteDrafts/switchNotes.ts';
import type { NoticeContent } from '../notice.ts';
import type { Platform } from '../platform.ts';
import type { SheetList } from '../sheet/sheetList.ts';
import type { TemplateShelf } from '../templates/templateShelf.ts';
import { templateOf, usualTemplate } from '../templates/templates.ts';
import { refusalWords } from '../words/refusalWords.ts';
import type { Live } from './liveCore.ts';
import { messageForAll, messageForPair } from './messages.ts';

export interface SettingUp {
  readonly plan: ReadonlySignal<SessionPlan>;
  readonly people: ReadonlySignal<readonly SessionPerson[]>;
  readonly engineers: ReadonlySignal<readonly SessionPerson[]>;
  /** On the board now, and not on the list. */
  readonly others: ReadonlySignal<readonly { readonly user: UserId; readonly name: string }[]>;
  /** Engineers whose sheet does not stand yet. */
  readonly missing: ReadonlySignal<readonly SessionPerson[]>;
  /** While sheets are being put on the board. */
  readonly progress: ReadonlySignal<ManyProgress | null>;
  /** Takes the seat and begins a plan; also after a session that is over. */
  begin(): Promise<void>;
  choose(choice: { readonly format?: Format; readonly template?: string }): Promise<void>;
  /** The agenda as it is, in the minutes that people have. */
  fit(minutes: number): void;
  change(plan: Partial<SessionPlan>): void;
  /** One a line, or with commas between. Says who was there already. */
  addNames(text: string): readonly string[];
  addSomebody(user: UserId, name: string): void;
  remove(id: string): void;
  rename(id: string, name: string): void;
  setRole(id: string, role: Role): void;
  review(id: string, whom: string, on: boolean): void;
  reviewInThrees(): void;
  /** Gives each who reviews nobody, and is no engineer, all sheets to review. */
  reviewAll(id: string): void;
  dropSheets(): Promise<void>;
  cancelDrop(): void;
  start(): void;
  copyMessage(): Promise<void>;
  copyPairMessage(id: string): Promise<void>;
  /** Where a person's board is, in a world with one board for each pair. */
  setLink(id: string, link: string): boolean;
}

export interface SettingUpContext {
  readonly platform: Platform;
  readonly me: { readonly id: UserId };
  readonly boardId: string;
  readonly list: SheetList;
  readonly tell: (notice: NoticeContent) => void;
  readonly templates: () => Promise<TemplateShelf>;
}

export function settingUp(context: SettingUpContext, live: Live): SettingUp {
  const { platform, me, boardId, list, tell } = context;
  const { board, clock } = platform;
  const progress = signal<ManyProgress | null>(null);
  let abort: AbortController | null = null;

  const plan = computed(() => planIn(live.content.value.said));
  const people = computed(() => live.content.value.people);
  const engineers = computed(() => people.value.filter(({ role }) => role === 'engineer'));
  const standing = computed(() => new Set<SheetId>(list.entries.value.map(({ id }) => id)));
  const missing = computed(() =>
    engineers.value.filter(({ sheet }) => sheet === null || !standing.value.has(sheet)),
  );
  const write = (next: readonly SessionPerson[]): void => void live.changePeople(tidyPeople(next));
  const change = (some: Partial<SessionPlan>): void =>
    void live.say('plan', planJson({ ...plan.peek(), ...some }));
  const edit = (id: string, some: Partial<SessionPerson>): void =>
    write(people.peek().map((one) => (one.id === id ? { ...one, ...some } : one)));

  const choose = async ({ format, template }: { format?: Format; template?: string }): Promise<void> => {
    const current = live.session.peek();
    const name = template ?? current?.template ?? usualTemplate;
    const wanted = format ?? current?.format ?? 'cohort';
    const shelf = await context.templates();
    const stages = await shelf.stages(name);
    const own = agendaFor(stages, wanted);
    // A template need not have an agenda for every format.
    const usual = own.length > 0 ? own : agendaFor(await shelf.stages(usualTemplate), wanted);
    const minutes = format ? null : plan.peek().minutes;
    const agenda = minutes === null ? usual : fitAgenda(usual, minutes);
    const id = current?.phase === 'planned' ? current.id : platform.newId();
    live.begin(newSession({ id, format: wanted, template: name, agenda }));
    change({ minutes, unseen: wanted !== 'solo' && agenda.some(({ writing }) => writing === 'private') });
  };

  const detailsOf = (person: SessionPerson, sheet: SheetId, createdAt: string): SheetDetails => ({
    id: sheet,
    template: live.session.peek()?.template ?? usualTemplate,
    lens: plan.peek().lens,
    title: plan.peek().title.trim() || 'Staff Engineer',
    team: plan.peek().team,
    level: plan.peek().level,
    engineer: person.name,
    reviewers: reviewersOf(people.peek(), person.id).map(({ name }) => name),
    createdAt,
  });

  /** Everybody's sheet has its name and its place before the first one is put anywhere, for whoever goes on. */
  const assign = (): { readonly createdAt: string } => {
    const places = new Map(plan.peek().places);
    let next = Math.max(-1, ...places.values()) + 1;
    write(
      people.peek().map((one) => {
        if (one.role !== 'engineer') return one;
        if (!places.has(one.id)) {
          places.set(one.id, next);
          next += 1;
        }
        return one.sheet ? one : { ...one, sheet: sheetId(platform.newId()) };
      }),
    );
    const createdAt = plan.peek().createdAt ?? new Date(clock.now()).toISOString();
    change({ places, createdAt });
    return { createdAt };
  };

  const dropSheets = async (): Promise<void> => {
    const session = live.session.peek();
    const template = session && templateOf(session.template);
    if (!session || !template || progress.peek() || engineers.peek().length === 0) return;
    const { createdAt } = assign();
    const unseen = plan.peek().unseen;
    const authors = session.agenda.find(({ writing }) => writing === 'private')?.authors ?? 'named';
    const own = engineers.peek();
    const what: ManySheets = {
      template,
      writing: unseen ? 'panel' : 'board',
      sheets: own.flatMap((person) => {
        const place = plan.peek().places.get(person.id);
        return person.sheet && place !== undefined
          ? [{ details: detailsOf(person, person.sheet, createdAt), place }]
          : [];
      }),
      overview: (frames) => ({
        title: plan.peek().title.trim() ? `Session: ${plan.peek().title.trim()}` : 'Session',
        subtitle: `${own.length} ${own.length === 1 ? 'sheet' : 'sheets'}. A name leads to its sheet.`,
        rows: own.map((person) => ({
          name: person.name,
          link: sheetLink(platform.boardOrigin, boardId, (person.sheet && frames.get(person.sheet)) || null),
          about: withReviewers(reviewersOf(people.peek(), person.id)),
        })),
      }),
    };
    const control = new AbortController();
    abort = control;
    progress.value = { sheets: 0, total: what.sheets.length, share: 0, waiting: false };
    try {
      const result = await dropMany(what, board, {
        ...{ clock, hasRoom: platform.hasRoom, signal: control.signal },
        spot: plan.peek().spot,
        was: plan.peek().overview,
        onSpot: (spot) => change({ spot }),
        onOverview: (overview) => change({ overview }),
        onProgress(now) {
          progress.value = now;
        },
        onDropped({ record, anchors, frame }, size) {
          const model = list.add(record.details.id, recordJson(record));
          model?.moveTo({ frame, size, anchors: headersOf(anchors) });
          if (!model || !unseen) return;
          switchNotes(model.document, true, me.id, createdAt);
          const { step } = readSheet(model.document).writing;
          if (step !== null) sayAuthors(model.document, step, authors);
        },
      });
      if (result.kind === 'done') {
        await board.show([result.overview]).catch(() => undefined);
        tell({ tone: 'info', message: 'The sheets are on the board.' });
      } else if (result.kind === 'cancelled')
        tell({
          tone: 'info',
          message: 'Stopped. The sheets that stand are whole; you can go on at any time.',
        });
      else
        tell({
          tone: 'warn',
          message: `${refusalWords(new BoardRefusal(result.reason, result.message), 'put all sheets on the board')} What stands is whole; press the button again to go on.`,
        });
    } catch (error) {
      tell({ tone: 'warn', message: refusalWords(error, 'put the sheets on the board') });
    } finally {
      abort = null;
      progress.value = null;
    }
  };

  const copy = async (text: string): Promise<void> => {
    try {
      await platform.copy(text);
      tell({ tone: 'info', message: 'The message is copied. Paste it wherever you talk to them.' });
    } catch {
      // This frame has no right to the clipboard.
      tell({ tone: 'warn', message: `Your browser keeps us from copying. The text: ${text}` });
    }
  };
  const linkOf = (frame: ItemId | null) => sheetLink(platform.boardOrigin, boardId, frame);

  return {
    plan,
    people,
    engineers,
    others: computed(() =>
      live.room.value.occupants.flatMap(({ user, name, key, here }) =>
        user !== null && key === user && here ? [{ user, name }] : [],
      ),
    ),
    missing,
    progress,
    async begin() {
      if (!live.iHold.peek() && !live.takeSeat()) {
        tell({
          tone: 'warn',
          message:
            'Somebody else prepares a session here, or the board does not answer. Try again in a moment.',
        });
        return;
      }
      const before = live.session.peek();
      if (before?.phase === 'planned') return;
      // People stay for the next session on the same board; its sheets do, too.
      if (!before) live.say('plan', planJson(firstPlan));
      await choose({});
    },
    choose,
    fit(wanted) {
      const current = live.session.peek();
      if (current?.phase !== 'planned') return;
      const minutes = asSessionMinutes(wanted);
      live.begin({ ...current, agenda: fitAgenda(current.agenda, minutes) });
      change({ minutes });
    },
    change,
    addNames(text) {
      const { names, repeated } = namesFrom(text);
      const now = people.peek();
      const there = names.filter((name) => isAmong(now, name, null));
      const fresh = names
        .filter((name) => !there.includes(name))
        .slice(0, Math.max(0, mostPeople - now.length))
        .map(
          (name): SessionPerson => ({
            ...{ id: platform.newId(), name, user: null, role: 'engineer', sheet: null, reviews: [] },
          }),
        );
      write([...now, ...fresh]);
      return [...repeated, ...there];
    },
    addSomebody(user, name) {
      const now = people.peek();
      if (now.length >= mostPeople || isAmong(now, name, user)) return;
      // In a group, whoever sets it up is mostly there to run it.
      const runs = user === me.id && live.session.peek()?.format === 'cohort';
      const role = runs ? 'facilitator' : 'engineer';
      const fresh = { id: platform.newId(), name: tidyName(name) || 'Guest', user, role } as const;
      write([...now, { ...fresh, sheet: null, reviews: [] }]);
    },
    remove: (id) => write(people.peek().filter((one) => one.id !== id)),
    rename(id, name) {
      if (tidyName(name) !== '') edit(id, { name: tidyName(name) });
    },
    setRole: (id, role) => edit(id, { role }),
    review(id, whom, on) {
      const one = people.peek().find((person) => person.id === id);
      if (one)
        edit(id, { reviews: on ? [...one.reviews, whom] : one.reviews.filter((other) => other !== whom) });
    },
    reviewInThrees: () => write(inThrees(people.peek())),
    reviewAll: (id) => edit(id, { reviews: engineers.peek().map((one) => one.id) }),
    dropSheets,
    cancelDrop: () => abort?.abort(),
    start: () => void live.act(start),
    copyMessage: () => copy(messageForAll(plan.peek(), linkOf(plan.peek().overview))),
    async copyPairMessage(id) {
      const person = people.peek().find((one) => one.id === id);
      if (!person) return;
      const reviewers = reviewersOf(people.peek(), id).map(({ name }) => name);
      await copy(messageForPair(plan.peek(), person.name, reviewers, plan.peek().links.get(id) ?? null));
    },
    setLink(id, link) {
      const links = new Map(plan.peek().links);
      if (link.trim() === '') links.delete(id);
      else {
        const address = webAddress(link.trim());
        if (!address) return false;
        links.set(id, address);
      }
      change({ links });
      return true;
    },
  };
}

const withReviewers = (reviewers: readonly SessionPerson[]): string =>
  reviewers.length === 0 ? '' : `with ${reviewers.map(({ name }) => name).join(', ')}`;

/** Blank stickies become notes; only what frames them is remembered by name. */
const headersOf = (anchors: ReadonlyMap<string, ItemId>): ReadonlyMap<string, ItemId> =>
  new Map([...anchors].filter(([key]) => key !== frameKey && !key.startsWith('blank:')));

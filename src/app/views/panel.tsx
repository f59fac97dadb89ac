/** The panel: which screen to show. Each screen is a file of its own. */
import { useEffect, useRef } from 'preact/hooks';
import type { Tab } from '../models/tab.ts';
import type { Workshop } from '../models/workshop.ts';
import { Header } from './header.tsx';
import { Write } from './notes/write.tsx';
import { lazyView } from './parts/lazyView.tsx';
import { Notice } from './parts/notice.tsx';
import { takeFocus } from './parts/takeFocus.ts';
import { useReturnToRow } from './parts/useReturnToRow.ts';

const Compare = lazyView(async () => (await import('./rounds/comparePlace.tsx')).ComparePlace);
const Copied = lazyView(async () => (await import('./takingAlong/copied.tsx')).Copied);
const DropProgress = lazyView(async () => (await import('./start/dropProgress.tsx')).DropProgress);
const Export = lazyView(async () => (await import('./exporting/export.tsx')).Export);
const NoteCard = lazyView(async () => (await import('./noteCard/noteCard.tsx')).NoteCard);
const SessionBar = lazyView(async () => (await import('./session/sessionBar.tsx')).SessionBar);
const SessionScreen = lazyView(async () => (await import('./session/sessionScreen.tsx')).SessionScreen);
const StepScreen = lazyView(async () => (await import('./steps/stepScreen.tsx')).StepScreen);
const Start = lazyView(async () => (await import('./start/start.tsx')).Start);
const Talk = lazyView(async () => (await import('./notes/talk.tsx')).Talk);
const TakingOver = lazyView(async () => (await import('./takingAlong/takingOver.tsx')).TakingOverScreen);
const TopOfPlace = lazyView(
  async () => (await import('./topOfPlace.tsx')).TopOfPlace,
  ({ tab }) => (tab === 'write' ? <div class="next-place" /> : null),
);
const WhoAreYou = lazyView(async () => (await import('./whoAreYou.tsx')).WhoAreYou);

const tabs: readonly { readonly id: Tab; readonly word: string }[] = [
  { id: 'write', word: 'Write' },
  { id: 'talk', word: 'Talk' },
  { id: 'compare', word: 'Compare' },
  { id: 'export', word: 'Export' },
];

export function Panel({ workshop }: { workshop: Workshop }) {
  return (
    <>
      {workshop.hasLive.value && workshop.phase.value.kind === 'ready' && <SessionBar workshop={workshop} />}
      <Screen workshop={workshop} />
      <Notice notice={workshop.notice.value} onClose={() => workshop.dismissNotice()} />
    </>
  );
}

function Screen({ workshop }: { workshop: Workshop }) {
  const phase = workshop.phase.value;
  if (phase.kind === 'loading') return <Loading />;
  if (phase.kind === 'left') return <Left />;
  if (phase.kind === 'failed') return <Failed message={phase.message} onRetry={() => workshop.start()} />;
  if (workshop.atSession.value) return <SessionScreen workshop={workshop} />;
  if (workshop.drop.state.value.kind === 'placing') return <DropProgress drop={workshop.drop} />;
  const sheet = workshop.sheet.value;
  if (workshop.starting.value || !sheet) return <Start workshop={workshop} />;
  const view = workshop.presenting.value ? sheet.shared.value : sheet.view.value;
  if (!view && sheet.ready.value)
    return (
      <Failed message={unknownTemplate} onRetry={() => workshop.startAnother()} retry="Start another sheet" />
    );
  if (!view) return <Loading />;
  const taking = workshop.along.flow.value;
  if (taking?.sheet === sheet) return <TakingOver workshop={workshop} flow={taking} />;
  // On a copied board the sheet has come without its documents; people say first how it goes on.
  if (!view.content.details && workshop.found.refound.value.has(sheet.id))
    return <Copied workshop={workshop} sheet={sheet} view={view} />;
  if (!view.me.role && !view.newer)
    return <WhoAreYou workshop={workshop} sheet={sheet} view={view} Sheet={Work} />;
  return <Work workshop={workshop} sheet={sheet} view={view} />;
}

export type WorkProps = {
  readonly workshop: Workshop;
  readonly sheet: NonNullable<Workshop['sheet']['value']>;
  readonly view: NonNullable<NonNullable<Workshop['sheet']['value']>['view']['value']>;
};

function Work({ workshop, sheet, view }: WorkProps) {
  const tab = workshop.tab.value;
  const open = sheet.openNote.value;
  const note = open ? view.notes.get(open) : undefined;
  const step = sheet.step.value;
  const elsewhere = note !== undefined || step !== null;
  // The screen before this one (who are you, the drop) has gone, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) takeFocus(document.getElementById('place'));
  }, []);
  useEffect(() => sheet.prepare(), [sheet]);
  const stage = (workshop.hasLive.value && workshop.live()?.stage.value) || null;
  return (
    <>
      <Header workshop={workshop} sheet={sheet} view={view} />
      <Tabs current={tab} now={stage?.place ?? null} onChoose={(chosen) => workshop.show(chosen)} />
      <section
        ref={useReturnToRow(note?.id ?? null, step)}
        id="place"
        class="place"
        role="tabpanel"
        aria-labelledby={`tab-${tab}`}
        tabIndex={-1}
      >
        {view.newer && (
          <p class="callout" role="alert">
            This sheet was written by a newer version of Rolewright. You can read it here; reload the board to
            write.
          </p>
        )}
        {!elsewhere && (
          <TopOfPlace workshop={workshop} sheet={sheet} view={view} tab={tab} led={stage !== null} />
        )}
        {note ? (
          <NoteCard
            key={note.id}
            sheet={sheet}
            view={view}
            note={note}
            onTyping={() => workshop.presence()?.writes()}
          />
        ) : step ? (
          <StepScreen step={step} sheet={sheet} view={view} />
        ) : (
          <>
            {tab === 'write' && <Write sheet={sheet} view={view} led={stage !== null} />}
            {tab === 'talk' && <Talk sheet={sheet} view={view} />}
            {tab === 'compare' && (
              <Compare
                key={sheet.id}
                workshop={workshop}
                sheet={sheet}
                view={view}
                onWide={(place) => workshop.openWide(place)}
                onExport={() => workshop.show('export')}
                onOpen={({ id }) => sheet.open(id)}
              />
            )}
            {tab === 'export' && <Export workshop={workshop} sheet={sheet} view={view} />}
          </>
        )}
      </section>
    </>
  );
}

interface TabsProps {
  readonly current: Tab;
  /** Where the stage of a session is. */
  readonly now: Tab | null;
  readonly onChoose: (tab: Tab) => void;
}

function Tabs({ current, now, onChoose }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const place = tabs.findIndex(({ id }) => id === current);
    const wished = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (wished === undefined) return;
    event.preventDefault();
    const next = tabs[(wished + tabs.length) % tabs.length];
    if (!next) return;
    onChoose(next.id);
    list.current?.querySelector<HTMLButtonElement>(`#tab-${next.id}`)?.focus();
  };
  return (
    <div class="place-tabs" role="tablist" aria-label="Places in this sheet" ref={list} onKeyDown={onKeyDown}>
      {tabs.map(({ id, word }) => (
        <button
          key={id}
          id={`tab-${id}`}
          class="place-tab"
          type="button"
          role="tab"
          aria-selected={id === current}
          aria-controls="place"
          tabIndex={id === current ? 0 : -1}
          onClick={() => onChoose(id)}
        >
          {word}
          {id === now && <span class="place-now" role="img" aria-label="The session is here" />}
        </button>
      ))}
    </div>
  );
}

function Loading() {
  return (
    <div class="waiting" role="status">
      <span class="spinner" aria-hidden="true" />
      Reading the board…
    </div>
  );
}

function Left() {
  return (
    <div class="waiting" role="alert" data-testid="left">
      <p>
        This browser keeps nothing of this board for you any more. To go on, close this panel and reload the
        board; that makes new copies here.
      </p>
    </div>
  );
}

const unknownTemplate =
  'This sheet is made from a template that this version of Rolewright doesn’t have. Reload the board to get the newest one.';

interface FailedProps {
  readonly message: string;
  readonly retry?: string;
  readonly onRetry: () => void;
}

function Failed({ message, retry = 'Try again', onRetry }: FailedProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div class="waiting" role="alert">
      <p>{message}</p>
      <button ref={button} type="button" class="button button-primary" onClick={onRetry}>
        {retry}
      </button>
    </div>
  );
}

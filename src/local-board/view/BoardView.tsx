/** The board page: the canvas with its layers, and the toolbars, pages and messages that float above it. */
import { type Signal, useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { disposers } from '../../base/disposer.ts';
import type { Board } from './board.ts';
import { BoardName, type RenameBoard } from './chrome/BoardName.tsx';
import { InHand } from './chrome/InHand.tsx';
import { LeftToolbar } from './chrome/LeftToolbar.tsx';
import { ConnectionBar, Toasts } from './chrome/Messages.tsx';
import { Avatars, Pointers } from './chrome/People.tsx';
import { Marquee, OtherSelections, OwnSelection } from './chrome/SelectionView.tsx';
import { SelectionBar } from './chrome/selection/SelectionBar.tsx';
import { ZoomBar } from './chrome/ZoomBar.tsx';
import { DeveloperMenu } from './developer/DeveloperMenu.tsx';
import type { DeveloperFacts } from './developer/developerFacts.ts';
import { startDropping } from './edits/importing.ts';
import { mayPan, startGestures } from './gestures.ts';
import { FrameTitles } from './items/FrameTitles.tsx';
import { ItemLayer } from './items/ItemLayer.tsx';
import { InvitationDialog } from './live/InvitationDialog.tsx';
import { LiveBars } from './live/LiveBars.tsx';
import { TimerWidget } from './live/TimerWidget.tsx';
import { VoteMarks } from './live/VoteMarks.tsx';
import { VotingWidget } from './live/VotingWidget.tsx';
import { startZooming } from './looking/zooming.ts';
import { ContextMenu } from './menu/ContextMenu.tsx';
import { startMenuCalls } from './menu/menuCalls.ts';
import { PagesView } from './pages/PagesView.tsx';
import type { AppScreen, DragShown } from './screen.ts';
import { startShortcuts } from './shortcuts.ts';

export interface BoardViewProps {
  readonly board: Board;
  readonly screens: readonly AppScreen[];
  readonly drag: Signal<DragShown | null>;
  readonly facts: DeveloperFacts;
  readonly reducedMotion: () => boolean;
  readonly rename: RenameBoard | undefined;
}

/** The board's paper. It moves with the camera as a picture, by less than the distance of two dots. */
function Dots({ board }: Pick<BoardViewProps, 'board'>): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const { x, y, k } = board.state.camera.value;
    // Every 20 dp, at least 14 pixels apart at any zoom.
    const step = 20 * k * 2 ** Math.max(0, Math.ceil(Math.log2(14 / (20 * k))));
    const within = (offset: number) => offset - Math.ceil(offset / step) * step;
    if (!place.current) return;
    place.current.style.inset = `0 ${-step}px ${-step}px 0`;
    place.current.style.backgroundSize = `${step}px ${step}px`;
    place.current.style.transform = `translate(${within(x)}px, ${within(y)}px)`;
  });
  return <div class="dots" ref={place} aria-hidden="true" />;
}

function Canvas({ board, reducedMotion }: Pick<BoardViewProps, 'board' | 'reducedMotion'>): JSX.Element {
  const { state, edits, looking } = board;
  const place = useRef<HTMLElement>(null);

  useEffect(() => {
    const canvas = place.current;
    if (!canvas) return;
    const kept = disposers();
    const measure = () => {
      const { width, height } = canvas.getBoundingClientRect();
      if (width > 0 && height > 0) state.size.value = { width, height };
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(canvas);
    kept.add(() => watcher.disconnect());
    const zooming = startZooming(canvas, state, {
      mayPan: (event) => mayPan(canvas, state, event),
      reducedMotion,
    });
    board.engine.zooming = zooming;
    board.engine.canvas = canvas;
    kept.add(() => {
      zooming.dispose();
      board.engine.zooming = undefined;
      board.engine.canvas = undefined;
    });
    kept.add(startGestures(canvas, state, edits, board.readOnly));
    kept.add(startShortcuts(canvas, board));
    kept.add(startDropping(canvas, board));
    kept.add(startMenuCalls(canvas, state, board.menu));
    void looking.fit(0);
    const gone = { current: false };
    kept.add(() => {
      gone.current = true;
    });
    // Once the board has come, everything that is on it. A board that will not let this window in says so elsewhere.
    void board.client.ready().then(
      () => (gone.current ? undefined : looking.fit(0)),
      () => undefined,
    );
    return kept.dispose;
  }, []);

  const mode = state.spaceHeld.value ? 'hand' : state.tool.value;
  const count = state.items.size;
  return (
    <main
      ref={place}
      class="canvas"
      // The keyboard reaches the board itself, not only what lies on it.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys
      tabIndex={0}
      aria-label={`Board with ${count} ${count === 1 ? 'item' : 'items'}`}
      data-testid="board-canvas"
      data-mode={mode}
    >
      <Dots board={board} />
      <ItemLayer board={board} />
      <FrameTitles board={board} />
      <div class="overlay">
        <OtherSelections board={board} />
        <OwnSelection board={board} />
        <InHand board={board} />
        <Marquee board={board} />
        <VoteMarks board={board} />
        <Pointers board={board} />
      </div>
    </main>
  );
}

function DragGhost({ drag }: { readonly drag: Signal<DragShown | null> }): JSX.Element | null {
  const shown = drag.value;
  if (!shown) return null;
  const { at, image, width, height } = shown;
  const place = { transform: `translate(${at.x}px, ${at.y}px) translate(-50%, -50%)` };
  return image ? (
    <img
      class="ghost"
      src={image}
      alt=""
      style={{
        ...place,
        ...(width ? { width: `${width}px` } : {}),
        ...(height ? { height: `${height}px` } : {}),
      }}
      data-testid="drag-preview"
    />
  ) : (
    <div class="ghost plain" style={place} data-testid="drag-preview" />
  );
}

export function BoardView({
  board,
  screens,
  drag,
  facts,
  reducedMotion,
  rename,
}: BoardViewProps): JSX.Element {
  const { state } = board;
  return (
    <div class="page" data-dragging-app={drag.value ? 'yes' : undefined}>
      <Canvas board={board} reducedMotion={reducedMotion} />
      <div class="bar board-name" style={{ left: `${state.covered.value + 12}px` }}>
        <BoardName board={board} rename={rename} />
      </div>
      <div class="bar top-right">
        <TimerWidget board={board} />
        <VotingWidget board={board} />
        <DeveloperMenu facts={facts} />
        <Avatars board={board} />
      </div>
      <LeftToolbar board={board} screens={screens} />
      <SelectionBar board={board} />
      <ZoomBar board={board} />
      <PagesView board={board} />
      <LiveBars board={board} />
      <InvitationDialog board={board} />
      <ConnectionBar board={board} />
      <Toasts board={board} />
      <DragGhost drag={drag} />
      <ContextMenu board={board} screens={screens} />
    </div>
  );
}

/** The iframes: out of sight for the headless page, docked at the left for the panel, a dialog for the modal. */
import type { JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Board } from '../board.ts';
import { Icon } from '../icons.tsx';
import type { ShownPage } from './pages.ts';

function Frame({ page, title }: { readonly page: ShownPage; readonly title: string }): JSX.Element {
  const { sandbox, allow } = page.rights;
  return (
    <iframe
      ref={(element) => {
        page.frame.current = element;
      }}
      title={title}
      src={page.request.url}
      sandbox={sandbox}
      allow={allow}
      data-app-page={page.request.kind}
    />
  );
}

function Trouble({ page, what }: { readonly page: ShownPage; readonly what: string }): JSX.Element | null {
  if (page.status.value !== 'failed') return null;
  return (
    <div class="trouble" role="alert" data-testid="page-failed">
      <Icon name="warning" />
      <h3>{page.app.name} does not answer</h3>
      <p>
        Nothing came back from <code>{page.request.url}</code>. Check that the app runs at this address and
        loads the SDK from this board, then {what} again. Everything on the board is safe.
      </p>
      <button type="button" class="button" onClick={() => page.close()}>
        Close
      </button>
    </div>
  );
}

function Waiting({ page }: { readonly page: ShownPage }): JSX.Element | null {
  if (page.status.value !== 'loading') return null;
  return (
    <div class="waiting" role="status">
      <span class="spinner" aria-hidden="true" />
      <span class="unseen">{page.app.name} is starting</span>
    </div>
  );
}

function Header({ page }: { readonly page: ShownPage }): JSX.Element {
  return (
    <header class="page-header">
      <h2>{page.app.name}</h2>
      <button
        type="button"
        class="tool small"
        aria-label={`Close ${page.app.name}`}
        data-testid={`close-${page.request.kind}`}
        onClick={() => page.close()}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}

function Panel({ page }: { readonly page: ShownPage }): JSX.Element {
  return (
    <section class="panel" aria-label={page.app.name} data-testid="panel">
      <Header page={page} />
      <div class="page-body">
        <Frame page={page} title={page.app.name} />
        <Waiting page={page} />
        <Trouble page={page} what="click its icon" />
      </div>
    </section>
  );
}

function Modal({ page }: { readonly page: ShownPage }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const { fullscreen, width = 800, height = 600 } = page.request;
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    // A modal dialog takes the focus, keeps it, and closes on Escape: the browser does that.
    element?.showModal();
    return () => {
      element?.close();
      // The browser gives the focus back too, but not to an iframe.
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  const size = fullscreen ? {} : { width: `${width}px`, height: `${height}px` };
  return (
    <dialog
      ref={dialog}
      class={fullscreen ? 'modal fullscreen' : 'modal'}
      style={size}
      aria-label={page.app.name}
      data-testid="modal"
      onCancel={(event) => {
        event.preventDefault();
        page.close();
      }}
    >
      <Header page={page} />
      <div class="page-body">
        <Frame page={page} title={page.app.name} />
        <Waiting page={page} />
        <Trouble page={page} what="open it" />
      </div>
    </dialog>
  );
}

export function PagesView({ board }: { readonly board: Board }): JSX.Element {
  const pages = board.pages.shown.value;
  const of = (kind: 'headless' | 'panel' | 'modal') => pages.filter(({ request }) => request.kind === kind);
  return (
    <>
      <div class="headless" aria-hidden="true">
        {of('headless').map((page) => (
          <Frame key={page.key} page={page} title={`${page.app.name} (in the background)`} />
        ))}
      </div>
      {of('panel').map((page) => (
        <Panel key={page.key} page={page} />
      ))}
      {of('modal').map((page) => (
        <Modal key={page.key} page={page} />
      ))}
    </>
  );
}

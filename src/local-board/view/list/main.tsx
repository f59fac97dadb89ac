/** The list of boards in a browser. */
import { render } from 'preact';
import { systemClock } from '../../../base/systemClock.ts';
import { rememberedUser } from '../rememberedUser.ts';
import '../page.css';
import './list.css';
import { BoardList } from './BoardList.tsx';
import { boardsApi } from './boardsApi.ts';
import { createListState } from './listState.ts';

const root = document.querySelector<HTMLElement>('#boards');
if (!root) throw new Error('The list of boards has no element #boards.');

const state = createListState({
  api: boardsApi((path, request) => fetch(path, request)),
  clock: systemClock,
  user: rememberedUser(() => window.localStorage),
  open: (address) => window.location.assign(address),
});
render(<BoardList state={state} />, root);
state.start();
// Whoever comes back to this page from a board sees what has changed meanwhile.
window.addEventListener('pageshow', () => void state.refresh());
window.addEventListener('focus', () => void state.refresh());

/** The panel on the screen of a test: a whole app on a board in memory, or one view with plain values. */
import { type ComponentChild, render } from 'preact';
import { afterEach } from 'vitest';
import type { Platform } from '../../../src/app/models/platform.ts';
import type { SheetModel } from '../../../src/app/models/sheet/sheetModel.ts';
import type { SheetView } from '../../../src/app/models/sheet/sheetView.ts';
import { Panel } from '../../../src/app/views/panel.tsx';
import { laneId } from '../../../src/workshop/ids.ts';
import { type Gathering, gathering, type SomebodyThere } from '../../support/people.ts';

export const direction = laneId('big-picture', 'technical-direction');

const roots: HTMLElement[] = [];

afterEach(() => {
  for (const root of roots.splice(0)) {
    render(null, root);
    root.remove();
  }
});

export interface OnScreen {
  readonly root: HTMLElement;
  /** What has a test id; fails when it is not there. */
  find(testid: string): HTMLElement;
  all(testid: string): HTMLElement[];
  leave(): void;
}

export function show(view: ComponentChild): OnScreen {
  const root = document.body.appendChild(document.createElement('main'));
  roots.push(root);
  render(view, root);
  const all = (testid: string) => [...root.querySelectorAll<HTMLElement>(`[data-testid="${testid}"]`)];
  return {
    root,
    all,
    find(testid) {
      const [found] = all(testid);
      if (!found) throw new Error(`There is no ${testid} in: ${root.textContent}`);
      return found;
    },
    leave: () => render(null, root),
  };
}

/** What has changed has been drawn once this resolves. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

/** Waits for what a person would see, frame by frame. */
export async function until(isTrue: () => boolean): Promise<void> {
  for (let frames = 0; frames < 300; frames += 1) {
    if (isTrue()) return;
    await drawn();
  }
  throw new Error(`It did not come to: ${isTrue}`);
}

/** Lets the board's clock run until the work is done. Some of the work is loading code, which takes real time. */
export async function done<T>(there: Gathering, work: Promise<T>): Promise<T> {
  let settled = false;
  const settle = () => {
    settled = true;
  };
  work.then(settle, settle);
  while (!settled) {
    await there.clock.advance(50);
    await drawn();
  }
  return work;
}

export function sheetOf({ workshop }: SomebodyThere): SheetModel {
  const sheet = workshop.sheet.value;
  if (!sheet) throw new Error('No sheet is open');
  return sheet;
}

export function viewOf(person: SomebodyThere): SheetView {
  const view = sheetOf(person).view.value;
  if (!view) throw new Error('The sheet has not been read');
  return view;
}

/** Erin's panel, with these notes in the lane of technical direction. */
export async function erinsPanel(
  notes: readonly string[],
  options: {
    readonly title?: string;
    readonly name?: string;
    readonly vault?: Platform['openVault'];
  } = {},
) {
  const there = gathering();
  const { vault } = options;
  const erin = await there.come(options.name ?? 'Erin Example', vault ? { vault } : {});
  const form = { ...erin.workshop.drop.defaults(), title: options.title ?? 'Staff Engineer' };
  await done(there, erin.workshop.drop.place(form));
  for (const text of notes) await done(there, sheetOf(erin).addNote(direction, text));
  const screen = show(<Panel workshop={erin.workshop} />);
  await until(() => screen.all('note-row').length === notes.length);
  return { there, erin, screen };
}

/** The list of boards as signals, and what can be done in it. Knows nothing of the DOM. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Clock } from '../../../base/clock.ts';
import type { Disposer } from '../../../base/disposer.ts';
import type { Result } from '../../../base/result.ts';
import { type ListedBoard, largestBoardFile } from '../../client/listedBoard.ts';
import type { BoardsApi } from './boardsApi.ts';

export interface ListPorts {
  readonly api: BoardsApi;
  readonly clock: Clock;
  readonly user: { read(): string | null; write(user: string): void };
  open(address: string): void;
}

/** The part of a chosen file that is needed. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

export interface ListState {
  /** Undefined until the server has answered once. */
  readonly boards: ReadonlySignal<readonly ListedBoard[] | undefined>;
  /** What went wrong last; empty when nothing did. */
  readonly trouble: Signal<string>;
  /** What was done last, for those who do not see the list change. */
  readonly said: ReadonlySignal<string>;
  /** A large file takes a while. */
  readonly importing: ReadonlySignal<boolean>;
  /** Milliseconds since 1970, each minute anew. */
  readonly now: ReadonlySignal<number>;
  readonly user: ReadonlySignal<string>;
  start(): Disposer;
  refresh(): Promise<void>;
  setUser(name: string): void;
  create(name: string): Promise<void>;
  /** Resolves to whether it was done. */
  rename(board: ListedBoard, name: string): Promise<boolean>;
  copy(board: ListedBoard): Promise<void>;
  remove(board: ListedBoard): Promise<void>;
  import(file: ChosenFile): Promise<void>;
}

/** Other windows make and change boards too. Milliseconds. */
const lookEvery = 15_000;

export const boardAddress = (id: string): string => `/board/${encodeURIComponent(id)}`;

export function createListState({ api, clock, user, open }: ListPorts): ListState {
  const boards = signal<readonly ListedBoard[] | undefined>(undefined);
  const trouble = signal('');
  const said = signal('');
  const importing = signal(false);
  const now = signal(clock.now());
  const name = signal(user.read() ?? '');
  let silent = false;

  async function refresh(): Promise<void> {
    const found = await api.list();
    now.value = clock.now();
    if (found.ok) {
      boards.value = found.value;
      // Only the trouble of not being answered is over by an answer.
      if (silent) trouble.value = '';
      silent = false;
    } else {
      trouble.value = found.error;
      silent = true;
    }
  }

  /** Does it, tells of it, and shows the list as it is then. */
  async function does<T>(
    work: Promise<Result<T, string>>,
    words: (value: T) => string,
  ): Promise<T | undefined> {
    const result = await work;
    trouble.value = result.ok ? '' : result.error;
    silent = false;
    await refresh();
    if (!result.ok) {
      trouble.value = result.error;
      return undefined;
    }
    said.value = words(result.value);
    return result.value;
  }

  return {
    boards,
    trouble,
    said,
    importing,
    now,
    user: name,
    refresh,
    start() {
      let stop: Disposer = () => undefined;
      const look = () => {
        void refresh();
        stop = clock.after(lookEvery, look);
      };
      look();
      return () => stop();
    },
    setUser(next) {
      name.value = next.trim();
      user.write(name.value);
    },
    async create(wanted) {
      const made = await does(api.create(wanted), ({ name: called }) => `“${called}” was made.`);
      if (made) open(boardAddress(made.id));
    },
    async rename(board, wanted) {
      const done = await does(
        api.rename(board.id, wanted),
        ({ name: called }) => `Now it is called “${called}”.`,
      );
      return done !== undefined;
    },
    async copy(board) {
      await does(api.copy(board.id), ({ name: called }) => `“${called}” was made.`);
    },
    async remove(board) {
      await does(api.remove(board.id), () => `“${board.name}” was deleted.`);
    },
    async import(file) {
      if (file.size > largestBoardFile) {
        trouble.value = `“${file.name}” is larger than a board’s file can be (${largestBoardFile / 1024 / 1024} MB).`;
        return;
      }
      importing.value = true;
      try {
        const made = await does(
          api.import(await file.text()),
          ({ name: called }) => `“${called}” was imported.`,
        );
        if (!made) trouble.value = `“${file.name}” was not imported. ${trouble.value}`;
      } catch {
        trouble.value = `“${file.name}” could not be read.`;
      } finally {
        importing.value = false;
      }
    },
  };
}

/** The list of what had to be left aside, each thing once, bounded. */
import { observable } from '../base/observable.ts';
import { mostProblems } from './limits.ts';
import type { SyncProblem } from './sync.ts';

export type Problems = ReturnType<typeof problemList>;

export function problemList() {
  const list = observable<readonly SyncProblem[]>([]);
  const same = (a: SyncProblem, b: SyncProblem) =>
    a.kind === b.kind && a.document === b.document && a.who === b.who;
  return {
    list,
    report(problem: SyncProblem): void {
      const known = list.get();
      if (!known.some((other) => same(other, problem))) list.set([...known, problem].slice(-mostProblems));
    },
    /** This document's state from there is well again. */
    clear(document: string | null, who: string | null): void {
      const left = list.get().filter((problem) => problem.document !== document || problem.who !== who);
      if (left.length < list.get().length) list.set(left);
    },
    /** The document is deleted: nothing about it is a problem any more. */
    clearAll(document: string): void {
      const left = list.get().filter((problem) => problem.document !== document);
      if (left.length < list.get().length) list.set(left);
    },
    /** What another page reports in place of what was reported here, except this page's own reading of its disk. */
    replaceOthers(problems: readonly SyncProblem[]): void {
      const own = list.get().filter(({ who }) => who === 'browser');
      list.set([...own, ...problems.filter(({ who }) => who !== 'browser')].slice(-mostProblems));
    },
  };
}

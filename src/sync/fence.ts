/**
 * Keeps a page that believes it still leads from writing over what its successor stores: a page that was frozen and lost
 * its lock wakes up in the middle of a save. Nothing here looks at the time.
 *
 *   leader/<device>          whoever leads now writes its id here before anything else, and looks before every value
 *   saving/<device>/<name>   a save of this document has begun, and not every call of it has been answered
 *
 * A predecessor either sees its successor's id and stops, or has put its mark before that id was written: then the
 * successor sees the mark, and trusts nothing before the predecessor's last call can no longer take effect. Pages that
 * share a disk but are devices of their own, since their browser denies them locks, leave each other alone.
 */
import type { LocalCopy } from './localCopy.ts';

export interface Fence {
  /** To be called before a document's first save: whether an earlier leader's call may yet take effect. */
  inherited(name: string): Promise<boolean>;
  begin(name: string): Promise<void>;
  /** Every call of the save was answered, and can no longer take effect late. */
  end(name: string): void;
  /** False when another page leads: then nothing may be stored, and this page is told once. */
  holds(): Promise<boolean>;
}

/** `id`: of this leadership, used once only. */
export function fence(
  local: Pick<LocalCopy, 'remember' | 'recall'>,
  device: string,
  id: string,
  onLost: () => void,
): Fence {
  const leaderFact = `leader/${device}`;
  const savingFact = (name: string): string => `saving/${device}/${name}`;
  /** Where the disk takes nothing, nobody can be told anything by it. */
  const works = local
    .remember(leaderFact, id)
    .then(async () => (await local.recall(leaderFact)) === id)
    .catch(() => false);
  let lost = false;
  return {
    async inherited(name) {
      await works;
      const mark = await local.recall(savingFact(name));
      return typeof mark === 'string' && mark !== id;
    },
    begin: (name) => local.remember(savingFact(name), id),
    end: (name) => void local.remember(savingFact(name), null),
    async holds() {
      if (lost) return false;
      if (!(await works) || (await local.recall(leaderFact)) === id) return true;
      if (!lost) onLost();
      lost = true;
      return false;
    },
  };
}

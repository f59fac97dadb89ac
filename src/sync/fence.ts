/**
 * Keeps a page that believes it still leads from writing over what its successor stores: a page that was frozen and lost
 * its lock wakes up in the middle of a save. Nothing here looks at the time.
 *
 *   leader/<device>          whoever leads now writes its id here before anything else, and looks before every value
 *   saving/<device>/<name>   `by`: who has begun a save of this document of which not every call has been answered, or
 *                            null; `slot`: into which it went
 *
 * A predecessor either sees its successor's id and stops, or has put its mark before that id was written: then the
 * successor sees the mark, and trusts nothing before the predecessor's last call can no longer take effect. Pages that
 * share a disk but are devices of their own, since their browser denies them locks, leave each other alone.
 */
import type { LocalCopy } from './localCopy.ts';
import { asFields, asString } from './parse.ts';
import { type Slot, slots } from './slices.ts';

export interface Fence {
  /** To be called before a document's first save: whether an earlier leader's call may yet take effect. */
  inherited(name: string): Promise<boolean>;
  begin(name: string, slot: Slot): Promise<void>;
  /** Into which slot the last save went that was begun in this browser, as far as its disk knows. */
  lastSlot(name: string): Promise<Slot | null>;
  /** Every call of the save was answered, and can no longer take effect late. */
  end(name: string): void;
  /** False when another page leads: then nothing may be stored, and this page is told once. */
  holds(): Promise<boolean>;
}

interface Mark {
  readonly by: string | null;
  readonly slot: Slot | null;
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
  const markOf = async (name: string): Promise<Mark> => {
    const fields = asFields(await local.recall(savingFact(name)));
    return { by: asString(fields?.by), slot: slots.find((slot) => slot === fields?.slot) ?? null };
  };
  const begun = new Map<string, Slot>();
  let lost = false;
  return {
    async inherited(name) {
      await works;
      const { by } = await markOf(name);
      return by !== null && by !== id;
    },
    begin(name, slot) {
      begun.set(name, slot);
      return local.remember(savingFact(name), { by: id, slot });
    },
    async lastSlot(name) {
      await works;
      return (await markOf(name)).slot;
    },
    end: (name) => void local.remember(savingFact(name), { by: null, slot: begun.get(name) ?? null }),
    async holds() {
      if (lost) return false;
      if (!(await works) || (await local.recall(leaderFact)) === id) return true;
      if (!lost) onLost();
      lost = true;
      return false;
    },
  };
}

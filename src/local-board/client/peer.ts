/** Somebody else's window, as far as the others may know it. Never stored. */
/** The same person in two tabs is two of these. */
export interface Peer {
  readonly connection: string;
  readonly userId: string;
  readonly name: string;
  /** Ids of the items this window has selected. */
  readonly selection: readonly string[];
  /** Board coordinates, or null when the pointer is elsewhere. */
  readonly cursor: { readonly x: number; readonly y: number } | null;
}

/**
 * Why the board says no. The groups follow Miro's error-handling page; Miro documents neither codes nor classes, so
 * an app only ever sees a plain `Error` with the message, while the board page may look at the group.
 */
export type RefusalGroup =
  | 'rights'
  | 'ui'
  | 'crud'
  | 'input'
  | 'rate'
  | 'unknown-id'
  | 'unsupported'
  | 'storage'
  | 'connection'
  | 'backend';

export interface Refusal {
  readonly group: RefusalGroup;
  readonly message: string;
}

/** The rejection of a call: an `Error` whose `cause` is the refusal's group. */
export function refusalError({ group, message }: Refusal): Error {
  return new Error(message, { cause: group });
}

export function groupOf(error: unknown): RefusalGroup | undefined {
  return error instanceof Error && typeof error.cause === 'string'
    ? (error.cause as RefusalGroup)
    : undefined;
}

/**
 * Thrown inside the model only, and caught in one place (`carryOut.ts`), where it becomes a value again. It lets
 * every check be one line, however deep it sits.
 */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;
  constructor(group: RefusalGroup, message: string) {
    super(message);
    this.refusal = { group, message };
  }
}

export function refuse(group: RefusalGroup, message: string): never {
  throw new Refused(group, message);
}

/** What this person should do in a step now. */
export interface NextInStep {
  readonly words: string;
  readonly action: string;
  /** Others have done their part. */
  readonly waitedFor?: boolean;
}

/** Something to tell the person: what happened, and what they can do about it. */
export interface NoticeContent {
  readonly message: string;
  readonly tone: 'info' | 'warn';
  readonly action?: { readonly word: string; readonly run: () => void };
}

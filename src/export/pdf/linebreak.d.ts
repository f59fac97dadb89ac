declare module 'linebreak' {
  /** Where a text may or must break, one after the other; `position` is after the break's spaces. */
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
}

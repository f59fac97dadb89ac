/** A member that exists, so that nothing breaks by looking at it, and says plainly that it does nothing. */
export const notYet = (name: string) => (): Promise<never> =>
  Promise.reject(new Error(`${name} is not on the local board yet.`));

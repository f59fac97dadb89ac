/** A string that can't be mistaken for another kind of string: `Brand<string, 'ItemId'>`. Costs nothing at run time. */
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

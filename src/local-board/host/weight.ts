/** Roughly how many bytes a value is worth, to refuse what is too much before anything is done with it. */

/** Stops counting once it is more than `bound`; circles end there too. */
export function outweighs(value: unknown, bound: number): boolean {
  const left: unknown[] = [value];
  let weight = 0;
  while (left.length > 0) {
    const next = left.pop();
    weight += 8;
    if (typeof next === 'string') weight += next.length;
    else if (next instanceof ArrayBuffer || ArrayBuffer.isView(next)) weight += next.byteLength;
    else if (next instanceof Blob) weight += next.size;
    else if (Array.isArray(next)) {
      if (next.length > bound) return true;
      for (const entry of next) left.push(entry);
    } else if (typeof next === 'object' && next !== null)
      for (const [key, entry] of Object.entries(next)) {
        weight += key.length;
        left.push(entry);
        if (left.length > bound) return true;
      }
    if (weight > bound) return true;
  }
  return false;
}

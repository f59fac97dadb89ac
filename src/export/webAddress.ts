/** The only addresses a document may link to: http, https and mailto. Anything else stays words. */
const schemes = ['https:', 'http:', 'mailto:'];

export function webAddress(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return schemes.includes(url.protocol) ? url.href : undefined;
}

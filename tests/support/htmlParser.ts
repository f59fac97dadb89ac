/** Node has no DOMParser; linkedom's stands in for it. */
import { DOMParser } from 'linkedom';

export const linkedomParser = (html: string): Document =>
  new DOMParser().parseFromString(html, 'text/html') as unknown as Document;

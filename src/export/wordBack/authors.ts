/** Names of people as programs write them. */
import { cleanLine } from '../cleanText.ts';

/** What LibreOffice and Word write where nobody has told them a name. */
const nobody = new Set(['Unknown Author', 'Author']);

/** Empty for nobody. */
export function nameIn(author: string): string {
  const name = cleanLine(author);
  return nobody.has(name) ? '' : name;
}

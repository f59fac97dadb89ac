/**
 * XML parts, read by a library that takes well-formed XML only, follows no link and knows no entity of a document's own.
 * Elements are known by their names without prefix: no two that are looked for differ in their namespace alone.
 */
import { parseXml, XmlElement } from '@rgrove/parse-xml';

export type Element = XmlElement;

/** Null for what is no XML. */
export function xmlFrom(text: string | undefined): Element | null {
  if (text === undefined) return null;
  try {
    return parseXml(text).root;
  } catch {
    return null; // not well-formed, or nested without end
  }
}

export const nameOf = ({ name }: Element): string => name.slice(name.indexOf(':') + 1);

export const childrenOf = ({ children }: Element): readonly Element[] =>
  children.filter((one): one is XmlElement => one instanceof XmlElement);

export const childOf = (element: Element | null, name: string): Element | null =>
  (element && childrenOf(element).find((one) => nameOf(one) === name)) ?? null;

/** The value of an attribute, whatever prefix it has here. */
export function attributeOf(element: Element, name: string): string | null {
  for (const [key, value] of Object.entries(element.attributes))
    if (key.slice(key.indexOf(':') + 1) === name) return value;
  return null;
}

/**
 * A part of our own in the file (OOXML's custom XML data, ECMA-376 part 1, 15.2.5): Word keeps it as it is, LibreOffice
 * does where it has properties, too.
 */
import type { Document } from 'docx';
import { exportedName } from './exported.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Any will do that is always the same. */
const itemId = '{7D6C1F0E-52A4-4B0C-9C60-3B8E6D2A91F4}';
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Tells the document of it; what is returned goes into the package. Nothing in it comes from outside but `xml`. */
export function withPart(file: Document, xml: string): readonly { path: string; data: string }[] {
  file.Document.Relationships.addRelationship(
    'rolewright',
    `${office}/relationships/customXml`,
    '../customXml/item1.xml',
  );
  file.ContentTypes.addOverride(
    'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
    '/customXml/itemProps1.xml',
  );
  return [
    { path: 'customXml/item1.xml', data: xml },
    {
      path: 'customXml/itemProps1.xml',
      data: `${declared}<ds:datastoreItem xmlns:ds="${office}/customXml" ds:itemID="${itemId}"><ds:schemaRefs><ds:schemaRef ds:uri="${exportedName}"/></ds:schemaRefs></ds:datastoreItem>`,
    },
    {
      path: 'customXml/_rels/item1.xml.rels',
      data: `${declared}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
    },
  ];
}

import { crc32, deflateRawSync } from 'node:zlib'

/** A zip of these parts. `told`: the unpacked size that its listing claims for a part, where it lies. */
export const zipOf = (parts: Record<string, Uint8Array>, told: Record<string, number> = {}): Buffer => {
  const bodies: Buffer[] = []
  const listing: Buffer[] = []
  let at = 0
  for (const [name, data] of Object.entries(parts)) {
    const packed = deflateRawSync(data)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(data), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(told[name] ?? data.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.from(name), packed])
    listing.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002\u0014\u0000'),
        facts,
        Buffer.alloc(10),
        uint32(at),
        Buffer.from(name),
      ]),
    )
    bodies.push(body)
    at += body.length
  }
  const directory = Buffer.concat(listing)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(listing.length, 4)
  end.writeUInt16LE(listing.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, directory, Buffer.from('PK\u0005\u0006'), end])
}

const uint32 = (n: number): Buffer => {
  const four = Buffer.alloc(4)
  four.writeUInt32LE(n)
  return four
}

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
const ROOT = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`
const BOOK = `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`
const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`

export const SHEET_PART = 'xl/worksheets/sheet1.xml'

/** The parts of a workbook whose one sheet holds these rows of XML. */
export const workbookParts = (rows: string): Record<string, Uint8Array> => ({
  '[Content_Types].xml': Buffer.from(TYPES),
  '_rels/.rels': Buffer.from(ROOT),
  'xl/workbook.xml': Buffer.from(BOOK),
  'xl/_rels/workbook.xml.rels': Buffer.from(RELATIONS),
  [SHEET_PART]: Buffer.from(
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  ),
})

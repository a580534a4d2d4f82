import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { SHEET_LIMITS } from '../../../worker/lib/sheet/limits.ts'
import { readWorkbook } from '../../support/at-once.ts'
import { one, open, problem, SMALL } from '../../support/sheets/open-book.ts'
import { buildXlsx, partsOf, zipParts } from '../../support/sheets/xlsx-builder.ts'

describe('files that are not what they seem', () => {
  const ole = Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array(600).fill(0),
  ])
  const encrypted = Uint8Array.from([
    ...ole,
    ...Array.from('EncryptedPackage', (c) => [c.charCodeAt(0), 0]).flat(),
  ])

  it.each([
    ['empty_file', new Uint8Array(0)],
    ['old_excel', ole],
    ['encrypted', encrypted],
    ['pdf', strToU8('%PDF-1.7\n')],
    ['image', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['image', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])],
    ['web_page', strToU8('\n<html><table><tr><td>1</td></tr></table>')],
    ['other_document', strToU8('{\\rtf1 x}')],
    ['not_a_sheet', Uint8Array.from([1, 2, 3, 0, 0, 9, 8, 7])],
    ['empty_file', strToU8('\n\n  \n')],
    ['macros', buildXlsx({ ...SMALL, parts: { 'xl/vbaProject.bin': 'x' } })],
    ['binary_workbook', zipParts({ '_rels/.rels': '<a/>', 'xl/workbook.bin': 'x' })],
    [
      'open_document',
      zipParts({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': '<a/>',
      }),
    ],
    ['other_document', zipParts({ 'word/document.xml': '<a/>' })],
    ['empty_file', buildXlsx(one([[]]))],
  ])('refuses with %s', (code, bytes) => expect(problem(bytes)).toBe(code))

  it('reads by content and warns when the name says otherwise', () => {
    const book = open(buildXlsx(SMALL), 'danh-sach.csv')
    expect(book.kind).toBe('xlsx')
    expect(book.warnings.map((warning) => warning.code)).toEqual(['extension'])
    expect(open(strToU8('a,b\n1,2\n'), 'danh-sach.xls').warnings[0]?.code).toBe('extension')
    expect(open(buildXlsx(SMALL), 'DANH-SACH.XLSX').warnings).toEqual([])
  })
})

describe('damaged and hostile workbooks', () => {
  const bytes = buildXlsx(SMALL)

  it('refuses a file cut short, wherever it is cut', () => {
    for (let length = 4; length < bytes.length; length += 13) {
      expect(problem(bytes.subarray(0, length))).toBe('broken_zip')
    }
  })

  it('never throws, and never reads a changed figure, when bytes are flipped', () => {
    for (let at = 0; at < bytes.length; at += 5) {
      const flipped = bytes.slice()
      flipped[at] = (flipped[at] ?? 0) ^ 0x5a
      const reading = readWorkbook(flipped, { fileName: 'a.xlsx' })
      if (reading.ok && reading.workbook.kind === 'xlsx') {
        expect(reading.workbook.sheets[0]?.rows[1]?.cells).toEqual(['VN-AGOR-0001', 2.5])
      }
    }
  })

  it('refuses a figure changed inside an entry that still inflates and parses', () => {
    const stored = Object.entries(partsOf(SMALL)).map(([name, content]): [string, Uint8Array] => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ])
    const plain = zipSync(Object.fromEntries(stored), { level: 0 })
    const text = Array.from(plain, (byte) => String.fromCharCode(byte)).join('')
    const at = text.indexOf('<v>2.5</v>') + 3
    expect(problem(plain)).toBe('ok')
    plain[at] = '9'.charCodeAt(0)
    expect(problem(plain)).toBe('broken_zip')
  })

  it('refuses broken XML and a missing part', () => {
    const parts = partsOf(SMALL)
    const sheet = String(parts['xl/worksheets/sheet1.xml'])
    expect(problem(zipParts({ ...parts, 'xl/worksheets/sheet1.xml': sheet.slice(0, -20) }))).toBe(
      'broken_xml',
    )
    expect(
      problem(
        zipParts({ ...parts, 'xl/worksheets/sheet1.xml': sheet.replace('<v>', '<v>&boom;') }),
      ),
    ).toBe('broken_xml')
    const { 'xl/worksheets/sheet1.xml': _, ...without } = parts
    expect(problem(zipParts(without))).toBe('broken_zip')
  })

  it('refuses a document type declaration before any entity grows', () => {
    const dtd = '<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    const parts = partsOf(SMALL)
    const strings = String(parts['xl/sharedStrings.xml']).replace('?>', `?>${dtd}`)
    expect(problem(zipParts({ ...parts, 'xl/sharedStrings.xml': strings }))).toBe('doctype')
  })

  it('refuses an entry that inflates beyond reason', () => {
    const parts = partsOf(SMALL)
    const bomb = new Uint8Array(40 * 1024 * 1024).fill(0x20)
    const zipped = zipParts({ ...parts, 'xl/sharedStrings.xml': bomb })
    expect(zipped.length).toBeLessThan(100_000)
    expect(problem(zipped)).toBe('zip_bomb')
  })

  it('counts what comes out, whatever size the directory declares', () => {
    const parts = partsOf(SMALL)
    const zipped = zipParts({
      ...parts,
      'xl/sharedStrings.xml': new Uint8Array(40 * 1024 * 1024).fill(0x20),
    })
    const view = new DataView(zipped.buffer, zipped.byteOffset)
    for (let at = 0; at < zipped.length - 46; at += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) continue
      if (view.getUint32(at + 24, true) > 1_000_000) view.setUint32(at + 24, 100, true)
    }
    expect(problem(zipped)).toBe('zip_bomb')
  })

  it('refuses many entries, many sheets, large files and many rows', () => {
    const limits = { ...SHEET_LIMITS, maxZipEntries: 5 }
    expect(problem(bytes, 'a.xlsx', limits)).toBe('zip_bomb')
    expect(problem(bytes, 'a.xlsx', { ...SHEET_LIMITS, maxFileBytes: 100 })).toBe('file_too_large')
    expect(problem(bytes, 'a.xlsx', { ...SHEET_LIMITS, maxSheets: 0 })).toBe('too_many_sheets')
    expect(problem(bytes, 'a.xlsx', { ...SHEET_LIMITS, maxRows: 1 })).toBe('too_many_rows')
    expect(problem(strToU8('a,b\n1,2\n3,4\n'), 'a.csv', { ...SHEET_LIMITS, maxRows: 2 })).toBe(
      'too_many_rows',
    )
  })

  it('refuses encrypted entries', () => {
    const locked = bytes.slice()
    const view = new DataView(locked.buffer)
    for (let at = 0; at < locked.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true)
    }
    expect(problem(locked)).toBe('encrypted')
  })

  it('does not follow a merged range over the whole sheet cell by cell', () => {
    const started = performance.now()
    open(
      buildXlsx(
        one(
          [
            ['a', 'b'],
            ['c', 'd'],
          ],
          ['A1:XFD1048576'],
        ),
      ),
    )
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('reads stored (not deflated) entries', () => {
    const stored = Object.entries(partsOf(SMALL)).map(([name, text]): [string, Uint8Array] => [
      name,
      typeof text === 'string' ? strToU8(text) : text,
    ])
    const book = open(zipSync(Object.fromEntries(stored), { level: 0 }))
    expect(book.sheets[0]?.rows).toHaveLength(2)
  })
})

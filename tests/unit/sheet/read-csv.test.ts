import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Workbook } from '../../../worker/lib/sheet/workbook.ts'
import { readWorkbook } from '../../support/at-once.ts'

function open(bytes: Uint8Array | string): Workbook {
  const content = typeof bytes === 'string' ? strToU8(bytes) : bytes
  const reading = readWorkbook(content, { fileName: 'xoài.csv' })
  if (!reading.ok) throw new Error(reading.problem.message)
  return reading.workbook
}

function rows(bytes: Uint8Array | string) {
  return open(bytes).sheets[0]?.rows.map((row) => [row.row, ...row.cells])
}

describe('CSV files', () => {
  it.each([',', ';', '\t'])('finds the delimiter %j', (delimiter) => {
    const text = [
      ['Mã số', 'Tên', 'Xã'],
      ['A-1', 'x', 'y'],
    ]
      .map((row) => row.join(delimiter))
      .join('\r\n')
    expect(rows(text)).toEqual([
      [1, 'Mã số', 'Tên', 'Xã'],
      [2, 'A-1', 'x', 'y'],
    ])
  })

  it('is not misled by decimal commas or by commas in addresses', () => {
    const text = 'Mã;Địa chỉ;Diện tích\nA-1;Ấp 1, xã B, tỉnh C;2,5\nA-2;Ấp 2, xã B, tỉnh C;3,5\n'
    expect(rows(text)?.[1]).toEqual([2, 'A-1', 'Ấp 1, xã B, tỉnh C', '2,5'])
  })

  it('keeps quoted delimiters, quotes and line breaks, and counts rows as a spreadsheet does', () => {
    expect(rows('a,b\n"x, ""y""","dòng 1\ndòng 2"\n\nc,d\n')).toEqual([
      [1, 'a', 'b'],
      [2, 'x, "y"', 'dòng 1\ndòng 2'],
      [4, 'c', 'd'],
    ])
  })

  it('honours the separator line of Excel', () => {
    expect(rows('sep=;\na;b,c\n')).toEqual([[2, 'a', 'b,c']])
  })

  it('reads UTF-8 with and without its mark, and UTF-16 both ways', () => {
    const text = 'Mã số,Xã\nA-1,Chợ Mới\n'
    const expected = [
      [1, 'Mã số', 'Xã'],
      [2, 'A-1', 'Chợ Mới'],
    ]
    const utf16 = (little: boolean) => {
      const view = new DataView(new ArrayBuffer(2 + text.length * 2))
      view.setUint16(0, 0xfeff, little)
      Array.from(text, (character, at) =>
        view.setUint16(2 + at * 2, character.charCodeAt(0), little),
      )
      return new Uint8Array(view.buffer)
    }
    for (const bytes of [strToU8(text), strToU8(`\ufeff${text}`), utf16(true), utf16(false)]) {
      expect(rows(bytes)).toEqual(expected)
      expect(open(bytes).warnings).toEqual([])
    }
    expect(rows(text.normalize('NFD'))).toEqual(expected)
  })

  it('reads windows-1258, composes its tones and asks to look', () => {
    // "Mã số,Chợ" : tone marks are bytes of their own after a, ô and ơ.
    const bytes = Uint8Array.from([
      0x4d, 0x61, 0xde, 0x20, 0x73, 0xf4, 0xec, 0x2c, 0x43, 0x68, 0xf5, 0xf2, 0x0a, 0x31, 0x2c,
      0x32,
    ])
    expect(rows(bytes)?.[0]).toEqual([1, 'Mã số', 'Chợ'])
    expect(open(bytes).warnings[0]?.code).toBe('encoding')
  })

  it('names its sheet after the file', () => expect(open('a,b\n1,2').sheets[0]?.name).toBe('xoài'))
})

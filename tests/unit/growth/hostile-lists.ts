import { UPLOAD_LIMITS, UPLOAD_MAX_BYTES } from '../../../worker/verbs/imports/portal-limits.ts'
import { readBatchRecords, readCodeRecords, readWorkbook } from '../../support/at-once.ts'
import { repeated, varied } from './hostile-bytes.ts'
import type { HostileFile } from './measure-file.ts'

function csv(unit: string, ends: { before?: string; after?: string } = {}) {
  return (length: number) => varied(unit, length, ends)
}

const FILES: Record<string, (length: number) => Uint8Array> = {
  'line feeds': csv('\n'),
  'carriage returns': csv('\r'),
  'both line breaks': csv('\r\n'),
  quotes: csv('"'),
  'quotes and a letter': csv('"', { after: 'a' }),
  'a quote never closed': csv('a,b\n', { before: '"' }),
  'empty texts': csv('""\n'),
  'quotes half open': csv('"a\n'),
  'quotes in fields': csv('a"b,'),
  commas: csv(','),
  'commas and line breaks': csv(',\n'),
  semicolons: csv(';'),
  tabs: csv('\t\t\n'),
  blanks: csv(' '),
  'blanks and line breaks': csv('   \n'),
  'one huge cell': csv('a'),
  rows: csv('a,b,c,d,e,f,g\n'),
  'rows of letters with marks': csv('ộ,ữ\n'),
  'as many columns as are read': csv(`${'##,'.repeat(255)}\n`),
  'more columns than are read': csv(`${'##,'.repeat(2_000)}\n`),
  marks: csv('\u0301\u0323', { before: 'e' }),
  'rows of marks': csv(`e${'\u0301\u0323'.repeat(8_000)}\n`),
  'invisible characters': csv('\u200b'),
  emoji: csv('😀\n'),
  'signs of formulas': csv("'=#,"),
  'bytes that are no text': (length) => new Uint8Array(length).fill(0xff),
  'bytes of the Vietnamese code page': (length) => new Uint8Array(length).fill(0xf5),
  zeros: (length) => new Uint8Array(length),
  'end marks': (length) => new Uint8Array(length).fill(0x1a),
  'line feeds in UTF-16': (length) => repeated('\n\0', length),
  'rows of TCVN3, each another': csv('Hµ ##;B¶n LÇu;##\n'),
  'rows of VNI, each another': csv('Vuøng ##;troàng;##\n'),
  'letters encoded twice': csv('Ã¡á»'),
  'delimiters in quotes': csv('"a;b;\nc;d"\n'),
  'rows in UTF-16': (length) => repeated('a\0,\0\n\0', length),
}

const CODES = 'Mã số,Tên vùng trồng,Chủ sở hữu,Xã,Tỉnh,Diện tích,Thị trường,Ngày cấp\n'
const BATCHES =
  'Mã lô,Tên sản phẩm,Nhà sản xuất,Ngày thu hoạch,Ngày đóng gói,Số lượng,Đơn vị tính,Mã số vùng trồng\n'

/** Lists that are read as far as their records, most of them refused. */
const LISTS: Record<string, { before: string; unit: string }> = {
  'codes, each cell wrong': { before: CODES, unit: '!,a,b,c,d,x,y,z\n' },
  'codes, each a like one': { before: CODES, unit: 'VN-#####,a,b,c,d,1,TQ,01/02/2024\n' },
  'totals after every row': {
    before: CODES,
    unit: 'VN-#####,a,b,c,d,#,TQ,01/02/2024\nTổng,,,,,9,,\n',
  },
  'figures of many digits': { before: CODES, unit: `VN-#####,a,b,c,d,${'#'.repeat(4_000)},TQ,1\n` },
  'subtotals and signatures': {
    before: CODES,
    unit: 'VN-#####,a,b,c,d,1,TQ,01/02/2024\n,Cộng xã #####,,,,1,,\n,Người lập biểu,,,,,,\n',
  },
  'many codes in one cell': {
    before: CODES,
    unit: `${'VNAGOR##### '.repeat(30)},a,b,c,d,1,TQ,01/02/2024\n`,
  },
  'holders that are nearly one': {
    before: CODES,
    unit: 'VN-#####,a,HTX NN #####,c,d,1,TQ,01/02/2024\n',
  },
  'many markets in a cell': { before: CODES, unit: `VN-#####,a,b,c,d,1,${'x+'.repeat(2_000)},1\n` },
  'dates of blanks': { before: CODES, unit: `VN-#####,a,b,c,d,1,TQ,1${' '.repeat(4_000)}x\n` },
  'many codes in a cell': {
    before: BATCHES,
    unit: `L#####,a,b,1/2/24,1/2/24,1,kg,${'!;'.repeat(8_000)}\n`,
  },
  'many days in a cell': {
    before: BATCHES,
    unit: `L#####,a,b,${'1/2/24;'.repeat(2_000)},1/2/24,1,kg,x\n`,
  },
}

const MOST = UPLOAD_MAX_BYTES

function open(bytes: Uint8Array) {
  return readWorkbook(bytes, { fileName: 'a.csv', limits: UPLOAD_LIMITS })
}

/** Where it is memory that counts: as large as a list may be. The others tell as much in less time. */
const WHOLE: ReadonlySet<string> = new Set([
  'line feeds',
  'quotes',
  'a quote never closed',
  'rows',
  'as many columns as are read',
  'more columns than are read',
  'rows of marks',
  'marks',
  'bytes that are no text',
  'line feeds in UTF-16',
])

const texts = Object.entries(FILES).map(
  ([name, bytes]): HostileFile => ({
    name,
    most: WHOLE.has(name) ? MOST : MOST / 4,
    bytes,
    read: (given) => {
      const reading = open(given)
      return reading.ok ? 'ok' : reading.problem.code
    },
  }),
)

const records = Object.entries(LISTS).map(
  ([name, { before, unit }]): HostileFile => ({
    name,
    most: MOST / 4,
    bytes: (length) => {
      const rows = unit.split('\n').length - 1
      // As many as a list may have: one row more and nothing would be read.
      const longest = Math.floor(29_900 / rows) * new TextEncoder().encode(unit).length
      return varied(unit, Math.min(length, longest), { before })
    },
    read: (given) => {
      const reading = open(given)
      if (!reading.ok) return reading.problem.code
      const read = before === CODES ? readCodeRecords : readBatchRecords
      const result = read(reading.workbook)
      return result.ok ? 'ok' : result.problem.code
    },
  }),
)

/** What people could send as a list in text, as large as it may be. */
export const HOSTILE_TEXT_LISTS: readonly HostileFile[] = texts
export const HOSTILE_RECORDS: readonly HostileFile[] = records

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyMends } from '../../../worker/lib/sheet/mend/apply-mends.ts'
import { type Cell, columnLetters, type SheetRow } from '../../../worker/lib/sheet/workbook.ts'

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.string({ maxLength: 8 }),
  fc.integer({ min: -1000, max: 1000 }),
  fc.constant<Cell>({ kind: 'error', text: '#REF!' }),
)
const rows: fc.Arbitrary<readonly SheetRow[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 12 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers
        .toSorted((a, b) => a - b)
        .map((row) =>
          fc.record({ row: fc.constant(row), cells: fc.array(cell, { maxLength: 6 }) }),
        ),
    ),
  )
const mends = fc.array(
  fc.record({
    cell: fc
      .tuple(fc.nat({ max: 8 }), fc.integer({ min: 1, max: 45 }))
      .map(([column, row]) => `${columnLetters(column)}${row}`),
    text: fc.oneof(fc.constant(''), fc.string({ maxLength: 8 })),
  }),
  { maxLength: 15 },
)

/** Cells by name, empty ones left out. */
function namedCells(sheet: readonly SheetRow[]): Map<string, Cell> {
  const named = new Map<string, Cell>()
  for (const { row, cells } of sheet) {
    for (const [column, value] of cells.entries()) {
      if (value !== null) named.set(`${columnLetters(column)}${row}`, value)
    }
  }
  return named
}

describe('mended cells', () => {
  it('say what was written, and every other cell what it said', () => {
    fc.assert(
      fc.property(rows, mends, (sheet, given) => {
        const known = new Set(sheet.map(({ row }) => row))
        const expected = namedCells(sheet)
        for (const { cell: name, text } of given) {
          if (!known.has(Number(name.replace(/\D/g, '')))) continue
          if (text === '') expected.delete(name)
          else expected.set(name, text)
        }
        const read = applyMends(sheet, given)
        expect(namedCells(read.rows)).toEqual(expected)
        expect(read.rows.map(({ row }) => row)).toEqual(sheet.map(({ row }) => row))
      }),
    )
  })

  it('are told once each with what was written last, and mend nothing when mended again', () => {
    fc.assert(
      fc.property(rows, mends, (sheet, given) => {
        const { rows: once, mended } = applyMends(sheet, given)
        const names = mended.map((each) => each.cell)
        expect(new Set(names).size).toBe(names.length)
        const last = new Map(given.map(({ cell: name, text }) => [name, text]))
        for (const { cell: name, after } of mended) expect(after).toBe(last.get(name))
        const texts = mended.map(({ cell: name, after }) => ({ cell: name, text: after }))
        expect(applyMends(once, texts).rows).toEqual(once)
      }),
    )
  })

  it('leave the rows they were given as they were, and pass over names of no cell', () => {
    const sheet: readonly SheetRow[] = [{ row: 1, cells: ['a', 2.5] }]
    const odd = ['', 'A0', 'a1', 'AAAA1', 'A1:B2', '1A', '__proto__']
    expect(
      applyMends(
        sheet,
        odd.map((name) => ({ cell: name, text: 'x' })),
      ).mended,
    ).toEqual([])
    const { mended, rows: read } = applyMends(sheet, [{ cell: 'B1', text: '3,5' }])
    expect(mended).toEqual([{ cell: 'B1', before: '2,5', after: '3,5' }])
    expect(read).toEqual([{ row: 1, cells: ['a', '3,5'] }])
    expect(sheet).toEqual([{ row: 1, cells: ['a', 2.5] }])
  })
})

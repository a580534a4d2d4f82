import { expect, test } from 'vitest'
import { dayCell, rowsUnder } from '../../../worker/lib/sheet/write/sheet-cells.ts'
import { once } from '../../../worker/lib/steps/once.ts'

test('each thing is a row under the columns, in their order', () => {
  const columns = [
    { heading: 'Tên', width: 10, cell: ({ name }: { name: string; kg: number }) => name },
    { heading: 'Kg', width: 10, cell: ({ kg }: { name: string; kg: number }) => kg },
  ]
  expect(rowsUnder(columns, [{ name: 'Xoài', kg: 5 }])).toEqual([['Xoài', 5]])
})

test('a day is a cell of a day, and nothing where there is none', () => {
  expect(dayCell('2026-03-05')).toEqual({ on: '2026-03-05' })
  expect(dayCell('hôm qua')).toBeNull()
  expect(dayCell(null)).toBeNull()
})

test('one part comes once', async () => {
  const parts: number[] = []
  for await (const part of once(7)) parts.push(part)
  expect(parts).toEqual([7])
})

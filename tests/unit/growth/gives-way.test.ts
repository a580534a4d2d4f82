import { expect, test } from 'vitest'
import { readCodeRecordsInSteps } from '../../../worker/domain/lists/records/code-records.ts'
import { readWorkbookInSteps } from '../../../worker/lib/sheet/read-workbook.ts'
import { takeStepsGivingWay } from '../../../worker/lib/steps/steps.ts'
import { buildXlsx } from '../../support/sheets/xlsx-builder.ts'
import { varied } from './hostile-bytes.ts'

const ROWS = 5_000
const HEADING = 'Mã số,Tên vùng trồng,Chủ sở hữu,Xã,Tỉnh,Thị trường,Ngày cấp\n'
const ROW = 'VN-#####,a,b,c,d,TQ,01/02/2024\n'

/** Asked whether it is time; it never is, so that the clock has no say in the test. */
function counter() {
  let asked = 0
  return {
    asked: () => asked,
    giveWay: () => {
      asked += 1
      return undefined
    },
  }
}

test('a list in text lets others have their turn at every row, and so do its records', async () => {
  const length = HEADING.length * 2 + ROWS * ROW.length
  const bytes = varied(ROW, length, { before: HEADING })
  const reading = counter()
  const steps = readWorkbookInSteps(bytes, { fileName: 'a.csv' })
  const result = await takeStepsGivingWay(steps, reading.giveWay)
  if (!result.ok) throw new Error(result.problem.message)
  const rows = result.workbook.sheets[0]?.rows.length ?? 0
  expect(rows).toBeGreaterThan(ROWS)
  expect(reading.asked()).toBeGreaterThanOrEqual(rows)
  const taking = counter()
  await takeStepsGivingWay(readCodeRecordsInSteps(result.workbook), taking.giveWay)
  // Once to tell what a row is, and once to read it.
  expect(taking.asked()).toBeGreaterThanOrEqual(2 * (rows - 1))
})

test('a workbook lets others have their turn every few kilobytes of the file', async () => {
  const rows = Array.from({ length: ROWS }, (_, at) => [`VN-${(at * 7_919) % 100_000}`, at * 1.7])
  const bytes = buildXlsx({ sheets: [{ name: 'a', rows }] })
  const reading = counter()
  await takeStepsGivingWay(readWorkbookInSteps(bytes, { fileName: 'a.xlsx' }), reading.giveWay)
  expect(reading.asked()).toBeGreaterThan(bytes.length / 5_000)
})

test('waits for others where it is their turn', async () => {
  const order: string[] = []
  const steps = (function* () {
    order.push('first')
    yield
    order.push('second')
    return 'done'
  })()
  const others = () => Promise.resolve().then(() => void order.push('others'))
  expect(await takeStepsGivingWay(steps, others)).toBe('done')
  expect(order).toEqual(['first', 'others', 'second'])
})

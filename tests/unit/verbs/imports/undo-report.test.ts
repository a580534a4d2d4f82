import { expect, test } from 'vitest'
import { newUndoReport, withTaken } from '../../../../worker/verbs/imports/undo/undo-report.ts'

test('what is taken back adds up by its name, whatever was listed, and what stays is told', () => {
  const once = withTaken(newUndoReport('Nhầm tệp'), {
    counts: [['entriesTakenBack', 3]],
    kept: ['Ấp Mỹ Hòa: đã sửa'],
  })
  const twice = withTaken(once, { counts: [['entriesTakenBack', 2]], kept: [] })
  expect(twice).toEqual({
    ...{ reason: 'Nhầm tệp', codesWithdrawn: 0, sitesWithdrawn: 0, decisionsTakenBack: 0 },
    ...{ entriesTakenBack: 5, kept: ['Ấp Mỹ Hòa: đã sửa'], keptTotal: 1 },
  })
})

test('only the first of what stays is told of; all of it is counted', () => {
  const many = Array.from({ length: 450 }, (_, at) => `dòng ${at}`)
  const report = withTaken(newUndoReport(''), { counts: [], kept: many })
  expect(report.kept).toHaveLength(200)
  expect(report.keptTotal).toBe(450)
})

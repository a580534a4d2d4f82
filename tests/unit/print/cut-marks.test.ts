import { describe, expect, it } from 'vitest'
import { layoutOfStock, STOCKS } from '../../../worker/lib/print/index.ts'
import { cutLines } from '../../../worker/lib/print/pdf/cut-marks.ts'

const sheets = STOCKS.filter(({ kind }) => kind === 'sheet')

describe('cut marks', () => {
  it.each(sheets)('of $id lie on the paper, touch no sticker, and stand at its edges', (stock) => {
    const layout = layoutOfStock(stock)
    const lines = cutLines({ layout })
    const { paper, face, columns, rows, leftMm, topMm, pitchXMm, pitchYMm } = layout
    expect(lines.length).toBeGreaterThan(0)
    for (const [fromX, fromY, toX, toY] of lines) {
      expect(Math.min(fromX, fromY)).toBeGreaterThan(0)
      expect(toX).toBeLessThan(paper.widthMm)
      expect(toY).toBeLessThan(paper.heightMm)
      expect(fromX === toX || fromY === toY).toBe(true)
    }
    for (let column = 0; column < columns; column++) {
      for (let row = 0; row < rows; row++) {
        const [left, top] = [leftMm + column * pitchXMm, topMm + row * pitchYMm]
        const touching = lines.filter(
          ([fromX, fromY, toX, toY]) =>
            toX > left && fromX < left + face.widthMm && toY > top && fromY < top + face.heightMm,
        )
        expect(touching).toEqual([])
      }
    }
    const vertical = new Set(lines.flatMap(([fromX, , toX]) => (fromX === toX ? [fromX] : [])))
    if (vertical.size > 0) {
      const edges = Array.from({ length: columns }, (_, at) => leftMm + at * pitchXMm)
      for (const edge of edges.flatMap((at) => [at, at + face.widthMm])) {
        expect([...vertical].some((at) => Math.abs(at - edge) < 0.01)).toBe(true)
      }
    }
  })

  it.each(STOCKS.filter(({ kind }) => kind === 'roll'))('of $id there are none', (stock) => {
    expect(cutLines({ layout: layoutOfStock(stock) })).toEqual([])
  })
})

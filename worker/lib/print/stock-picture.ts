import { A4 } from './layouts.ts'
import type { Stock } from './stocks.ts'

/** Points of the drawing to a millimetre. */
const SCALE = 0.2

/** A stock drawn small: the sheet with its labels, or a label of a roll between its neighbours. */
export function stockPicture(stock: Stock): string {
  const { kind, columns, rows, leftMm, topMm, pitchXMm, pitchYMm, widthMm, heightMm } = stock
  const paper = kind === 'sheet' ? A4 : { widthMm, heightMm }
  const label = (column: number, row: number) =>
    box({ x: leftMm + column * pitchXMm, y: topMm + row * pitchYMm, widthMm, heightMm })
  const labels = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => label(column, row)),
  ).flat()
  const size = `width="${points(paper.widthMm)}" height="${points(paper.heightMm)}"`
  const view = `viewBox="0 0 ${points(paper.widthMm)} ${points(paper.heightMm)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${view} aria-hidden="true"><g fill="none" stroke="currentColor" stroke-width="0.6">${box({ x: 0, y: 0, ...paper })}${labels.join('')}</g></svg>`
}

function box(of: { x: number; y: number; widthMm: number; heightMm: number }): string {
  const { x, y, widthMm, heightMm } = of
  return `<rect x="${points(x)}" y="${points(y)}" width="${points(widthMm)}" height="${points(heightMm)}" rx="0.6"/>`
}

function points(mm: number): string {
  return (mm * SCALE).toFixed(1)
}

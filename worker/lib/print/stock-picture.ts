import { A4 } from './layouts.ts'
import type { Stock } from './stocks.ts'

/** Points of the drawing to a millimetre; a label of a roll is drawn larger than those of a sheet. */
const SCALES = { sheet: 0.2, roll: 0.45 } as const

/** A stock drawn small: the sheet with its labels, or a label of a roll between its neighbours. */
export function stockPicture(stock: Stock): string {
  const { kind, columns, rows, leftMm, topMm, pitchXMm, pitchYMm, widthMm, heightMm } = stock
  const scale = SCALES[kind]
  const paper = kind === 'sheet' ? A4 : { widthMm, heightMm }
  const label = (column: number, row: number) =>
    box(scale, { x: leftMm + column * pitchXMm, y: topMm + row * pitchYMm, widthMm, heightMm })
  const labels = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => label(column, row)),
  ).flat()
  // Half the line of the paper's edge lies outside it.
  const size = `width="${points(scale, paper.widthMm)}" height="${points(scale, paper.heightMm)}"`
  const view = `viewBox="0 0 ${points(scale, paper.widthMm)} ${points(scale, paper.heightMm)}" overflow="visible"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} ${view} aria-hidden="true"><g fill="none" stroke="currentColor" stroke-width="0.6">${box(scale, { x: 0, y: 0, ...paper })}${labels.join('')}</g></svg>`
}

function box(
  scale: number,
  of: { x: number; y: number; widthMm: number; heightMm: number },
): string {
  const { x, y, widthMm, heightMm } = of
  return `<rect x="${points(scale, x)}" y="${points(scale, y)}" width="${points(scale, widthMm)}" height="${points(scale, heightMm)}" rx="0.6"/>`
}

function points(scale: number, mm: number): string {
  return (mm * scale).toFixed(1)
}

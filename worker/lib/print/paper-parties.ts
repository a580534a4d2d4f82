import {
  BODY,
  baselineOf,
  COLUMN_MM,
  draw,
  heightOf,
  LABEL,
  MARGIN_MM,
  need,
  PAGE,
  type Setting,
  type Style,
  space,
  textAt,
  widthMmOf,
  wrapped,
} from './paper-setting.ts'
import { points } from './points.ts'

/** The head of a paper of an authority: whose it is on the left, the state's name and motto on the right. */
export type StateHead = { readonly left: readonly string[]; readonly right: readonly string[] }

/** Who signs and as what; strokes as x, y, x, y … on a field, null where it is not signed. */
export type PaperSignature = {
  readonly label: string
  readonly name: string
  readonly note: string
  readonly strokes: readonly (readonly number[])[] | null
  readonly field: { readonly width: number; readonly height: number }
}

const SIGNATURE_MM = 60
const HALF_MM = COLUMN_MM / 2

/** Lines of two halves, each in the middle of its half; the first of each is the strongest. */
export function putSides(setting: Setting, sides: readonly (readonly string[])[]): void {
  const halves = sides.map((lines) =>
    lines.flatMap((line, at) => {
      const style = at === 0 ? LABEL : BODY
      return wrapped(line, style, HALF_MM - 4).map((text) => ({ text, style }))
    }),
  )
  const most = Math.max(0, ...halves.map(({ length }) => length))
  for (let row = 0; row < most; row++) {
    need(setting, heightOf(BODY))
    for (const [side, lines] of halves.entries()) {
      const { text = '', style = BODY } = lines[row] ?? {}
      const middleMm = MARGIN_MM + HALF_MM * (side + 0.5)
      const baseline = setting.topMm + baselineOf(style)
      draw(setting, textAt(middleMm - widthMmOf(text, style) / 2, baseline, text, style))
    }
    setting.topMm += heightOf(BODY)
  }
}

export function putCentred(setting: Setting, line: string, style: Style): void {
  need(setting, heightOf(style))
  const leftMm = MARGIN_MM + (COLUMN_MM - widthMmOf(line, style)) / 2
  draw(setting, textAt(leftMm, setting.topMm + baselineOf(style), line, style))
  setting.topMm += heightOf(style)
}

/** Two beside one another: as what, the drawing, the name; kept together on one page. */
export function putSignatures(setting: Setting, signatures: readonly PaperSignature[]): void {
  for (let at = 0; at < signatures.length; at += 2) {
    const pair = signatures.slice(at, at + 2)
    const heights = pair.map(({ field }) => (SIGNATURE_MM * field.height) / field.width)
    const drawnMm = Math.max(0, ...heights)
    space(setting, 6)
    need(setting, drawnMm + 8 * heightOf(BODY))
    putSides(
      setting,
      pair.map(({ label, note }) => [label, note]),
    )
    for (const [side, { strokes, field }] of pair.entries()) {
      const leftMm = MARGIN_MM + HALF_MM * (side + 0.5) - SIGNATURE_MM / 2
      if (strokes !== null) draw(setting, inkOf(strokes, { leftMm, topMm: setting.topMm, field }))
    }
    setting.topMm += drawnMm
    putSides(
      setting,
      pair.map(({ name }) => [name]),
    )
  }
}

function inkOf(
  strokes: readonly (readonly number[])[],
  box: { readonly leftMm: number; readonly topMm: number; readonly field: PaperSignature['field'] },
): string {
  const scale = SIGNATURE_MM / box.field.width
  const drawn = strokes.flatMap((stroke) => {
    const steps: string[] = []
    for (let at = 0; at + 1 < stroke.length; at += 2) {
      const x = points(box.leftMm + (stroke[at] ?? 0) * scale)
      const y = points(PAGE.heightMm - box.topMm - (stroke[at + 1] ?? 0) * scale)
      steps.push(`${x} ${y} ${at === 0 ? 'm' : 'l'}`)
    }
    return steps.length > 1 ? [`${steps.join(' ')} S`] : []
  })
  return `q 0.9 w 1 J 1 j\n${drawn.join('\n')}\nQ`
}

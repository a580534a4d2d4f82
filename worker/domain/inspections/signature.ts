/**
 * A signature as it was drawn: strokes of points x, y, x, y … on a field of 1,000 by 400. Small enough
 * for a record, drawn the same on a page and in a paper.
 */
export type Signature = readonly (readonly number[])[]

export const SIGNATURE_FIELD = { width: 1_000, height: 400 } as const

/** Bounds of one; a lively hand makes some 20 strokes of 40 points. */
export const SIGNATURE_BOUNDS = { strokes: 100, numbers: 4_000 } as const

/** Points of a stroke that are nearer than this draw nothing new. */
const NEAR = 6

/** True where something was drawn: more than a tap. */
export function isDrawn(signature: Signature): boolean {
  return signature.some((stroke) => stroke.length > 4)
}

/** A stroke with one point more, unless that is where it ended. */
export function extended(stroke: readonly number[], x: number, y: number): readonly number[] {
  const at = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most))
  const [left, top] = [at(x, SIGNATURE_FIELD.width), at(y, SIGNATURE_FIELD.height)]
  const [lastX = -NEAR, lastY = -NEAR] = stroke.slice(-2)
  const isNear = Math.abs(left - lastX) < NEAR && Math.abs(top - lastY) < NEAR
  return isNear && stroke.length > 0 ? stroke : [...stroke, left, top]
}

/** The strokes as a path of SVG. */
export function signaturePath(signature: Signature): string {
  return signature
    .map((stroke) => {
      const points: string[] = []
      for (let at = 0; at + 1 < stroke.length; at += 2)
        points.push(`${stroke[at]} ${stroke[at + 1]}`)
      return points.length === 0 ? '' : `M${points.join('L')}`
    })
    .join('')
}

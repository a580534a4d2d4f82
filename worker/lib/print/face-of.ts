import type { Paper } from './layouts.ts'
import type { StickerFace } from './sticker-face.ts'

/**
 * The face of a label of any size: hardly more than the code on the smallest, the face of the 65-up sheet for
 * small ones, of the 24-up one beyond.
 */
export function faceOf(size: Paper): StickerFace {
  const { widthMm, heightMm } = size
  const edges = { widthMm, heightMm, edgeMm: 1, tightEdgeMm: 0.2, marginMm: 1.5 }
  const clamp = (ratio: number) => Math.min(2, Math.max(0.9, ratio))
  if (widthMm < 36) {
    return { ...edges, marginMm: 1, footerMm: 0, leastTextMm: 9, content: 'least', scale: 1 }
  }
  if (widthMm < 55 || heightMm < 30) {
    const scale = clamp(Math.min(widthMm / 38.1, heightMm / 21.2))
    return { ...edges, footerMm: 0, leastTextMm: 14 * scale, content: 'brief', scale }
  }
  const scale = clamp(Math.min(widthMm / 64.6, heightMm / 33.8))
  return { ...edges, footerMm: 4 * scale, leastTextMm: 30 * scale, content: 'complete', scale }
}

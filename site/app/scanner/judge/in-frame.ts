import { readLabelText } from '../../../../worker/domain/label/parse-label.ts'

/** A code that was found in a picture; `text` is null where it was seen and could not be read. */
export type SeenCode = { readonly text: string | null }

/** What a picture says. */
export type InFrame =
  | { readonly kind: 'nothing' }
  /** There is a code, blurred or not whole. */
  | { readonly kind: 'blurred' }
  /** More than one that may be meant. */
  | { readonly kind: 'several'; readonly labels: number }
  /** `beside`: other codes on the pack, which are not ours. */
  | { readonly kind: 'one'; readonly text: string; readonly beside: readonly string[] }

/**
 * Which code of a picture is meant. A pack often bears somebody else's code beside our label: the label
 * is meant then. Of two labels, or two of others, nobody can tell, and nothing is guessed.
 */
export function inFrame(codes: readonly SeenCode[]): InFrame {
  const texts = [...new Set(codes.flatMap(({ text }) => (text === null ? [] : [text])))]
  const labels = texts.filter((text) => readLabelText(text).label !== null)
  const [label] = labels
  if (labels.length > 1) return { kind: 'several', labels: labels.length }
  if (label !== undefined) {
    return { kind: 'one', text: label, beside: texts.filter((text) => text !== label) }
  }
  const [text] = texts
  if (texts.length > 1) return { kind: 'several', labels: 0 }
  if (text !== undefined) return { kind: 'one', text, beside: [] }
  return { kind: codes.length > 0 ? 'blurred' : 'nothing' }
}

/** What the scanner does with one picture after another. */
export type Steady = {
  /** Codes seen lately, the last one first, each with when it was. */
  readonly seen: readonly { readonly text: string; readonly at: number }[]
  /** Since when there was something that could not be read; null for not. */
  readonly blurredSince: number | null
}

export const NOTHING_YET: Steady = { seen: [], blurredSince: null }

/** A code that was out of view for so long is looked at anew: it may be on the next pack. */
const AWAY_MS = 1_500
/** A picture or two are always blurred while the hand moves. */
const BLURRED_MS = 1_200

/** What to tell of this picture: a code to check, a hint to the hand, or nothing new. */
export type Step = {
  readonly next: Steady
  readonly tell:
    | { readonly kind: 'check'; readonly text: string; readonly beside: readonly string[] }
    | { readonly kind: 'hint'; readonly hint: 'blurred' | 'two_labels' | 'two_codes' }
    | { readonly kind: 'still' | 'nothing' }
}

/** The same code is checked once however long it is in view, and where two of them take turns. */
export function step(state: Steady, seen: InFrame, now: number): Step {
  switch (seen.kind) {
    case 'one': {
      const { text, beside } = seen
      const lately = state.seen.filter(({ at }) => now - at < AWAY_MS)
      const isThere = lately.some((each) => each.text === text)
      const others = lately.filter((each) => each.text !== text)
      const next = { seen: [{ text, at: now }, ...others], blurredSince: null }
      return { next, tell: isThere ? { kind: 'still' } : { kind: 'check', text, beside } }
    }
    case 'several': {
      const hint = seen.labels > 1 ? 'two_labels' : 'two_codes'
      return { next: { ...state, blurredSince: null }, tell: { kind: 'hint', hint } }
    }
    case 'blurred': {
      const blurredSince = state.blurredSince ?? now
      const isMoving = state.seen.some(({ at }) => now - at < AWAY_MS)
      const isLong = now - blurredSince >= BLURRED_MS && !isMoving
      const tell = isLong ? ({ kind: 'hint', hint: 'blurred' } as const) : NOTHING
      return { next: { ...state, blurredSince }, tell }
    }
    case 'nothing':
      return { next: { ...state, blurredSince: null }, tell: NOTHING }
  }
}

const NOTHING = { kind: 'nothing' } as const

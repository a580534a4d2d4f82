import { fillAll } from '../../copy/fill.ts'
import { PROFILE_FALLBACKS } from '../../copy/refusals/labels.ts'
import { type BatchProfile, isLabelCode } from '../../domain/label/subject.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** Told whenever labels come out in another profile than the one asked for. */
export type Fallback = {
  readonly from: BatchProfile
  readonly to: BatchProfile
  readonly reason: LocalText
}

/** The codes a `full` label would carry. */
export type LabelCodes = {
  readonly growingAreas: readonly string[]
  readonly packingHouse: string | null
}

const MAX_AREAS = 3

/**
 * The profile a batch can really bear. `full` needs a code to carry, at most three growing areas,
 * and codes within the label grammar; else the labels are `compact`, and say so.
 */
export function chooseProfile(
  asked: BatchProfile,
  codes: LabelCodes,
): { profile: BatchProfile; fallback: Fallback | null } {
  const reason = asked === 'full' ? whyNotFull(codes) : null
  if (reason === null) return { profile: asked, fallback: null }
  return { profile: 'compact', fallback: { from: asked, to: 'compact', reason } }
}

function whyNotFull({ growingAreas, packingHouse }: LabelCodes): LocalText | null {
  const codes = packingHouse === null ? growingAreas : [...growingAreas, packingHouse]
  if (codes.length === 0) return PROFILE_FALLBACKS.noCode
  if (growingAreas.length > MAX_AREAS) {
    return fillAll(PROFILE_FALLBACKS.tooManyAreas, { count: growingAreas.length, most: MAX_AREAS })
  }
  const strange = codes.find((code) => !isLabelCode(code))
  if (strange === undefined) return null
  return fillAll(PROFILE_FALLBACKS.strangeCode, { code: strange })
}

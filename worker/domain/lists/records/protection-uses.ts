import { foldVietnamese } from '../../../lib/text/fold-vietnamese.ts'
import type { RegisteredUse } from '../../protection/types.ts'

/** More than any product is registered for. */
export const MOST_USES = 400

type Told = Omit<RegisteredUse, 'crop' | 'pest'>

/**
 * What a cell of the list registers a product for, as the circulars write it: pests before the crops
 * they are on, `sâu cuốn lá, nhện gié/ lúa; bọ trĩ/ xoài`. `crop` is the cell beside it, where there is
 * one. Null where they are too many to be meant.
 */
export function usesIn(
  text: string | null,
  beside: { readonly crop: string | null; readonly told: Told },
): readonly RegisteredUse[] | null {
  const { crop, told } = beside
  const uses: RegisteredUse[] = []
  const groups = text === null ? [''] : text.split(/[;\n\r]/)
  for (const group of groups) {
    const at = group.lastIndexOf('/')
    const pests = namesIn(at < 0 ? group : group.slice(0, at))
    const crops = [...namesIn(at < 0 ? '' : group.slice(at + 1)), ...namesIn(crop ?? '')]
    for (const each of crops) {
      for (const pest of pests.length === 0 ? [null] : pests) {
        uses.push({ crop: each, pest, ...told })
        if (uses.length > MOST_USES) return null
      }
    }
  }
  return uses
}

/** Uses that say the same are one. */
export function withoutDoubles(uses: readonly RegisteredUse[]): readonly RegisteredUse[] {
  const seen = new Map<string, RegisteredUse>()
  for (const use of uses) {
    const key = `${foldVietnamese(use.crop)}\n${foldVietnamese(use.pest ?? '')}`
    if (!seen.has(key)) seen.set(key, use)
  }
  return [...seen.values()]
}

function namesIn(text: string): string[] {
  return text
    .split(/[,+]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

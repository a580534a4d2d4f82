import type { Steps } from '../../steps/steps.ts'
import { atMost, SheetProblemError } from '../problem.ts'
import { type Package, parsePart } from './package-parts.ts'

/** What a cell's number format makes of its number. */
export type FormatKind = 'number' | 'date' | 'time'

/** Built-in formats (ECMA-376 part 1, 18.8.30), the East Asian date formats among them. */
function builtInKind(id: number): FormatKind {
  if ((id >= 14 && id <= 17) || id === 22) return 'date'
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time'
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 54) || id === 57 || id === 58) {
    return 'date'
  }
  if ((id >= 32 && id <= 35) || id === 55 || id === 56) return 'time'
  return 'number'
}

/** Excel's own bound. */
const LONGEST_CODE = 255

/** The kind of a format code: `dd/mm/yyyy` is a date, `[h]:mm` a time, `#,##0 "đ"` a number. */
export function formatKind(code: string): FormatKind {
  if (code.length > LONGEST_CODE) return 'number'
  const bare = code
    .split(';', 1)
    .join('')
    .replace(/"[^"]*"?|\\.|_.|\*.|\[[^[\]]*\]/g, keepElapsed)
    .toLowerCase()
  if (/general|[#?0]/.test(bare.replace(/s\.0+/g, 's'))) return 'number'
  const withoutHalf = bare.replace(/am\/pm|a\/p/g, 'h')
  if (/[dy]/.test(withoutHalf)) return 'date'
  if (/[hs]/.test(withoutHalf)) return 'time'
  return withoutHalf.includes('m') ? 'date' : 'number'
}

/** `[h]` counts hours; a colour, a condition or a language in brackets says nothing of the kind. */
function keepElapsed(found: string): string {
  return /^\[(?:h+|m+|s+)\]$/i.test(found) ? found : ''
}

/** The kind of each cell style, by the index that cells refer to. */
export function* readFormatKinds(pack: Package, part: string | null): Steps<readonly FormatKind[]> {
  if (part === null) return []
  const custom = new Map<number, FormatKind>()
  const kinds: FormatKind[] = []
  let inCellFormats = false
  let declared = 0
  yield* parsePart(pack, part, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCellFormats = true
      if (name === 'numFmt' || name === 'xf') declared += 1
      if (declared > pack.limits.maxStyles) {
        throw new SheetProblemError('zip_bomb', 'styles', atMost(pack.limits.maxStyles, 'kiểu ô'))
      }
      if (name === 'numFmt') {
        custom.set(Number(attributes.numFmtId), formatKind(attributes.formatCode ?? ''))
      }
      if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.numFmtId ?? '0')
        kinds.push(custom.get(id) ?? builtInKind(id))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
    },
  })
  return kinds
}

import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { codeSearchKey } from './code-search-key.ts'
import { normaliseCode } from './normalise-code.ts'
import { readDigits } from './read-digits.ts'

/** What can be asked of the register besides its words, as typed; null leaves a part out. */
export type RegisterFilters = {
  readonly kind: string | null
  readonly crop: string | null
  readonly unit: string | null
  readonly status: string | null
  readonly market: string | null
}

const MAX_COPY = 8

/** The words of a typed text as the register's index has them: no tones, d for đ, lower case. */
export function typedWords(text: string): string[] {
  return (foldVietnamese(readDigits(text)).match(/[a-z0-9]+/g) ?? []).slice(0, MAX_COPY)
}

/** Every word must begin a word of the entry; quoted, so that nothing typed is syntax. Null for none. */
export function wordsExpression(words: readonly string[]): string | null {
  return all(words.map((word) => `"${word}"*`))
}

/** Export codes are read aloud and typed without the country they begin with: `AGOR-0012`. */
const WITHOUT_COUNTRY = /^[A-Z]{2,3}(?:OR|PH)\d/

/** The beginning of a code's search key; zeros at its end may belong to a number that goes on. */
export function typedKeyPrefix(text: string): string | null {
  const digits = readDigits(text)
  if (!normaliseCode(digits).ok) return null
  const key = codeSearchKey(digits).replace(/(?<!\d)0+$/, '')
  if (key.length < 3) return null
  return WITHOUT_COUNTRY.test(key) && !key.startsWith('VN') ? `VN${key}` : key
}

/**
 * The filters as one expression over the words that the index keeps for them; null without filters,
 * `nothing` where one of them can fit no entry.
 */
export function filtersExpression(filters: RegisterFilters): string | null | 'nothing' {
  const { kind, crop, unit, status, market } = filters
  const parts = [
    kind === null ? null : token('_k_', kind),
    crop === null ? null : token('_r_', crop),
    unit === null ? null : unitTokens(unit),
    status === null ? marketToken(market) : statusToken(status, market),
  ]
  if (parts.includes('')) return 'nothing'
  return all(parts.filter((part) => part !== null))
}

/** Joins expressions that must all hold. */
export function all(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : parts.join(' AND ')
}

function marketToken(market: string | null): string | null {
  return market === null ? null : token('_m_', market)
}

/** A status in a market stands for the market too. */
function statusToken(status: string, market: string | null): string {
  return market === null ? token('_s_', status) : token('_ms_', `${market}_${status}`)
}

const UNIT_KINDS = [
  ...['tinh', 'thanh pho', 'thi xa', 'thi tran', 'huyen', 'quan', 'xa', 'phuong', 'dac khu'],
]

/** A unit by number or name. Written with its kind, it also means one whose name stands without. */
function unitTokens(text: string): string {
  const folded = foldVietnamese(text).replace(/^tp\.? ?(?=\D)/, 'thanh pho ')
  const whole = token('_u_', folded)
  const kind = UNIT_KINDS.find((word) => folded.startsWith(`${word} `))
  if (kind === undefined || whole === '') return whole
  const bare = token('_b_', folded.slice(kind.length + 1))
  return bare === '' ? '' : `(${whole} OR ${bare})`
}

/** A filter as one quoted word, written as `REGISTER_COPY` writes it; empty where nothing is left. */
function token(mark: string, text: string): string {
  const word = foldVietnamese(text)
    .replace(/[ -]/g, '_')
    .replace(/[^a-z0-9_]/g, '')
  return word.replace(/_/g, '') === '' ? '' : `"${mark}${word}"`
}

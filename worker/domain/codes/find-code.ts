import { codeSearchKey } from './code-search-key.ts'
import { type Code, normaliseCode } from './normalise-code.ts'

/** Known codes by search key. */
export type CodeIndex = ReadonlyMap<string, readonly Code[]>

export type CodeMatch =
  | { readonly kind: 'exact'; readonly code: Code }
  /** One known code is spelled differently: use it, and tell the person what was read. */
  | { readonly kind: 'read_as'; readonly code: Code; readonly message: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Code[]; readonly message: string }
  | { readonly kind: 'unknown'; readonly code: Code }
  | { readonly kind: 'malformed'; readonly reason: string }

/** Indexes known codes for {@link findCode}. */
export function indexCodes(codes: Iterable<Code>): CodeIndex {
  const index = new Map<string, Code[]>()
  for (const code of codes) {
    const key = codeSearchKey(code)
    const same = index.get(key)
    if (same === undefined) index.set(key, [code])
    else if (!same.includes(code)) same.push(code)
  }
  return index
}

/**
 * Finds the known code a text stands for. An identical code wins; else a single code with the same
 * search key is taken and reported as read so; more than one is left to the person to decide.
 */
export function findCode(text: string, index: CodeIndex): CodeMatch {
  const reading = normaliseCode(text)
  const candidates = index.get(codeSearchKey(text)) ?? []
  if (reading.ok && candidates.includes(reading.code)) return { kind: 'exact', code: reading.code }
  const [only, ...others] = candidates
  if (only !== undefined && others.length === 0) {
    return { kind: 'read_as', code: only, message: `“${text.trim()}” được đọc là ${only}.` }
  }
  if (only !== undefined) {
    const message = `“${text.trim()}” có thể là ${candidates.join(' hoặc ')}; hãy ghi rõ mã.`
    return { kind: 'ambiguous', candidates, message }
  }
  return reading.ok
    ? { kind: 'unknown', code: reading.code }
    : { kind: 'malformed', reason: reading.reason }
}

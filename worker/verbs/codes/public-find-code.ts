import { findPublicCodes, type PublicCodeRow } from '../../../db/queries/public-codes.ts'
import { CODE_REFUSALS } from '../../copy/refusals/codes.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { normaliseCode } from '../../domain/codes/normalise-code.ts'
import type { PublicCode } from '../../domain/codes/public-code.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { type PublicReadDeps, readFresh } from '../documents/read-fresh.ts'
import { Problem } from '../errors.ts'
import { publicCodeView } from './public-code-view.ts'

export type PublicCodeAnswer =
  | {
      readonly kind: 'found'
      readonly entry: PublicCode
      /** When the database was read, epoch milliseconds. */
      readonly readAt: number
      readonly stale: boolean
    }
  /** Spelled otherwise, but only one code can be meant. */
  | { readonly kind: 'read_as'; readonly code: string }
  | { readonly kind: 'unknown'; readonly candidates: readonly string[] }

/**
 * The register's entry of a code, however it is typed. Throws `malformed_code` for a text that no
 * code can be read from. A `dispensable` one is hardly waited for while the database is away.
 */
export async function findPublicCode(
  deps: PublicReadDeps,
  typed: string,
  given: { readonly dispensable?: true } = {},
): Promise<PublicCodeAnswer> {
  const reading = normaliseCode(typed)
  if (!reading.ok) throw malformedCode()
  const { code } = reading
  const {
    value: rows,
    readAt,
    stale,
  } = await readFresh<readonly PublicCodeRow[]>(deps, {
    key: `code-2:${code}`,
    load: () => findPublicCodes(deps.db(), { code, searchKey: codeSearchKey(code) }),
    ...given,
  })
  const exact = rows.find((row) => row.code === code)
  if (exact !== undefined) {
    const entry = publicCodeView(exact, vietnamDateOf(deps.now()))
    return { kind: 'found', entry, readAt, stale }
  }
  return otherSpelling(rows, codeSearchKey(code))
}

/** A code of the same key comes before one that replaced an older code of this spelling. */
function otherSpelling(rows: readonly PublicCodeRow[], searchKey: string): PublicCodeAnswer {
  const sameKey = rows.filter((row) => row.searchKey === searchKey)
  const candidates = sameKey.length > 0 ? sameKey : rows
  const [only, ...others] = candidates
  return only !== undefined && others.length === 0
    ? { kind: 'read_as', code: only.code }
    : { kind: 'unknown', candidates: candidates.map((row) => row.code) }
}

function malformedCode(): Problem {
  return new Problem({
    code: 'malformed_code',
    text: CODE_REFUSALS.malformed,
  })
}

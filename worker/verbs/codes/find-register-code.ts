import type { Database } from '../../../db/client.ts'
import { type RegisterCode, readCodesByKey } from '../../../db/queries/code-register.ts'
import { fillAll } from '../../copy/fill.ts'
import { CODE_REFUSALS } from '../../copy/refusals/codes.ts'
import { THINGS } from '../../copy/refusals/things.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { findCode, indexCodes } from '../../domain/codes/find-code.ts'
import { isCode } from '../../domain/codes/normalise-code.ts'
import { conflict, notFound } from '../guard/refusals.ts'

/**
 * The one code a typed text stands for: spelled exactly so, else the only one with the same letters
 * and digits. Throws `not_found`, or `conflict` naming the candidates.
 */
export async function findRegisterCode(
  db: Database,
  typed: string,
): Promise<{ code: RegisterCode; readAs: string | null }> {
  const rows = await readCodesByKey(db, [codeSearchKey(typed)])
  const match = findCode(
    typed,
    indexCodes(rows.flatMap(({ code }) => (isCode(code) ? [code] : []))),
  )
  if (match.kind === 'ambiguous') {
    const list = match.candidates.join(', ')
    throw conflict({ ...fillAll(CODE_REFUSALS.ambiguous, { typed, list }), vi: match.message })
  }
  const found = 'code' in match ? rows.find(({ code }) => code === match.code) : undefined
  if (found === undefined) throw notFound(fillAll(THINGS.codeTyped, { typed }))
  return { code: found, readAs: match.kind === 'read_as' ? match.message : null }
}

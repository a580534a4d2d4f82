import type { Database } from '../../../db/client.ts'
import { type RegisterCode, readCodesByKey } from '../../../db/queries/code-register.ts'
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
    throw conflict({
      vi: match.message,
      en: `“${typed}” may be ${list}; give the code exactly.`,
      zh: `“${typed}”可能是 ${list}，请写明完整代码。`,
    })
  }
  const found = 'code' in match ? rows.find(({ code }) => code === match.code) : undefined
  if (found === undefined) {
    throw notFound({ vi: `mã số “${typed}”`, en: `code “${typed}”`, zh: `代码“${typed}”` })
  }
  return { code: found, readAs: match.kind === 'read_as' ? match.message : null }
}

import type { Database } from '../../../db/client.ts'
import type { BatchSources } from '../../../db/queries/batch-source-rows.ts'
import { readCodeUseFacts } from '../../../db/queries/code-use.ts'
import { judgeCodeUse } from '../../domain/code-use/judge-code-use.ts'
import type { CodeUse } from '../../domain/standing/types.ts'
import { allowanceFor } from './allowance-for.ts'

/**
 * What there is to say of a batch's use of codes of other holders. Sealing asks it and is refused
 * while something is `not_authorised`; what was sealed before sealing asked is `unconfirmed` until
 * a holder or an officer says otherwise.
 */
export async function codeUseOf(db: Database, sources: BatchSources): Promise<CodeUse[]> {
  const { batch, allowances } = sources
  const foreign = sources.codes.filter(({ holderId }) => holderId !== batch.organisationId)
  const uses = foreign.map(({ code, codeId }) => {
    return { code, codeId, allowance: allowanceFor(allowances, { kind: 'code_use', codeId }) }
  })
  const open = uses.filter(({ allowance }) => allowance === null)
  const asked = open.length > 0 && batch.codeUseCheckedAt === null
  const facts = asked ? await readCodeUseFacts(db, batch.id) : null
  return uses.flatMap(({ code, codeId, allowance }): CodeUse[] => {
    if (allowance !== null) return [{ code, standing: 'allowed', allowance }]
    if (facts === null || judgeCodeUse(facts, { batchId: batch.id, codeId }) !== null) return []
    const standing = batch.sealedAt === null ? 'not_authorised' : 'unconfirmed'
    return [{ code, standing, allowance: null }]
  })
}

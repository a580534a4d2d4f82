import type { Database } from '../../../db/client.ts'
import type { BatchSources } from '../../../db/queries/batch-source-rows.ts'
import { type CodeUseRow, readCodeUseFacts } from '../../../db/queries/code-use.ts'
import { leftKgOf } from '../../domain/code-use/authorisation-for.ts'
import { judgeCodeUse, ruleOnUse } from '../../domain/code-use/judge-code-use.ts'
import { goesPast } from '../../domain/quota/quota-of.ts'
import type { CodeUse, UseObjection } from '../../domain/standing/types.ts'
import { allowanceFor } from './allowance-for.ts'
import { type CountedUse, countUses } from './count-uses.ts'

/** What a use of a code will be kept as once the batch is sealed; the instant is told then. */
export type UseToKeep = Omit<CodeUseRow, 'sealedAt' | 'annulledAt'>

export type JudgedUse = {
  readonly codeUse: readonly CodeUse[]
  /** Nothing for a batch that is sealed: its uses are kept already. */
  readonly uses: readonly UseToKeep[]
}

/**
 * What there is to say of a batch's use of codes: of other holders without their word, or of any
 * past what its growing area may give. Sealing asks it and is refused while something is
 * `not_authorised`; what was sealed before sealing asked is `unconfirmed` until a holder or an
 * officer says otherwise.
 */
export async function codeUseOf(db: Database, sources: BatchSources): Promise<JudgedUse> {
  const { batch } = sources
  return batch.sealedAt === null ? judgeUnsealed(db, sources) : judgeSealed(db, sources)
}

async function judgeSealed(db: Database, sources: BatchSources): Promise<JudgedUse> {
  const { batch, allowances } = sources
  const words = sources.codes.map(({ code, codeId, holderId }) => ({
    ...{ code, codeId, isForeign: holderId !== batch.organisationId },
    allowance: allowanceFor(allowances, { kind: 'code_use', codeId }),
  }))
  const open = words.filter(({ allowance, isForeign }) => allowance === null && isForeign)
  const asked = open.length > 0 && batch.codeUseCheckedAt === null
  const facts = asked ? await readCodeUseFacts(db, batch.id) : null
  const codeUse = words.flatMap(({ code, codeId, isForeign, allowance }): CodeUse[] => {
    if (allowance !== null) return [{ code, standing: 'allowed', allowance }]
    if (facts === null || !isForeign) return []
    if (judgeCodeUse(facts, { batchId: batch.id, codeId }) !== null) return []
    return [{ code, standing: 'unconfirmed', allowance: null }]
  })
  return { codeUse, uses: [] }
}

async function judgeUnsealed(db: Database, sources: BatchSources): Promise<JudgedUse> {
  const { batch, codes, allowances } = sources
  const { packedOn } = batch
  if (codes.length === 0 || packedOn === null) return { codeUse: [], uses: [] }
  const isForeign = codes.some(({ holderId }) => holderId !== batch.organisationId)
  const counted = await countUses(db, sources, packedOn)
  const facts = isForeign ? await readCodeUseFacts(db, batch.id) : null
  const codeUse: CodeUse[] = []
  const uses = codes.map((named): UseToKeep => {
    const use = counted.of(named)
    const ruling =
      facts === null || named.holderId === batch.organisationId
        ? ({ entitlement: 'held', authorisationId: null } as const)
        : ruleOnUse(facts, {
            ...{ batchId: batch.id, codeId: named.codeId },
            quantityKg: use.isCounted ? use.quantityKg : 0,
            markets: batch.markets,
          })
    const objections = objectionsTo(ruling, use)
    const asked = { kind: 'code_use', codeId: named.codeId, kg: counted.totalKg } as const
    const allowance = allowanceFor(allowances, asked)
    const { code } = named
    if (allowance !== null) codeUse.push({ code, standing: 'allowed', allowance })
    else if (objections.length > 0) {
      codeUse.push({ code, standing: 'not_authorised', allowance, objections })
    }
    return {
      ...{ batchId: batch.id, codeId: named.codeId, siteId: named.siteId, slot: named.slot },
      ...{ holderId: named.holderId, packerId: batch.organisationId, packedOn },
      linkId: ruling.entitlement === null ? null : ruling.authorisationId,
      entitlement: objections.length === 0 ? ruling.entitlement : 'allowed',
      ...{ crop: use.crop, quantityKg: use.quantityKg, isCounted: use.isCounted },
    }
  })
  return { codeUse, uses }
}

type Ruling = ReturnType<typeof ruleOnUse>

/** All that stands against a use, with its figures: the officer sees them together. */
function objectionsTo(ruling: Ruling, use: CountedUse): UseObjection[] {
  const { quantityKg, quota } = use
  const objections: UseObjection[] = []
  const addingKg = quantityKg ?? 0
  if (ruling.entitlement === null) {
    const { fault, authorisation } = ruling
    const limited =
      authorisation === null || authorisation.quantityKg === null ? null : authorisation
    const figures =
      limited === null
        ? {}
        : { addingKg, limitKg: limited.quantityKg ?? 0, leftKg: leftKgOf(limited) ?? 0 }
    objections.push({ kind: fault, figures })
  }
  if (quota !== null && goesPast(quota, addingKg)) {
    const { allowedKg, packedKg, plantedHa, ceilingTPerHa, intercropShare, carriedOverKg } = quota
    objections.push({
      kind: 'quota',
      figures: {
        ...{ addingKg, allowedKg, packedKg, plantedHa },
        ...{ ceilingTPerHa, intercropShare, carriedOverKg },
      },
    })
  }
  return objections
}

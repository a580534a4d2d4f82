import {
  type Authorisation,
  authorisationFor,
  covers,
  type Period,
  type UseFault,
} from './authorisation-for.ts'

/** A member of an organisation, agreed to by the member or an officer. */
export type Membership = Period & { readonly organisationId: string; readonly memberId: string }

/** A code a batch names, and who holds the site it belongs to. */
export type UsedCode = {
  readonly codeId: string
  readonly code: string
  readonly siteId: string
  readonly holderId: string
}

/** A batch as its use of codes is judged by. */
export type CodeUser = {
  readonly id: string
  readonly organisationId: string
  readonly packedOn: string | null
  /** When it was put on record, epoch milliseconds. */
  readonly declaredAt: number
  readonly annulled: boolean
  /** Sealed after each of its codes had been judged. */
  readonly checked: boolean
  readonly codes: readonly UsedCode[]
  readonly sourceIds: readonly string[]
}

export type CodeUseFacts = {
  /** The batch and all that went into it, through any number of steps. */
  readonly batches: readonly CodeUser[]
  readonly memberships: readonly Membership[]
  /** Confirmed by the owners of the codes, or by officers for them. */
  readonly authorisations: readonly Authorisation[]
}

/** Why a batch may be packed under a code. */
export type Entitlement = 'held' | 'member' | 'contract' | 'source'

/** By what right a batch is packed under a code; else why it has none. */
export type Ruling =
  | {
      readonly entitlement: Entitlement
      /** The authorisation it counts against, its own or that of a source not counted yet. */
      readonly authorisationId: string | null
    }
  | {
      readonly entitlement: null
      readonly fault: UseFault
      readonly authorisation: Authorisation | null
    }

export type Asked = {
  readonly batchId: string
  readonly codeId: string
  /** What the batch packs under the code. */
  readonly quantityKg: number | null
  readonly markets: readonly string[]
}

/**
 * Whether a batch may be packed under one of its codes on its packing day: its organisation holds
 * the code, or a member on record does, or an authorisation by the code's owner covers it, or the
 * code came with a source batch that was entitled to it itself (traders and packers buy). Without any
 * of it the code is borrowed.
 */
export function ruleOnUse(facts: CodeUseFacts, asked: Asked): Ruling {
  return rule(facts, { ...asked, seen: new Set() })
}

/** The same of goods whose quantity and destinations are not in question any more. */
export function judgeCodeUse(
  facts: CodeUseFacts,
  asked: Pick<Asked, 'batchId' | 'codeId'>,
): Entitlement | null {
  return ruleOnUse(facts, { ...asked, quantityKg: 0, markets: [] }).entitlement
}

type Walk = Asked & { readonly seen: Set<string> }

const BORROWED: Ruling = { entitlement: null, fault: 'none', authorisation: null }

function rule(facts: CodeUseFacts, walk: Walk): Ruling {
  const { batchId, codeId, seen } = walk
  seen.add(batchId)
  const batch = facts.batches.find(({ id }) => id === batchId)
  const used = batch?.codes.find((code) => code.codeId === codeId)
  if (batch === undefined || used === undefined || batch.packedOn === null) return BORROWED
  const own = ownRuling(facts, { batch, used, packedOn: batch.packedOn, walk })
  if (own.entitlement !== null) return own
  for (const id of batch.sourceIds) {
    const came = sourceRuling(facts, { ...walk, batchId: id })
    if (came !== null) return came
  }
  return own
}

function ownRuling(
  facts: CodeUseFacts,
  about: { batch: CodeUser; used: UsedCode; packedOn: string; walk: Walk },
): Ruling {
  const { batch, used, packedOn, walk } = about
  const { organisationId, declaredAt } = batch
  if (used.holderId === organisationId) return { entitlement: 'held', authorisationId: null }
  const isMember = facts.memberships.some(
    (row) =>
      row.organisationId === organisationId &&
      row.memberId === used.holderId &&
      covers(row, packedOn),
  )
  if (isMember) return { entitlement: 'member', authorisationId: null }
  const { quantityKg, markets } = walk
  const answer = authorisationFor(
    { packedOn, declaredAt, quantityKg, markets },
    facts.authorisations.filter(
      (row) => row.organisationId === organisationId && row.siteId === used.siteId,
    ),
  )
  if (answer.ok) return { entitlement: 'contract', authorisationId: answer.authorisation.id }
  const { fault, authorisation } = answer
  return { entitlement: null, fault, authorisation }
}

/** The right that a source brings along; null for none. What was sealed was counted then. */
function sourceRuling(facts: CodeUseFacts, walk: Walk): Ruling | null {
  // The lot graph has no circles; a damaged one must not be walked for ever.
  if (walk.seen.has(walk.batchId)) return null
  const source = facts.batches.find(({ id }) => id === walk.batchId)
  if (source === undefined || source.annulled) return null
  if (!source.codes.some(({ codeId }) => codeId === walk.codeId)) return null
  if (source.checked) return { entitlement: 'source', authorisationId: null }
  const ruling = rule(facts, walk)
  if (ruling.entitlement === null) return null
  return { entitlement: 'source', authorisationId: ruling.authorisationId }
}

/** A period of calendar days, both ends included; no end while `toOn` is null. */
type Period = { readonly fromOn: string; readonly toOn: string | null }

/** A member of an organisation, agreed to by the member or an officer. */
export type Membership = Period & { readonly organisationId: string; readonly memberId: string }

/**
 * A contract by which an organisation may use the codes of a site, agreed to by the site's holder
 * or an officer.
 */
export type CodeContract = Period & { readonly siteId: string; readonly organisationId: string }

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
  readonly contracts: readonly CodeContract[]
}

/** Why a batch may be packed under a code. */
export type Entitlement = 'held' | 'member' | 'contract' | 'source'

/**
 * Whether a batch may be packed under one of its codes on its packing day: its organisation holds
 * the code, or a member on record does, or a confirmed contract with the holder covers the day, or
 * the code came with a source batch that was entitled to it itself (traders and packers buy). Null
 * where nothing of it holds: the code is borrowed.
 */
export function judgeCodeUse(
  facts: CodeUseFacts,
  asked: { readonly batchId: string; readonly codeId: string },
): Entitlement | null {
  return judge(facts, { ...asked, seen: new Set() })
}

function judge(
  facts: CodeUseFacts,
  asked: { batchId: string; codeId: string; seen: Set<string> },
): Entitlement | null {
  const { batchId, codeId, seen } = asked
  seen.add(batchId)
  const batch = facts.batches.find(({ id }) => id === batchId)
  const used = batch?.codes.find((code) => code.codeId === codeId)
  if (batch === undefined || used === undefined || batch.packedOn === null) return null
  const own = ownEntitlement(facts, { batch, used, packedOn: batch.packedOn })
  if (own !== null) return own
  const came = batch.sourceIds.some((id) => isEntitledSource(facts, { batchId: id, codeId, seen }))
  return came ? 'source' : null
}

function ownEntitlement(
  facts: CodeUseFacts,
  about: { batch: CodeUser; used: UsedCode; packedOn: string },
): Entitlement | null {
  const { batch, used, packedOn } = about
  const { organisationId } = batch
  if (used.holderId === organisationId) return 'held'
  const isMember = facts.memberships.some(
    (row) =>
      row.organisationId === organisationId &&
      row.memberId === used.holderId &&
      covers(row, packedOn),
  )
  if (isMember) return 'member'
  const isContracted = facts.contracts.some(
    (row) =>
      row.organisationId === organisationId && row.siteId === used.siteId && covers(row, packedOn),
  )
  return isContracted ? 'contract' : null
}

function isEntitledSource(
  facts: CodeUseFacts,
  asked: { batchId: string; codeId: string; seen: Set<string> },
): boolean {
  // The lot graph has no circles; a damaged one must not be walked for ever.
  if (asked.seen.has(asked.batchId)) return false
  const source = facts.batches.find(({ id }) => id === asked.batchId)
  if (source === undefined || source.annulled) return false
  if (!source.codes.some(({ codeId }) => codeId === asked.codeId)) return false
  return source.checked || judge(facts, asked) !== null
}

function covers({ fromOn, toOn }: Period, day: string): boolean {
  return fromOn <= day && (toOn === null || day <= toOn)
}

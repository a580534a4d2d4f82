import { eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import type { Database } from '../../../db/client.ts'
import { labelException, organisation } from '../../../db/schema/index.ts'
import { signLabel } from '../../../worker/domain/label/jws.ts'
import { EXCEPTION_KINDS } from '../../../worker/domain/standing/types.ts'
import { createBatch } from '../../../worker/verbs/batches/create-batch.ts'
import type { VerbContext } from '../../../worker/verbs/context.ts'
import { loadSigningKey } from '../../../worker/verbs/keys/load-signing-key.ts'
import { revokeKey } from '../../../worker/verbs/keys/revoke-key.ts'
import { rotateKey } from '../../../worker/verbs/keys/rotate-key.ts'
import { issueLabels } from '../../../worker/verbs/labels/issue-labels.ts'
import { reprint } from '../../../worker/verbs/labels/reprint.ts'
import { collectLabels } from '../../support/collect-labels.ts'
import { makeContext, NOW, unique } from '../../support/factories.ts'
import { type RandomHolder, REGISTER_DAYS } from '../../support/oracle/random-register.ts'
import { MARKETS } from '../../support/oracle/random-standing.ts'
import { rawRuns } from '../../support/oracle/read-raw.ts'
import type { Seeded } from '../../support/oracle/seeded.ts'

export type RandomBatch = {
  readonly id: string
  readonly ref: string
  readonly packedOn: string
  readonly expiresOn: string | null
  readonly markets: readonly string[]
  readonly producerSuspendedOn: string | null
  readonly codeIds: readonly string[]
  /** Paths of labels that were issued, and of one that its key signed and nobody issued. */
  readonly paths: readonly string[]
}

const MINUTE = 60_000
const SEALED_ON = '2026-06-15'

/**
 * Batches of a holder with runs of every kind, signed by two keys one after the other: of units, and
 * of whole batches printed twice. Afterwards the first key may be revoked from some run on.
 */
export async function randomBatches(
  db: Database,
  random: Seeded,
  given: { holder: RandomHolder; count: number },
): Promise<RandomBatch[]> {
  const { chance, pick } = random
  const producerSuspendedOn = chance(0.15) ? pick(REGISTER_DAYS) : null
  const { organisationId } = given.holder
  await db
    .update(organisation)
    .set({ suspendedOn: producerSuspendedOn })
    .where(eq(organisation.id, organisationId))
  let at = NOW
  const later = () => {
    at += MINUTE
    return makeContext(db, { now: () => at })
  }
  const { kid } = await rotateKey({ ctx: later(), input: {} })
  const batches: RandomBatch[] = []
  for (let number = 0; number < given.count; number++) {
    const batch = await randomBatch(later(), random, { ...given, producerSuspendedOn })
    batches.push({ ...batch, paths: await issueAtRandom(later, random, batch.ref) })
  }
  await rotateKey({ ctx: later(), input: {} })
  const printed: RandomBatch[] = []
  for (const batch of batches) {
    const more = chance(0.3) ? await issueAtRandom(later, random, batch.ref) : []
    const unissued = await signedOnly(later(), { kid, ref: batch.ref })
    printed.push({ ...batch, paths: [...batch.paths, ...more, unissued] })
  }
  if (chance(0.5)) {
    const runs = (await Promise.all(batches.map(({ id }) => rawRuns(db, id)))).flat()
    const from = pick(runs.filter((run) => run.kid === kid)).createdAt
    await revokeKey({ ctx: later(), input: { kid, from } })
  }
  for (const batch of batches) await exceptAtRandom(db, random, batch.id)
  return printed
}

async function randomBatch(
  ctx: VerbContext,
  random: Seeded,
  given: { holder: RandomHolder; producerSuspendedOn: string | null },
): Promise<Omit<RandomBatch, 'paths'>> {
  const { pick, chance, some } = random
  const { holder, producerSuspendedOn } = given
  const packedOn = pick(REGISTER_DAYS)
  const ends = REGISTER_DAYS.filter((day) => day >= packedOn && day >= SEALED_ON)
  const expiresOn = chance(0.3) ? pick(ends) : null
  const chosen = some(MARKETS, 0.35)
  const markets = chosen.length === 0 ? [pick(MARKETS)] : chosen
  const areas = some(
    holder.codes.filter(({ kind }) => kind === 'growing_area'),
    0.6,
  )
  const houses = holder.codes.filter(({ kind }) => kind === 'packing_house')
  const house = areas.length === 0 || chance(0.6) ? (houses[0] ?? null) : null
  const made = await createBatch({
    ctx,
    input: {
      productId: holder.productId,
      lot: `L${unique()}`,
      packedOn,
      expiresOn,
      quantity: { value: 1_000, unit: 'kg' },
      markets,
      growingAreas: areas.map(({ code }) => code),
      packingHouse: house?.code ?? null,
    },
  })
  const codeIds = [...areas, ...(house === null ? [] : [house])].map(({ id }) => id)
  return { ...made, packedOn, expiresOn, markets, producerSuspendedOn, codeIds }
}

/** One to three runs; the first and the last label of each. */
async function issueAtRandom(
  later: () => VerbContext,
  { pick, below, chance }: Seeded,
  ref: string,
): Promise<string[]> {
  const paths: string[] = []
  const profile = pick(['compact', 'full', 'gs1'] as const)
  for (let run = 0; run <= below(3); run++) {
    const asked = chance(0.5) ? { wholeBatch: true as const } : { count: 1 + below(3) }
    const ctx = later()
    const confirm = ['packed_ahead', 'more_than_harvested']
    const issued = await issueLabels({ ctx, input: { ref, profile, confirm, ...asked } })
    const labels = await collectLabels(await reprint({ ctx, input: { runId: issued.run.id } }))
    const urls = labels.map(({ url }) => url.slice(ctx.labelOrigin.length))
    paths.push(...urls.slice(0, 1), ...urls.slice(1).slice(-1))
  }
  return [...new Set(paths)]
}

async function signedOnly(
  ctx: VerbContext,
  { kid, ref }: { kid: string; ref: string },
): Promise<string> {
  const key = await loadSigningKey({ ctx, input: { purpose: 'reprint', kid } })
  return `/${await signLabel({ ...key, subjectText: `B/${ref}/98765` })}`
}

/** Void, lost, stolen, recalled … : the batch, a run or some of its labels; some of it taken back. */
async function exceptAtRandom(db: Database, random: Seeded, batchId: string): Promise<void> {
  const { pick, chance, below } = random
  if (chance(0.4)) return
  const runs = await rawRuns(db, batchId)
  const rows: (typeof labelException.$inferInsert)[] = []
  const count = 1 + below(4)
  for (let at = 0; at < count; at++) {
    const known = rows.filter(
      ({ id, withdrawn }) => withdrawn !== true && !rows.some((row) => row.amendsId === id),
    )
    const amended = known.length > 0 && chance(0.35) ? pick(known) : null
    const kind = amended?.kind ?? pick(EXCEPTION_KINDS)
    const run = kind === 'code_use_not_authorised' || chance(0.2) ? null : pick(runs)
    const fromSerial = run === null ? null : run.fromSerial + below(2)
    rows.push({
      id: `${pick(['a', 'z'])}-${nanoid()}`,
      ...{ kind, batchId, runId: run?.id ?? null, fromSerial },
      toSerial: fromSerial === null ? null : fromSerial + below(2),
      effectiveOn: pick(REGISTER_DAYS),
      recordedAt: NOW - below(3) * MINUTE,
      amendsId: amended?.id ?? null,
      withdrawn: amended !== null && chance(0.6),
      actor: 'test',
    })
  }
  await db.insert(labelException).values(rows)
}

import { readBatchFacts, readScanCount } from '../../../db/queries/batch-facts.ts'
import { readPublicKeys } from '../../../db/queries/keys.ts'
import { jwsOf, sealOf } from '../../domain/label/jws.ts'
import type { ParsedLabel } from '../../domain/label/parse-label.ts'
import type { BatchSubject } from '../../domain/label/subject.ts'
import { unitSpaceOf } from '../../domain/label/unit-space.ts'
import { withoutDatabase } from '../../domain/standing/decide-authenticity.ts'
import { decideStanding } from '../../domain/standing/decide-standing.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { type BatchFacts, sizeOfBatchFacts, standingFacts, toBatchFacts } from './batch-facts.ts'
import { type Judgement, judgeLabel } from './judge-label.ts'
import { MAX_AGE_MS } from './max-age.ts'
import type { Resolution, ScanCount, ScanDeps } from './resolution.ts'

const SCAN_COUNT_MAX_AGE_MS = 5 * 60_000

/**
 * Judges a parsed label: signature first, without the database; then whether it was issued; then
 * what its batch's standing is now.
 */
export async function resolveLabel(deps: ScanDeps, label: ParsedLabel): Promise<Resolution> {
  const checkedAt = deps.now()
  const refuse = (code: Parameters<typeof withoutDatabase>[0]): Resolution => ({
    kind: 'not_genuine',
    ...withoutDatabase(code),
    checkedAt,
  })
  // Nothing that is at hand is waited for: each wait costs as much as looking it up.
  const key =
    deps.keys.held(label.kid) ??
    (await deps.keys.find(label.kid, () => readPublicKeys(deps.db()), checkedAt))
  if (key === null) return refuse('key_unknown')
  const seal = sealOf(label)
  if (seal === null || !(await deps.keys.verify(label, key, seal))) {
    return refuse('signature_invalid')
  }
  const { subject } = label
  if (subject.profile === 'certificate') {
    const { resolveCertificate } = await import('./resolve-certificate.ts')
    return resolveCertificate(deps, { label, code: subject.code, checkedAt })
  }

  const today = vietnamDateOf(checkedAt)
  const judge = (of: BatchFacts) => judgeLabel({ facts: of, kid: label.kid, subject, today })
  let read = freshFacts(deps, subject, checkedAt) ?? (await readFacts(deps, subject, checkedAt))
  // A right signature that kept facts do not know may be fresh from the printer: it is refused on
  // the database's own word only, never on an old one.
  if (read.readAt !== checkedAt && (read.facts === null || isUnheard(judge(read.facts)))) {
    read = await rereadFacts(deps, subject, checkedAt)
  }
  const { facts, readAt, stale } = read
  if (facts === null) return refuse('batch_unknown')
  const judged = judge(facts)
  if (judged.authenticity !== 'genuine') return { kind: 'not_genuine', ...judged, checkedAt }
  return {
    kind: 'batch',
    label,
    jws: jwsOf(seal),
    facts,
    decision: judged.decision,
    hasPin: judged.hasPin,
    scans:
      freshScans(deps, subject, checkedAt) ??
      (await readScans(deps, { subject, now: checkedAt, stale })),
    today,
    checkedAt,
    asOf: readAt,
    stale,
  }
}

/** What is known of a batch by its typed REF; null when there is none. */
export async function resolveTypedRef(deps: ScanDeps, ref: string): Promise<Resolution | null> {
  const checkedAt = deps.now()
  const { facts, readAt, stale } = await readFacts(deps, { ref }, checkedAt)
  if (facts === null) return null
  const today = vietnamDateOf(checkedAt)
  const decision = decideStanding(standingFacts(facts, null), today)
  const common = { facts, decision, hasPin: false, today, checkedAt, asOf: readAt, stale }
  return { kind: 'batch', label: null, jws: null, scans: null, ...common }
}

/** True for a label that no run of these facts holds. */
function isUnheard(judged: Judgement): boolean {
  return judged.authenticity !== 'genuine' && judged.reason.code === 'serial_not_issued'
}

type Asked = BatchSubject | { readonly ref: string }
type FactsRead = {
  readonly facts: BatchFacts | null
  readonly readAt: number
  readonly stale: boolean
}

/** Held facts that are young enough, without waiting; null where something is to be read. */
function freshFacts(deps: ScanDeps, subject: Asked, now: number): FactsRead | null {
  const key = factsKey(subject)
  const held = deps.cache.fresh<BatchFacts | null>({ key, maxAgeMs: MAX_AGE_MS, now })
  return held === null ? null : { facts: held.value, readAt: held.readAt, stale: false }
}

async function readFacts(deps: ScanDeps, subject: Asked, now: number): Promise<FactsRead> {
  const key = factsKey(subject)
  const fresh = await deps.cache.read<BatchFacts | null>({
    key,
    maxAgeMs: MAX_AGE_MS,
    now,
    load: () => loadFacts(deps, subject, now),
    sizeOf: sizeOfBatchFacts,
    waitUntil: deps.waitUntil,
    travel: {
      pack: (facts) => facts?.texts ?? null,
      // The version of another isolate means nothing here, so it is parsed anew.
      unpack: (packed) =>
        packed === null
          ? null
          : toBatchFacts(
              { ...(packed as BatchFacts['texts']), scans: null },
              heldFacts(deps, subject),
            ),
    },
  })
  return { facts: fresh.value, readAt: fresh.readAt, stale: fresh.stale }
}

/** Past every cache; throws when the database does not answer. */
async function rereadFacts(deps: ScanDeps, subject: Asked, now: number): Promise<FactsRead> {
  const facts = await loadFacts(deps, subject, now)
  deps.cache.put(factsKey(subject), { value: facts, readAt: now }, sizeOfBatchFacts(facts))
  return { facts, readAt: now, stale: false }
}

async function loadFacts(deps: ScanDeps, subject: Asked, now: number): Promise<BatchFacts | null> {
  const unit =
    'profile' in subject
      ? { unitSpace: unitSpaceOf(subject), serial: subject.serial }
      : { unitSpace: '', serial: -1 }
  const today = vietnamDateOf(now)
  const row = await readBatchFacts(deps.db(), { ref: subject.ref, ...unit, today })
  if (row === null) return null
  if (unit.serial >= 0) {
    const entry = { value: parseCount(row.scans), readAt: now }
    deps.cache.put(scanKey(unit), entry, SCAN_ENTRY_BYTES)
  }
  return toBatchFacts(row, heldFacts(deps, subject))
}

function heldFacts(deps: ScanDeps, subject: Asked): BatchFacts | null {
  return deps.cache.peek<BatchFacts | null>(factsKey(subject))?.value ?? null
}

function factsKey({ ref }: Asked): string {
  // The shape of what is kept has a number: a cache shared between versions may hold another.
  return `batch-3:${ref}`
}

const SCAN_ENTRY_BYTES = 200

function freshScans(deps: ScanDeps, subject: BatchSubject, now: number): ScanCount | null {
  const key = scanKey({ unitSpace: unitSpaceOf(subject), serial: subject.serial })
  return deps.cache.fresh<ScanCount>({ key, maxAgeMs: SCAN_COUNT_MAX_AGE_MS, now })?.value ?? null
}

/** A missing count is no reason to fail a scan: it is shown as unknown. */
async function readScans(
  deps: ScanDeps,
  { subject, now, stale }: { subject: BatchSubject; now: number; stale: boolean },
): Promise<ScanCount | null> {
  const unit = { unitSpace: unitSpaceOf(subject), serial: subject.serial }
  // The database has just not answered for the batch: waiting for it once more helps nobody.
  if (stale) return deps.cache.peek<ScanCount>(scanKey(unit))?.value ?? null
  try {
    const fresh = await deps.cache.read<ScanCount>({
      key: scanKey(unit),
      maxAgeMs: SCAN_COUNT_MAX_AGE_MS,
      now,
      load: async () => (await readScanCount(deps.db(), unit)) ?? NEVER_SCANNED,
      sizeOf: () => SCAN_ENTRY_BYTES,
      waitUntil: deps.waitUntil,
      dispensable: true,
    })
    return fresh.value
  } catch {
    return null
  }
}

const NEVER_SCANNED: ScanCount = { count: 0, firstOn: null }

function scanKey(unit: { unitSpace: string; serial: number }): string {
  return `scans:${unit.unitSpace}:${unit.serial}`
}

function parseCount(json: string | null): ScanCount {
  if (json === null) return NEVER_SCANNED
  const [count, firstOn] = JSON.parse(json) as [number, string]
  return { count, firstOn }
}

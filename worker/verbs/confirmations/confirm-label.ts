import { timingSafeEqual } from 'node:crypto'
import type { Database } from '../../../db/client.ts'
import type { UnitLabel } from '../../../db/queries/copies.ts'
import {
  countPinTry,
  noteConfirmation,
  readPinTries,
} from '../../../db/queries/label-confirmations.ts'
import type { Confirmation } from '../../domain/label/confirmation.ts'
import { labelPin, readTypedPin } from '../../domain/label/label-pin.ts'
import { delayAfter, type PinTurn, pinTurn } from '../../domain/label/pin-tries.ts'
import { loadPinKey } from '../keys/load-pin-key.ts'
import { pinnedLabel } from '../scan/pinned-label.ts'
import type { Resolution, ScanDeps } from '../scan/resolution.ts'
import { resolveText } from '../scan/resolve-text.ts'

type ConfirmDeps = ScanDeps & {
  readonly ownHosts: ReadonlySet<string>
  readonly kek: Uint8Array
}

const ATTEMPTS = 3
const CROWDED_MS = 60_000
const SAME_WITHIN_MS = 2 * 60_000

/**
 * Tells whether the PIN under the scratch layer of a label was typed right, when it was first, and
 * keeps that it was. It changes nothing of what the label says: a PIN shows that nobody scratched it
 * before, not that the goods may be eaten. A try is counted before it is looked at.
 */
export async function confirmLabel(
  deps: ConfirmDeps,
  asked: { readonly text: string; readonly typed: string },
): Promise<{ readonly resolution: Resolution; readonly confirmation: Confirmation }> {
  const resolution = await resolveText(deps, asked.text)
  const label = pinnedLabel(resolution)
  if (label === null) return { resolution, confirmation: { kind: 'none' } }
  const pin = readTypedPin(asked.typed)
  if (pin === null) return { resolution, confirmation: { kind: 'odd' } }
  return { resolution, confirmation: await judge(deps, { ...label, pin }) }
}

type Pinned = NonNullable<ReturnType<typeof pinnedLabel>>

async function judge(
  deps: ConfirmDeps,
  { label, unit, pin }: Pinned & { readonly pin: string },
): Promise<Confirmation> {
  const db = deps.db()
  const now = deps.now()
  const turn = await takeTurn(db, { unit, now })
  if (turn.kind === 'locked') return turn
  const key = await loadPinKey({ db, kek: deps.kek }, label.kid)
  if (!isSame(pin, await labelPin(key, label))) {
    return { kind: 'wrong', left: turn.left, waitMs: delayAfter(turn.count) }
  }
  // No change(): whoever holds the goods confirms, and what is kept is that it was done.
  const { firstAt, count } = await noteConfirmation(db, unit, {
    now,
    sameWithinMs: SAME_WITHIN_MS,
  })
  return { kind: count === 1 ? 'first' : 'again', firstAt, count }
}

async function takeTurn(
  db: Database,
  { unit, now }: { readonly unit: UnitLabel; readonly now: number },
): Promise<PinTurn> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const before = await readPinTries(db, unit)
    const turn = pinTurn(before, now)
    if (turn.kind === 'locked') return turn
    if (await countPinTry(db, unit, { before, count: turn.count, now })) return turn
  }
  // Somebody tries many at once.
  return { kind: 'locked', waitMs: CROWDED_MS }
}

/** In a time that does not tell where two PINs differ. */
function isSame(given: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(given), Buffer.from(right))
}

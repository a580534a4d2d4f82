import type { Asking } from '../context.ts'
import { requireAny } from '../guard/authorise.ts'
import { parseInput } from '../guard/parse-input.ts'
import { outboxKindOf } from './kinds/kinds.ts'
import { appOutdated, machinesMayNot, unknownKind } from './outbox-problems.ts'
import type { AnyOutboxKind } from './outbox-record.ts'
import type { Envelope } from './read-item.ts'

/** A record whose body was read by its kind. */
export type ParsedRecord = {
  readonly kind: AnyOutboxKind
  readonly body: unknown
  readonly hashes: readonly string[]
}

/** Reads a body by its kind; throws what refuses it. Asks the database nothing. */
export function parseRecord(ctx: Asking, envelope: Envelope): ParsedRecord {
  const kind = outboxKindOf(envelope.kind)
  if (kind === null) throw unknownKind(envelope.kind)
  if (ctx.actor.kind === 'token' && !kind.byMachines) throw machinesMayNot()
  requireAny(ctx, kind.may)
  if (majorOf(envelope.v) < kind.sinceVersion) throw appOutdated()
  const body = parseInput(kind.body, envelope.body)
  return { kind, body, hashes: kind.photosOf(body) }
}

/** `3` and `3.1.4` are 3; what names no number is some program's own and says nothing of ours. */
function majorOf(version: number | string): number {
  if (typeof version === 'number') return version
  const [digits] = /^\d{1,9}/.exec(version) ?? []
  return digits === undefined ? Number.POSITIVE_INFINITY : Number(digits)
}

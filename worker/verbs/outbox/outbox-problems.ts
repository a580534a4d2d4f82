import { RECORD_KIND_NAMES } from '../../copy/app/record-kinds.ts'
import { fillAll } from '../../copy/fill.ts'
import { OUTBOX_REFUSALS } from '../../copy/refusals/outbox.ts'
import { PROBLEM_SENTENCES } from '../../copy/refusals/problems.ts'
import { OUTBOX_KINDS } from '../../domain/outbox/outbox-item.ts'
import { Problem } from '../errors.ts'

/** What it shows has not arrived, or was dropped meanwhile. */
export const photoMissing = (): Problem =>
  new Problem({ code: 'photo_missing', text: OUTBOX_REFUSALS.photoMissing })

/** What it amends has not arrived. */
export const parentMissing = (): Problem =>
  new Problem({ code: 'parent_missing', text: OUTBOX_REFUSALS.parentMissing })

export const idReused = (): Problem =>
  new Problem({ code: 'id_reused', text: OUTBOX_REFUSALS.idReused })

/** What the app may write and we do not take yet is called as the app calls it. */
export function unknownKind(kind: string): Problem {
  const known = OUTBOX_KINDS.find((each) => each === kind)
  const name = known === undefined ? kind : RECORD_KIND_NAMES[known]
  const text = fillAll(OUTBOX_REFUSALS.unknownKind, { kind: name })
  return new Problem({ code: 'unknown_kind', text })
}

export const appOutdated = (): Problem =>
  new Problem({ code: 'app_outdated', text: OUTBOX_REFUSALS.appOutdated })

export const machinesMayNot = (): Problem =>
  new Problem({ code: 'forbidden', text: OUTBOX_REFUSALS.machinesMayNot })

export const databaseAway = (cause?: unknown): Problem =>
  new Problem({ code: 'unavailable', text: PROBLEM_SENTENCES.unavailable, cause })

/** Something went wrong that was not expected; nothing of it may be told. */
export const serverTrouble = (cause: unknown): Problem =>
  new Problem({ code: 'internal', text: PROBLEM_SENTENCES.internal, cause })

/**
 * True for what may well go through the next time, as it is: sent again it costs a request, given up it
 * would be lost.
 */
export function isForLater(problem: Problem): boolean {
  return LATER.has(problem.code) || 'retry-after' in problem.headers
}

const LATER: ReadonlySet<string> = new Set([
  'photo_missing',
  'parent_missing',
  'unavailable',
  'internal',
])

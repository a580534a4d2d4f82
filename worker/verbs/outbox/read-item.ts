import * as z from 'zod'
import { OUTBOX_REFUSALS } from '../../copy/refusals/outbox.ts'
import { sha256Hex } from '../../lib/files/sha256-hex.ts'
import { isUuidV7 } from '../../lib/ids/uuid-v7.ts'
import { canonicalJson } from '../../lib/text/canonical-json.ts'
import { told } from '../../resources/told.ts'
import { calendarDateField } from '../guard/fields.ts'
import { parseInput } from '../guard/parse-input.ts'

/** Farther than any clock goes; a `Date` ends there too. */
const LAST_INSTANT = 8_640_000_000_000_000
const instant = z.int().min(-LAST_INSTANT).max(LAST_INSTANT)
const LONGEST_VERSION = 40

/** An item but for what its body says. What it does not know it refuses by name: nothing is lost unsaid. */
export const envelopeSchema = z.strictObject({
  id: z.string().refine(isUuidV7, told(OUTBOX_REFUSALS.badId)),
  v: z.union([z.int().min(0).max(1_000_000_000), z.string().min(1).max(LONGEST_VERSION)]),
  kind: z.string().min(1).max(40),
  happenedOn: calendarDateField,
  madeAt: instant,
  clock: z.strictObject({ offsetMs: instant, measuredAt: instant }).nullable(),
  body: z.record(z.string(), z.unknown()),
})

export type Envelope = z.output<typeof envelopeSchema>

/** Reads an item; throws `invalid_input` with a sentence for each field at fault. */
export function readItem(item: unknown): Envelope {
  const { id, ...rest } = parseInput(envelopeSchema, item)
  // One id, however it is spelt (RFC 9562, section 4).
  return { id: id.toLowerCase(), ...rest }
}

/** The id as it was sent, to answer by; empty where there is none. */
export function idOf(item: unknown): string {
  if (typeof item !== 'object' || item === null || !('id' in item)) return ''
  return typeof item.id === 'string' ? item.id.slice(0, LONGEST_ID).toWellFormed() : ''
}

const LONGEST_ID = 100

/** What an item says, as one hash: kind, day and body. When and by which app may differ in a resend. */
export function hashOfItem({ kind, happenedOn, body }: Envelope): Promise<string> {
  return sha256Hex(canonicalJson({ kind, happenedOn, body }))
}

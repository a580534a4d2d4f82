import type { AnyOutboxKind } from '../outbox-record.ts'
import { DIARY_CORRECTION, DIARY_ENTRY } from './diary.ts'
import { INSPECTION } from './inspection.ts'
import { LABEL_CHECKS } from './label-checks.ts'
import { REPORT } from './report.ts'

/** Every kind of record that the outbox takes. A new one is a file of its own and a line here. */
export const OUTBOX_KIND_LIST: readonly AnyOutboxKind[] = [
  DIARY_ENTRY,
  DIARY_CORRECTION,
  INSPECTION,
  LABEL_CHECKS,
  REPORT,
]

const BY_NAME: ReadonlyMap<string, AnyOutboxKind> = new Map(
  OUTBOX_KIND_LIST.map((kind) => [kind.kind, kind]),
)

/** Null for a kind that this version does not know. */
export function outboxKindOf(name: string): AnyOutboxKind | null {
  return BY_NAME.get(name) ?? null
}

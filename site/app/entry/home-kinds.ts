import type { EntryKind } from '../../../worker/domain/diary/entry-kinds/entry-kind.ts'
import type { FieldKit } from '../../../worker/domain/diary/field-kit.ts'

/** What is written most in a field, in this order. */
const USUAL: readonly EntryKind[] = ['plant_protection', 'fertiliser', 'harvest']
const BIG = 3

/**
 * The three kinds with a button of their own; a barn's or a packing house's are others. The fourth leads
 * to all the rest.
 */
export function homeKinds({ kinds }: Pick<FieldKit, 'kinds'>): {
  readonly big: readonly EntryKind[]
  readonly rest: readonly EntryKind[]
} {
  const usual = USUAL.filter((kind) => kinds.includes(kind))
  const others = kinds.filter((kind) => !usual.includes(kind))
  const big = [...usual, ...others].slice(0, BIG)
  return { big, rest: kinds.filter((kind) => !big.includes(kind)) }
}

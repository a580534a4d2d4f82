import type { Bounds } from '../../domain/access/bounds.ts'
import type { PlaceFinder } from '../imports/load-places.ts'
import type { NearKnown } from './near-known.ts'
import type { RegisterModel } from './register-model.ts'

/** What was said first, by what it is about. */
export type SaidBefore = Pick<
  Map<string, { readonly value: string; readonly row: number }>,
  'get' | 'set'
>

/** What a list of codes is decided with, row after row. */
export type CodeListState = {
  readonly model: RegisterModel
  readonly places: PlaceFinder
  /** Where the writer's word reaches; null without bounds. */
  readonly bounds: Bounds
  readonly newId: () => string
  /** Epoch milliseconds, one for the whole list. */
  readonly now: number
  /** Calendar date in Viet Nam. */
  readonly today: string
  /** What rows of this list said first, by what it is about: a later row does not contradict it. */
  readonly said: SaidBefore
  /** What the list may mean of the register without spelling it so. */
  readonly near: NearKnown
}

/** The warnings of one row as they come up. */
export type Warn = (code: string, message: string) => void

/**
 * Notes what the list says about something. The first row to speak of it is believed, so that a
 * list which contradicts itself comes out the same at every import. Returns the row that said
 * otherwise before, or null.
 */
export function saidOtherwise(
  state: CodeListState,
  about: string,
  input: { readonly value: string; readonly row: number },
): number | null {
  const before = state.said.get(about)
  if (before === undefined) {
    state.said.set(about, input)
    return null
  }
  return before.value === input.value ? null : before.row
}

/** What the list said first: a later row of it does not turn the id round again. */
export function firstSaid(
  state: CodeListState,
  about: string,
  value: string | null,
): string | null {
  if (value === null) return null
  const before = state.said.get(about)
  if (before !== undefined) return before.value
  state.said.set(about, { value, row: 0 })
  return value
}

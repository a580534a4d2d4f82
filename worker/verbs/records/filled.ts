import type { Permission } from '../../domain/access/permissions.ts'
import type { Call, Reading } from '../context.ts'
import { editedMeanwhile } from '../guard/refusals.ts'
import type { Texts } from './save-record.ts'

/** A form filled in about a thing; `expected` among the texts is the version that was on it. */
export type Filled = Call<{ readonly id: string; readonly texts: Texts }>

type Versioned = { readonly version: number }

/** Throws `conflict` where the form shows a version and somebody changed the thing since. */
export function requireSeen({ version }: Versioned, { expected }: Texts): void {
  if (expected !== undefined && expected !== String(version)) throw editedMeanwhile()
}

/** Opens what a form was filled in about, as it was on the form: see `requireSeen`. */
export async function openSeen<O extends { readonly row: Versioned }>(
  open: (ctx: Reading, id: string, to: Permission) => Promise<O>,
  { ctx, input }: Filled,
  to: Permission,
): Promise<O> {
  const opened = await open(ctx, input.id, to)
  requireSeen(opened.row, input.texts)
  return opened
}

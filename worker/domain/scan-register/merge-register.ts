import { batchesOf, codesOf } from './open-register.ts'
import { packRegister } from './pack-register.ts'
import type { PackedRegister, RegisterAnswer } from './scan-register.ts'

/**
 * What a device keeps after an answer: the answer's own register where it is whole, else the kept one
 * with what changed put over it and what is gone taken out. The same answer twice changes nothing.
 */
export function mergeRegister(
  kept: PackedRegister,
  answer: Pick<RegisterAnswer, 'whole' | 'register' | 'gone'>,
): PackedRegister {
  const { whole, register, gone } = answer
  if (whole) return register
  const batches = new Map(batchesOf(kept).map((batch) => [batch.ref, batch]))
  for (const batch of batchesOf(register)) batches.set(batch.ref, batch)
  for (const ref of gone.batches) batches.delete(ref)
  const codes = new Map(codesOf(kept).map((code) => [code.code, code]))
  for (const code of codesOf(register)) {
    // One that is only named is no news of it.
    if (code.kind !== '' || !codes.has(code.code)) codes.set(code.code, code)
  }
  for (const code of gone.codes) codes.delete(code)
  return packRegister({ batches: [...batches.values()], codes: [...codes.values()] })
}

import type { RunFacts } from './types.ts'

type Run = Pick<RunFacts, 'id' | 'kid' | 'fromSerial' | 'toSerial'> & { readonly profile: string }

/**
 * True where two runs of a batch hold a label in common: the same serial under the same key and
 * profile is one URL. Units are numbered on and on, so only labels of the whole batch (serial 0)
 * printed twice come to this.
 */
export function sharesLabels(a: Run, b: Run): boolean {
  return (
    a.kid === b.kid &&
    a.profile === b.profile &&
    a.fromSerial <= b.toSerial &&
    b.fromSerial <= a.toSerial
  )
}

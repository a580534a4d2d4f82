import { type ResidueSampleItem, readResidueSample } from '../../../db/queries/residues.ts'
import { fillAll } from '../../copy/fill.ts'
import { SAMPLE_STATE_NAMES, RESIDUE_COPY as W } from '../../copy/portal/residue.ts'
import { RESIDUES_COPY as P } from '../../copy/portal/residues.ts'
import type { SampleState } from '../../domain/residues/kinds.ts'
import { targetOfSample } from '../../resources/residue-sample.ts'
import { opener } from '../guard/opener.ts'
import { conflict } from '../guard/refusals.ts'

/** A sample the actor may do it to; any other is simply not there. */
export const openSample = opener({ read: readResidueSample, target: targetOfSample, noun: W.noun })

/** Refuses what is done only to samples in these states. */
export function requireState(
  { state }: Pick<ResidueSampleItem, 'state'>,
  states: readonly SampleState[],
): void {
  if (states.includes(state)) return
  throw conflict(fillAll(P.notThatWay, { state: SAMPLE_STATE_NAMES[state] }))
}

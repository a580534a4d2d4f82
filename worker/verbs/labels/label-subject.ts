import type { BatchProfile, BatchSubject } from '../../domain/label/subject.ts'
import type { LabelCodes } from './choose-profile.ts'

/** What the label of one serial says. Growing areas stand in ascending order, as the format wants. */
export function labelSubject(input: {
  profile: BatchProfile
  ref: string
  serial: number
  gtin: string | null
  codes: LabelCodes
}): BatchSubject {
  const { profile, ref, serial, gtin, codes } = input
  switch (profile) {
    case 'compact':
      return { profile, ref, serial }
    case 'full': {
      const growingAreas = [...codes.growingAreas].sort()
      return { profile, ref, serial, growingAreas, packingHouse: codes.packingHouse }
    }
    case 'gs1':
      if (gtin === null) throw new Error('a gs1 label needs a GTIN')
      return { profile, ref, serial, gtin }
  }
}

import type { BatchSubject } from './subject.ts'

/**
 * What a serial is counted in. Units of compact and full labels continue within their batch; units
 * of gs1 labels within their GTIN, across batches, because GS1 wants (01)+(21) unique for ever.
 * A whole-batch gs1 label has no unit, so it is counted within its batch and GTIN.
 */
export function unitSpaceOf(subject: BatchSubject): string {
  switch (subject.profile) {
    case 'compact':
    case 'full':
      return `B/${subject.ref}`
    case 'gs1':
      return subject.serial === 0 ? `01/${subject.gtin}/10/${subject.ref}` : `01/${subject.gtin}`
  }
}

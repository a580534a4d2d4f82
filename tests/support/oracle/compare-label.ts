import { toJws } from '../../../worker/domain/label/jws.ts'
import { readLabelText } from '../../../worker/domain/label/parse-label.ts'
import { labelOracle, rebuildJws } from './label-oracle.ts'

/** What a text says, in a form in which the two readings can be held against each other and read. */
export type ReadLabel = Readonly<Record<string, unknown>> | 'malformed'

export function oracleReads(text: string): ReadLabel {
  const label = labelOracle(text)
  if (label === null) return 'malformed'
  const { host, profile, ref, serial, growingAreas, packingHouse, gtin, code } = label
  return {
    ...{
      host,
      profile,
      ref,
      serial,
      growingAreas: growingAreas.join('+'),
      packingHouse,
      gtin,
      code,
    },
    jws: rebuildJws(label),
  }
}

export function implementationReads(text: string): ReadLabel {
  const { host, label } = readLabelText(text)
  if (label === null) return 'malformed'
  const { subject } = label
  return {
    host,
    profile: subject.profile,
    ref: 'ref' in subject ? subject.ref : null,
    serial: 'serial' in subject ? subject.serial : null,
    growingAreas: 'growingAreas' in subject ? subject.growingAreas.join('+') : '',
    packingHouse: 'packingHouse' in subject ? subject.packingHouse : null,
    gtin: 'gtin' in subject ? subject.gtin : null,
    code: 'code' in subject ? subject.code : null,
    jws: toJws(label),
  }
}

/** True where both read the same, down to the JWS that the label is when rebuilt. */
export function readTheSame(oracle: ReadLabel, implementation: ReadLabel): boolean {
  return JSON.stringify(oracle) === JSON.stringify(implementation)
}

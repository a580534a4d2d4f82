import { ALPHABET } from './base32-oracle.ts'
import { withCheckDigit } from './gtin-oracle.ts'
import { writeLabel } from './label-oracle.ts'
import { checkCharacter } from './ref-oracle.ts'
import type { Seeded } from './seeded.ts'

export type WrittenLabel = {
  readonly host: string
  readonly kid: string
  readonly signature: Uint8Array
  readonly subject: string
}

/** A label as it could be printed; its signature is any 64 bytes, for nothing here looks at keys. */
export function randomLabel(random: Seeded): WrittenLabel & { readonly text: string } {
  const label = {
    host: random.pick(HOSTS),
    kid: characters(random, 3),
    signature: Uint8Array.from({ length: 64 }, () => random.below(256)),
    subject: randomSubject(random),
  }
  return { ...label, text: writeLabel(label) }
}

const HOSTS = ['TEM.EXAMPLE.VN', 'LOCALHOST:8787', 'A.VN']

export function randomRef(random: Seeded): string {
  const data = characters(random, 7)
  return data + checkCharacter(data)
}

const characters = ({ pick }: Seeded, count: number) =>
  Array.from({ length: count }, () => pick(CHARACTERS)).join('')

const CHARACTERS = [...ALPHABET]

function randomSubject(random: Seeded): string {
  const { pick, below, chance } = random
  const ref = randomRef(random)
  const kind = below(4)
  if (kind === 0) return `B/${ref}/${pick(SERIALS)}`
  if (kind === 1) return `C/${pick(CODES)}`
  if (kind === 2)
    return `01/${randomGtin(random)}/10/${ref}${chance(0.5) ? `/21/${pick(UNITS)}` : ''}`
  const areas = random.some(CODES, 0.3).slice(0, 3).sort()
  const house = areas.length === 0 || chance(0.7) ? pick(CODES) : '-'
  return `B/${ref}/${pick(SERIALS)}/${areas.join('+') || '-'}/${house}`
}

const SERIALS = ['0', '1', '42', '1000', '99999999']
const UNITS = ['1', '42', '123456789012345', '999999999999999']
const CODES = [
  'VN-AGOR-0012',
  'VN-AGPH-003',
  'VN-AGOR-0013',
  'ABC',
  '001',
  'A-B-C',
  'ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ',
]

/** A GTIN-14 with a right check digit and no prefix for restricted circulation. */
function randomGtin({ pick, below }: Seeded): string {
  const digits = String(below(1_000_000)).padStart(6, '0')
  return withCheckDigit(`${pick(PREFIXES)}${digits}000000`.slice(0, 13))
}

const PREFIXES = [
  '0893',
  '1893',
  '0019',
  '0030',
  '0039',
  '0050',
  '0199',
  '0300',
  '000001',
  '000003',
]

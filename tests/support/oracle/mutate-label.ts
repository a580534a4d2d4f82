import { withCheckDigit } from './gtin-oracle.ts'
import type { Seeded } from './seeded.ts'

/**
 * A label's text with something done to it. What the contract leaves open is left out: user names,
 * IPv6 and international names as hosts, and endings of chats that it does not name.
 */
export function mutateLabel(random: Seeded, text: string): string {
  let mutated = text
  const count = random.pick([0, 1, 1, 1, 2, 2, 3])
  for (let at = 0; at < count; at++) mutated = random.pick(MUTATIONS)(mutated, random)
  return mutated
}

type Mutation = (text: string, random: Seeded) => string

/** Where what follows the host and its slash begins; characters are changed from there on. */
const pathStart = (text: string) => {
  const scheme = text.indexOf('://')
  return scheme < 0 ? 0 : text.indexOf('/', scheme + 3) + 1
}

const somewhere = (text: string, { below }: Seeded) => {
  const from = pathStart(text)
  return from + below(Math.max(1, text.length - from))
}

const splice = (text: string, at: number, given: { drop: number; put: string }) =>
  text.slice(0, at) + given.put + text.slice(at + given.drop)

const ANY = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabkloiu-+/.%?#&=\\ "é０ĐſK\u200b']

const replaceOne: Mutation = (text, random) =>
  splice(text, somewhere(text, random), { drop: 1, put: random.pick(ANY) })
const insertOne: Mutation = (text, random) =>
  splice(text, somewhere(text, random), { drop: 0, put: random.pick(ANY) })
const dropOne: Mutation = (text, random) =>
  splice(text, somewhere(text, random), { drop: 1, put: '' })
const swapTwo: Mutation = (text, random) => {
  const at = somewhere(text, random)
  return splice(text, at, { drop: 2, put: `${text.charAt(at + 1)}${text.charAt(at)}` })
}
const escapeOne: Mutation = (text, random) => {
  const at = somewhere(text, random)
  const escaped = `%${text.charCodeAt(at).toString(16)}`
  return splice(text, at, { drop: 1, put: random.chance(0.5) ? escaped : escaped.toUpperCase() })
}
const truncate: Mutation = (text, random) => text.slice(0, somewhere(text, random))
const repeatEnd: Mutation = (text, random) => text + text.slice(somewhere(text, random))

const recase: Mutation = (text, random) => {
  const from = pathStart(text)
  const lower = random.chance(0.5)
  const [host, path] = [text.slice(0, from), text.slice(from)]
  const changed = random.chance(0.5) ? host : path
  return text.replace(changed, lower ? changed.toLowerCase() : changed.toUpperCase())
}

/** Another last character of the signature: other padding bits in seven of eight. */
const padding: Mutation = (text, random) => {
  const at = pathStart(text) + 105
  return splice(text, at, { drop: 1, put: random.pick([...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']) })
}

const doubleSlash: Mutation = (text, random) => {
  const slashes = [...text].flatMap((c, at) => (c === '/' && at >= pathStart(text) ? [at] : []))
  if (slashes.length === 0) return text
  const put = random.pick(['//', '/./', '/../', '\\', '%2F', '%2f', ''])
  return splice(text, random.pick(slashes), { drop: 1, put })
}

const ENDINGS = [...'.,;:!)]>"\'‘’“”«» \t\n', '\u00a0', '\u200b', '\u200c', '\u200d', '\ufeff', '/']
const leftByChats: Mutation = (text, random) => {
  const ending = random.pick(ENDINGS)
  const escaped = encodeURIComponent(ending)
  if (escaped === ending) return text + (random.chance(0.3) ? escapeAscii(ending) : ending)
  return text + random.pick([ending, escaped, escaped.toLowerCase()])
}
const escapeAscii = (character: string) => `%${character.charCodeAt(0).toString(16)}`

const tracker: Mutation = (text, { pick }) =>
  text + pick(['?', '#', '&', '?utm=1', '#a/b', '&fbclid=x', '?a=1&b=/2#c', '/?x', ').?y', '&?'])
const blanks: Mutation = (text, { pick }) => pick([' ', '\n', '\t \r\n', '"', '(', '\u200b']) + text
const blanksAfter: Mutation = (text, { pick }) => text + pick([' ', '\n', '\t \r\n', '\f'])

const withScheme: Mutation = (text, { pick }) => {
  const rest = text.slice(text.indexOf('://') + 3)
  const scheme = pick([
    'http://',
    'https://',
    'HtTpS://',
    'HTTP://',
    'ftp://',
    'httpss://',
    'https:/',
  ])
  return scheme + rest
}
const withPort: Mutation = (text, { pick }) => {
  const at = pathStart(text)
  return splice(text, at, {
    drop: 0,
    put: pick([':80', ':443', ':8080', ':443:443', ':x', ':80:1']),
  })
}
const onlyPath: Mutation = (text, { chance }) => text.slice(pathStart(text) + (chance(0.5) ? 1 : 0))

/** Another part between two slashes, one that is nearly right. */
const otherPart: Mutation = (text, { pick, below }) => {
  const from = pathStart(text)
  const parts = text.slice(from).split('/')
  return text.slice(0, from) + parts.with(below(parts.length), pick(PARTS)).join('/')
}
const PARTS = [
  ...['B', 'b', 'C', '01', '10', '21', '-', '', '0', '00', '01', '007', '100000000', '99999999'],
  ...[
    '1000000000000000',
    'AB',
    'A-',
    '-A',
    'A--B',
    'ABC+ABD',
    'ABD+ABC',
    'ABC+ABC',
    'ABC+',
    '+ABC',
  ],
  ...['AAA+BBB+CCC', 'AAA+BBB+CCC+DDD', 'AAA+-', 'Z'.repeat(40), 'Z'.repeat(41), 'VN_1', 'A.B'],
  ...[
    '0200',
    '0293',
    '0040',
    '0049',
    '0020',
    '0029',
    '1200',
    '9299',
    '00000',
    '000000',
    '000002',
  ].map((prefix) => withCheckDigit(prefix.padEnd(13, '7'))),
  ...['00000012345670', '08930000000012', '8930000000015'],
]

const MUTATIONS: readonly Mutation[] = [
  ...[replaceOne, replaceOne, insertOne, dropOne, swapTwo, escapeOne, truncate, repeatEnd, recase],
  ...[padding, doubleSlash, leftByChats, leftByChats, leftByChats, tracker, blanks, blanksAfter],
  ...[withScheme, withPort, onlyPath, otherPart, otherPart],
]

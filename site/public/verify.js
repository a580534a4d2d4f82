/**
 * Verifies labels of Gốc without a network, in a browser or in Node.js: one file, no dependencies, to
 * be copied (Apache-2.0). What it needs is fetched beforehand and may be kept for a week:
 * /.well-known/jwks.json, /.well-known/status-jwks.json and every `uri` of /.well-known/label-status.json.
 *
 *   const verifier = await createVerifier({ jwks, statusJwks, lists })
 *   const { authenticity, standing, reason } = await verifier.verify(scannedText)
 *
 * Types stand in verify.d.ts, cases to try another implementation with in verify-vectors.json.
 */

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SKEW_SECONDS = 300
const LETTERS = { compact: 'c', full: 'f', gs1: 'g' }
const VALUES = ['clear_or_notice', 'stop', null, 'recalled']
const encode = (text) => new TextEncoder().encode(text)

/** What is asked again and again: keys and lists are read once, and a list gives way to no older one. */
export async function createVerifier({ jwks, statusJwks, lists = [], hosts, now = Date.now }) {
  const opened = new Map()
  const faults = []
  const verifier = {
    faults,
    lists: () => [...opened.values()].map(({ kid, iat, exp }) => ({ kid, iat, exp })),
    /** Takes a list in, newer or of another key; says what is wrong with it, or null. */
    async add(token) {
      const list = await openStatusList(token, { statusJwks })
      const held = list.fault === undefined ? opened.get(list.kid) : undefined
      if (list.fault === undefined && held !== undefined && list.iat < held.iat) {
        list.fault = 'rolled_back'
      }
      if (list.fault === undefined) opened.set(list.kid, list)
      else faults.push(list.fault)
      return list.fault ?? null
    },
    verify: (text) => judge(text, { jwks, lists: opened, hosts, seconds: now() / 1000 }),
  }
  for (const token of lists) await verifier.add(token)
  return verifier
}

/** Reads a scanned text as it is, never through `URL`; null where it is no label. */
export function parseLabel(text) {
  const raw = trimBlanks(String(text))
  const origin = /^https?:\/\/[^/?#\\]*/i.exec(raw)?.[0] ?? ''
  const authority = origin.slice(origin.indexOf('//') + 2).toLowerCase()
  if (origin !== '' && !/^(?:\[[^\]]*\]|[^:[\]]*)(?::\d*)?$/.test(authority)) return null
  let path = raw.slice(origin.length)
  if (path.startsWith('/')) path = path.slice(1)
  path = dropChatEndings(path.split(/[?#&]/, 1)[0])
  if (path.endsWith('/')) path = path.slice(0, -1)
  if (!/^[0-9A-HJKMNP-TV-Z]{105}[08GR]\//.test(path)) return null
  const subject = parseSubject(path.slice(107))
  if (subject === null) return null
  const host = authority.replace(/^https:/i.test(origin) ? /:443$/ : /:80$/, '')
  return {
    host: origin === '' ? null : host,
    kid: path.slice(0, 3),
    signature: signatureBytes(path.slice(3, 106)),
    subjectText: path.slice(107),
    ...subject,
  }
}

/** Opens a status list: `{kid, iat, exp, …}`, or `{fault}`. Nothing of it is looked at before its signature. */
export async function openStatusList(token, { statusJwks }) {
  try {
    const [head, body, tail, more] = String(token).trim().split('.')
    if (!body || !tail || more !== undefined) return { fault: 'malformed' }
    const { alg, kid, typ } = JSON.parse(textOf(head))
    if (alg !== 'Ed25519' || typ !== 'statuslist+jwt') return { fault: 'wrong_type' }
    const x = keyOf(statusJwks, kid)
    if (x === undefined) return { fault: 'key_unknown' }
    if (!(await holds(x, bytesOf(tail), encode(`${head}.${body}`)))) {
      return { fault: 'signature_invalid' }
    }
    const claims = JSON.parse(textOf(body))
    const { iat, exp, sub, goc, goc_issued: issued } = claims
    const { bits, lst } = claims.status_list
    const whole = Number.isInteger(iat) && Number.isInteger(exp) && typeof goc.kid === 'string'
    if (bits !== 2 || !whole) return { fault: 'malformed' }
    return { kid: goc.kid, iat, exp, sub, goc, issued, values: await inflated(bytesOf(lst)) }
  } catch {
    return { fault: 'malformed' }
  }
}

/** The answer to one text: the first that holds, in this order. */
async function judge(text, { jwks, lists, hosts, seconds }) {
  const label = parseLabel(text)
  if (label === null) return answer('malformed', null, 'malformed')
  const { kid, host } = label
  const unknown = (reason, list) => answer('unknown', 'unknown', reason, { label, list })
  if (host !== null && hosts !== undefined && !hosts.includes(host)) return unknown('foreign_host')
  if (jwks?.revoked?.some((one) => one.kid === kid)) return unknown('key_revoked')
  const x = keyOf(jwks, kid)
  if (x === undefined) return unknown('key_unknown')
  const signed = `${base64Url(`{"alg":"Ed25519","kid":"${kid}"}`)}.${base64Url(label.subjectText)}`
  if (!(await holds(x, label.signature, encode(signed)))) {
    return answer('forged', null, 'signature_invalid', { label })
  }
  const list = lists.get(kid)
  if (list === undefined) return unknown('list_missing')
  if (!(seconds < list.exp)) return unknown('list_expired', list)
  if (seconds < list.iat - SKEW_SECONDS) return unknown('clock_behind_list', list)
  return judgeByList(label, list, seconds)
}

function judgeByList(label, list, seconds) {
  const { goc, issued, values } = list
  const { ref, serial } = label
  const unknown = (reason) => answer('unknown', 'unknown', reason, { label, list })
  const index = ref !== null && own(goc.batches, ref)
  if (!Number.isInteger(index)) return unknown('batch_unknown')
  const until = own(goc.until, ref)
  if (until !== undefined && !(seconds * 1000 < Date.parse(until)))
    return unknown('status_outdated')
  const letter = LETTERS[label.profile]
  const reaches = ([from, to, ...rest]) =>
    from <= serial && serial <= to && String(rest.at(-1)).includes(letter)
  // A list that does not tell what was issued leaves it open.
  if (issued !== undefined && !issued[index].some(reaches)) return unknown('serial_not_issued')
  const excepted = (own(goc.serials, ref) ?? []).filter(reaches).map((range) => range[2])
  const value = Math.max(...[index, ...excepted].map((at) => valueAt(values, at)))
  const standing = VALUES[value]
  if (standing == null) return unknown('status_unreadable')
  const notice = value === 0 && (excepted.length > 0 || goc.notices.includes(ref))
  const reason = value === 0 ? (notice ? 'something_to_know' : null) : standing
  return answer('genuine', standing, reason, { label, list, notice })
}

function answer(
  authenticity,
  standing,
  reason,
  { label = null, list = null, notice = false } = {},
) {
  const asOf = list === null ? null : new Date(list.iat * 1000).toISOString()
  if (label === null) return { authenticity, standing, reason, notice, label, asOf }
  const { kid, profile, ref, serial, gtin, growingAreas, packingHouse, code } = label
  const told = { kid, profile, ref, serial, gtin, growingAreas, packingHouse, code }
  return { authenticity, standing, reason, notice, label: told, asOf }
}

/** Two bits, the first in the lowest of the first byte; 2, which is not used, outside the list. */
function valueAt(values, at) {
  if (!Number.isInteger(at) || at < 0 || at >> 2 >= values.length) return 2
  return (values[at >> 2] >> (2 * (at & 3))) & 3
}

function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

function parseSubject(text) {
  const none = {
    ref: null,
    serial: null,
    gtin: null,
    growingAreas: [],
    packingHouse: null,
    code: null,
  }
  const CODE = '(?=[0-9A-Z-]{3,40}(?:[/+]|$))[0-9A-Z]+(?:-[0-9A-Z]+)*'
  const AREAS = `-|${CODE}(?:\\+${CODE}){0,2}`
  const code = new RegExp(`^C/(${CODE})$`).exec(text)
  if (code !== null) return { profile: 'certificate', ...none, code: code[1] }
  const gs1 = /^01\/(\d{14})\/10\/([0-9A-Z]{8})(?:\/21\/([1-9]\d{0,14}))?$/.exec(text)
  if (gs1 !== null) {
    const [, gtin, ref, unit = '0'] = gs1
    if (!isPublicGtin(gtin) || !isRef(ref)) return null
    return { profile: 'gs1', ...none, ref, serial: Number(unit), gtin }
  }
  const pattern = `^B/([0-9A-Z]{8})/(0|[1-9]\\d{0,7})(?:/(${AREAS})/(-|${CODE}))?$`
  const batch = new RegExp(pattern).exec(text)
  if (batch === null || !isRef(batch[1])) return null
  const [, ref, serial, areas, house] = batch
  const common = { ...none, ref, serial: Number(serial) }
  if (areas === undefined) return { profile: 'compact', ...common }
  const growingAreas = areas === '-' ? [] : areas.split('+')
  const ascending = growingAreas.every((one, at) => at === 0 || growingAreas[at - 1] < one)
  if (!ascending || (areas === '-' && house === '-')) return null
  return { profile: 'full', ...common, growingAreas, packingHouse: house === '-' ? null : house }
}

/** Luhn mod 32 over Crockford characters. */
function isRef(ref) {
  let sum = 0
  for (let at = 6, factor = 2; at >= 0; at--, factor = 3 - factor) {
    const value = CROCKFORD.indexOf(ref[at])
    if (value < 0) return false
    sum += ((value * factor) >> 5) + ((value * factor) & 31)
  }
  return CROCKFORD[(32 - (sum & 31)) & 31] === ref[7]
}

/** A right check digit, and none of the numbers that do not leave a company. */
function isPublicGtin(gtin) {
  let sum = 0
  for (let at = 0; at < 13; at++) sum += Number(gtin[at]) * (at % 2 === 0 ? 3 : 1)
  if ((10 - (sum % 10)) % 10 !== Number(gtin[13])) return false
  return gtin.startsWith('000000') ? !'02'.includes(gtin[6]) : !/^\d(?:02|04|2\d)/.test(gtin)
}

function trimBlanks(text) {
  const isBlank = (at) => ' \t\n\v\f\r'.includes(text.charAt(at)) && at < text.length
  let [from, to] = [0, text.length]
  while (from < to && isBlank(from)) from++
  while (to > from && isBlank(to - 1)) to--
  return text.slice(from, to)
}

/** Punctuation, quotes, blanks and invisible characters that chats leave behind a link. */
const LEFT_BEHIND = new Set([
  ...'.,;:!)]>"\'`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u00ab\u00bb\u2039\u203a',
  ...'\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f',
  ...'\u205f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
])

function dropChatEndings(text) {
  for (let end = text.length; ; ) {
    const step = endingAt(text, end)
    if (step === 0) return text.slice(0, end)
    end -= step
  }
}

function endingAt(text, end) {
  if (LEFT_BEHIND.has(text.charAt(end - 1))) return 1
  for (let from = end - 3; from >= Math.max(0, end - 12); from -= 3) {
    if (text.charAt(from) !== '%') return 0
    try {
      const decoded = [...decodeURIComponent(text.slice(from, end))]
      return decoded.length === 1 && LEFT_BEHIND.has(decoded[0]) ? end - from : 0
    } catch {}
  }
  return 0
}

/** 103 characters of five bits, the last three of which are no more than filling. */
function signatureBytes(text) {
  let number = 0n
  for (const character of text) number = number * 32n + BigInt(CROCKFORD.indexOf(character))
  const hex = (number >> 3n).toString(16).padStart(128, '0')
  return Uint8Array.from(hex.match(/../g), (byte) => Number.parseInt(byte, 16))
}

/** Base64url in its one spelling: what another would decode to the same is refused. */
function bytesOf(text) {
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
    c.charCodeAt(0),
  )
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  if (base64Url(binary) !== text) throw new Error('not base64url')
  return bytes
}

const textOf = (text) => new TextDecoder('utf-8', { fatal: true }).decode(bytesOf(text))

function base64Url(binary) {
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

async function inflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** A published key as it must be written, to the letter: one that was altered anywhere is none. */
function keyOf(set, kid) {
  const { kty, crv, x, use, alg } = set?.keys?.find((one) => one.kid === kid) ?? {}
  const right = kty === 'OKP' && crv === 'Ed25519' && use === 'sig' && alg === 'Ed25519'
  return right && typeof x === 'string' ? x : undefined
}

/** Ed25519 (RFC 8032), by the platform where it knows it; older telephones do not. */
async function holds(x, signature, message) {
  try {
    const raw = bytesOf(x)
    const key = await crypto.subtle
      .importKey('raw', raw, 'Ed25519', false, ['verify'])
      .catch(unable)
    if (key === null) return await ed25519Holds(raw, signature, message)
    return await crypto.subtle.verify('Ed25519', key, signature, message)
  } catch {
    return false
  }
}

function unable(error) {
  if (['NotSupportedError', 'SyntaxError'].includes(error.name)) return null
  throw error
}

const P = 2n ** 255n - 19n
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n
const mod = (n, by = P) => ((n % by) + by) % by

function power(base, exponent) {
  let result = 1n
  for (let b = mod(base), e = exponent; e > 0n; e >>= 1n, b = (b * b) % P) {
    if (e & 1n) result = (result * b) % P
  }
  return result
}

const D = mod(-121665n * power(121666n, P - 2n))
const ROOT = power(2n, (P - 1n) / 4n)

/** The same by hand, in extended coordinates (RFC 8032 5.1): slower, and it keeps no secret. */
export async function ed25519Holds(x, signature, message) {
  if (x.length !== 32 || signature.length !== 64) return false
  const [key, r] = [pointOf(x), pointOf(signature.slice(0, 32))]
  const s = numberOf(signature.slice(32))
  if (key === null || r === null || s >= ORDER) return false
  const input = new Uint8Array([...signature.slice(0, 32), ...x, ...message])
  const h = mod(numberOf(new Uint8Array(await crypto.subtle.digest('SHA-512', input))), ORDER)
  const [left, right] = [times(s, BASE), add(r, times(h, key))]
  return (
    mod(left[0] * right[2]) === mod(right[0] * left[2]) &&
    mod(left[1] * right[2]) === mod(right[1] * left[2])
  )
}

function numberOf(bytes) {
  return bytes.reduceRight((number, byte) => number * 256n + BigInt(byte), 0n)
}

function pointOf(bytes) {
  const number = numberOf(bytes)
  const [y, odd] = [number & (2n ** 255n - 1n), number >> 255n]
  if (y >= P) return null
  const square = mod((y * y - 1n) * power(D * y * y + 1n, P - 2n))
  let x = power(square, (P + 3n) / 8n)
  if (mod(x * x - square) !== 0n) x = mod(x * ROOT)
  if (mod(x * x - square) !== 0n || (x === 0n && odd === 1n)) return null
  if ((x & 1n) !== odd) x = P - x
  return [x, y, 1n, mod(x * y)]
}

function add([x1, y1, z1, t1], [x2, y2, z2, t2]) {
  const [a, b] = [mod((y1 - x1) * (y2 - x2)), mod((y1 + x1) * (y2 + x2))]
  const [c, d] = [mod(2n * t1 * t2 * D), mod(2n * z1 * z2)]
  const [e, f, g, h] = [b - a, d - c, d + c, b + a]
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)]
}

function times(n, point) {
  let result = [0n, 1n, 1n, 0n]
  for (let p = point, m = n; m > 0n; m >>= 1n, p = add(p, p)) if (m & 1n) result = add(result, p)
  return result
}

const BASE = pointOf(Uint8Array.from([0x58, ...Array(31).fill(0x66)]))

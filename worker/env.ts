import { hostOf } from './domain/label/parse-label.ts'
import { mendText } from './lib/text/sound-text.ts'
import { trimEndOf } from './lib/text/trim-end.ts'
import { DEFAULT_LIMITS, parseRateLimits, type RateLimits } from './platform/rate-limits.ts'

export type Settings = {
  readonly LIBSQL_URL: string
  readonly LIBSQL_AUTH_TOKEN: string | undefined
  readonly GOC_ORIGIN: string
  readonly GOC_ALIASES: string | undefined
  readonly GOC_ISSUER_NAME: string | undefined
  /** The telephone of who runs this installation, for everybody. */
  readonly GOC_ISSUER_HOTLINE: string | undefined
  /** 32 random bytes, base64url. */
  readonly GOC_KEK: string
  readonly GOC_AUTH_SECRET: string
  /** `on`, `off` (on one's own machine only), or the limits that differ: `verify=600/60,…`. */
  readonly GOC_RATE_LIMITS: RateLimits | 'off'
  /** The header in which the proxy in front tells who asks; without it no address is believed. */
  readonly GOC_CLIENT_ADDRESS_HEADER: string | undefined
}

type Read<T> = { readonly value: T } | { readonly fault: string }

/**
 * How each setting is read. By hand: a schema library is a third of what a start would have to
 * evaluate before its first scan, and this is all that it would be used for.
 */
const READERS: { readonly [Name in keyof Settings]: (given: unknown) => Read<Settings[Name]> } = {
  LIBSQL_URL: (given) => readUrl(given, /^(?:https?|libsql|wss?):$/),
  LIBSQL_AUTH_TOKEN: optional,
  GOC_ORIGIN: (given) => {
    const read = readUrl(given, /^https?:$/)
    return 'fault' in read ? read : { value: trimEndOf(read.value, '/') }
  },
  GOC_ALIASES: optional,
  GOC_ISSUER_NAME: (given) => {
    const read = optional(given)
    return 'fault' in read || read.value === undefined ? read : { value: mendText(read.value) }
  },
  GOC_ISSUER_HOTLINE: (given) => {
    const read = optional(given)
    if ('fault' in read || read.value === undefined) return read
    return /^\+?[\d ().-]{3,20}$/.test(read.value) ? read : { fault: 'must be a telephone number' }
  },
  GOC_KEK: (given) =>
    typeof given === 'string' && /^[\w-]{43}$/.test(given)
      ? { value: given }
      : { fault: 'must be 32 bytes in base64url' },
  GOC_AUTH_SECRET: (given) =>
    typeof given === 'string' && given.length >= 32
      ? { value: given }
      : { fault: 'must have at least 32 characters' },
  GOC_RATE_LIMITS: (given) => {
    const limits = typeof given === 'string' ? parseRateLimits(given.trim()) : null
    if (limits !== null) return { value: limits }
    if (given === undefined) return { value: DEFAULT_LIMITS }
    const names = Object.keys(DEFAULT_LIMITS).join(', ')
    return { fault: `must be on, off, or NAME=MOST/SECONDS with commas; names: ${names}` }
  },
  GOC_CLIENT_ADDRESS_HEADER: (given) => {
    const read = optional(given)
    if ('fault' in read || read.value === undefined) return read
    return /^[\w-]{1,64}$/.test(read.value) ? read : { fault: 'must be the name of a header' }
  },
}

/** Reads and checks the settings; names every one that is missing or wrong, never its value. */
export function readSettings(env: Record<string, unknown>): Settings {
  const faults: string[] = []
  const values: Record<string, unknown> = {}
  for (const [name, read] of Object.entries(READERS)) {
    const result = read(env[name])
    if ('fault' in result) faults.push(`${name}: ${result.fault}`)
    else values[name] = result.value
  }
  if (faults.length > 0) throw new Error(`settings are missing or wrong: ${faults.join('; ')}`)
  // Each reader gives what its setting is, and all have been asked.
  return values as Settings
}

/** A text without blanks around it; none where it is empty. */
function optional(given: unknown): Read<string | undefined> {
  if (given === undefined) return { value: undefined }
  if (typeof given !== 'string') return { fault: 'must be a text' }
  const text = given.trim()
  return { value: text === '' ? undefined : text }
}

function readUrl(given: unknown, protocol: RegExp): Read<string> {
  const text = typeof given === 'string' ? given.trim() : ''
  const url = URL.parse(text)
  return url !== null && protocol.test(url.protocol) ? { value: text } : { fault: 'must be a URL' }
}

/**
 * Hosts whose labels are ours: that of GOC_ORIGIN, and GOC_ALIASES, which may name hosts alone or
 * whole origins.
 */
export function ownHostsOf(settings: Pick<Settings, 'GOC_ORIGIN' | 'GOC_ALIASES'>): Set<string> {
  const aliases = (settings.GOC_ALIASES ?? '').split(',').map((alias) => alias.trim())
  const origins = [settings.GOC_ORIGIN, ...aliases.filter((alias) => alias !== '')]
  return new Set(
    origins.map((text) => {
      const origin = /^https?:\/\//i.test(text) ? text : `https://${text}`
      return hostOf(/^https?:\/\/[^/]*/i.exec(origin)?.[0] ?? origin)
    }),
  )
}

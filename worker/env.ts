import { z } from 'zod'
import { hostOf } from './domain/label/parse-label.ts'
import { mendText } from './lib/text/sound-text.ts'
import { trimEndOf } from './lib/text/trim-end.ts'
import { DEFAULT_LIMITS, parseRateLimits } from './platform/rate-limits.ts'

const optional = z
  .string()
  .trim()
  .optional()
  .transform((text) => (text === '' ? undefined : text))

const schema = z.object({
  LIBSQL_URL: z.url({ protocol: /^(?:https?|libsql|wss?)$/ }),
  LIBSQL_AUTH_TOKEN: optional,
  GOC_ORIGIN: z.url({ protocol: /^https?$/ }).transform((url) => trimEndOf(url, '/')),
  GOC_ALIASES: optional,
  GOC_ISSUER_NAME: optional.transform((name) => (name === undefined ? name : mendText(name))),
  /** 32 random bytes, base64url. */
  GOC_KEK: z.string().regex(/^[\w-]{43}$/, 'must be 32 bytes in base64url'),
  GOC_AUTH_SECRET: z.string().min(32, 'must have at least 32 characters'),
  /** `on`, `off` (on one's own machine only), or the limits that differ: `verify=600/60,…`. */
  GOC_RATE_LIMITS: z
    .string()
    .default('on')
    .transform((text, context) => {
      const limits = parseRateLimits(text.trim())
      if (limits !== null) return limits
      const names = Object.keys(DEFAULT_LIMITS).join(', ')
      context.addIssue(`must be on, off, or NAME=MOST/SECONDS with commas; names: ${names}`)
      return z.NEVER
    }),
  /** The header in which the proxy in front tells who asks; without it no address is believed. */
  GOC_CLIENT_ADDRESS_HEADER: optional.refine(
    (name) => name === undefined || /^[\w-]{1,64}$/.test(name),
    'must be the name of a header',
  ),
})

export type Settings = z.infer<typeof schema>

/** Reads and checks the settings; names every one that is missing or wrong, never its value. */
export function readSettings(env: Record<string, unknown>): Settings {
  const parsed = schema.safeParse(env)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`settings are missing or wrong: ${faults.join('; ')}`)
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

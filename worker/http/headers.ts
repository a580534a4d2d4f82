/** Sent with everything. Pages carry no script, so none may run. */
export const SECURITY_HEADERS = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
} as const

/** Scan and verify answers are about one moment and one asker: nobody keeps or indexes them. */
export const SCAN_HEADERS = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex',
  vary: 'Accept, Accept-Language',
} as const

/** Allows the page's one inline style by its hash, images of this site, forms to it; nothing else. */
export function contentSecurityPolicy(styleHash: string | null): string {
  const style = styleHash === null ? "'none'" : `'${styleHash}'`
  return `default-src 'none'; style-src ${style}; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`
}

/** As above, and the site's own script files: signing in with a passkey cannot do without. */
export function portalContentSecurityPolicy(styleHash: string | null): string {
  return `${contentSecurityPolicy(styleHash)}; script-src 'self'; connect-src 'self'`
}

/**
 * A map writes its own style file, draws from pictures it makes itself and cuts its tiles in a worker
 * of this site. `background` is the https address of an archive that lies elsewhere.
 */
export function withMapSources(headers: Headers, background: string | null): void {
  const policy = headers.get('content-security-policy') ?? ''
  // Its origin alone: an operator named it, and it was read there before.
  const elsewhere = background === null ? '' : ` ${new URL(background).origin}`
  headers.set(
    'content-security-policy',
    `${policy
      .replace('style-src ', "style-src 'self' ")
      .replace('img-src ', 'img-src blob: ')
      .replace("connect-src 'self'", `connect-src 'self'${elsewhere}`)}; worker-src 'self'`,
  )
}

/**
 * The installed app: script, style, pictures and answers of this site alone, and photos that were
 * just taken. Nothing stands inline.
 */
export const APP_CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/**
 * The app's worker that reads codes in pictures: it fetches and compiles its wasm, and does nothing
 * else. Pages themselves compile none.
 */
export const DECODER_CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"

/** Public documents may be read from any page and kept as long as a scan page may be old. */
export const PUBLIC_DOCUMENT_HEADERS = {
  'cache-control': 'public, max-age=30',
  'access-control-allow-origin': '*',
  vary: 'Accept, Accept-Language',
} as const

import { hasGs1CheckDigit } from './gtin.ts'

/** What a text that is no label of ours looks like: enough to say whose it may be, never to open it. */
export type ForeignCode =
  /** A GS1 Digital Link (URI syntax 1.4): the product's number, and who serves it. */
  | { readonly kind: 'gs1'; readonly gtin: string; readonly host: string }
  | { readonly kind: 'host'; readonly host: string; readonly system: KnownSystem | null }
  | { readonly kind: 'barcode'; readonly digits: string }

/** Traceability systems whose codes stand on Vietnamese goods. */
const SYSTEMS = {
  'truyxuatnguongoc.gov.vn': 'national',
  'checkvn.mae.gov.vn': 'mae',
  'traceviet.mae.gov.vn': 'mae',
  'verigoods.vn': 'verigoods',
  'icheck.vn': 'icheck',
  'icheck.com.vn': 'icheck',
  'te-food.com': 'tefood',
} as const satisfies Record<string, string>

export type KnownSystem = (typeof SYSTEMS)[keyof typeof SYSTEMS]

const URL_HEAD = /^https?:\/\/([^/?#\\@\s]{1,253})(?=[/?#]|$)([^?#\s]{0,1000})/i
const GTIN_IN_PATH = /\/01\/(\d{8,14})(?=\/|$)/
const BARCODE = /^(?:\d{8}|\d{12,14})$/

/** Whose a scanned text looks like; null where it looks like nothing that is known. */
export function foreignCode(typed: string): ForeignCode | null {
  const text = typed.trim()
  if (BARCODE.test(text)) return hasGs1CheckDigit(text) ? { kind: 'barcode', digits: text } : null
  const [, authority, path = ''] = URL_HEAD.exec(text) ?? []
  if (authority === undefined) return null
  const host = authority.toLowerCase()
  const gtin = GTIN_IN_PATH.exec(path)?.[1]?.padStart(14, '0')
  if (gtin !== undefined && hasGs1CheckDigit(gtin)) return { kind: 'gs1', gtin, host }
  return { kind: 'host', host, system: systemOf(host) }
}

function systemOf(host: string): KnownSystem | null {
  const name = host.replace(/:\d*$/, '')
  const found = Object.entries(SYSTEMS).find(
    ([known]) => name === known || name.endsWith(`.${known}`),
  )
  return found?.[1] ?? null
}

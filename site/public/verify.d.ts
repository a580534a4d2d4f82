/** Types of verify.js. */

export type Jwk = {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly kid: string
  readonly use: 'sig'
  readonly alg: 'Ed25519'
}

/** `/.well-known/jwks.json` */
export type LabelKeys = {
  readonly keys: readonly Jwk[]
  readonly revoked?: readonly { readonly kid: string; readonly revokedFrom: string }[]
}

/** `/.well-known/status-jwks.json` */
export type StatusKeys = { readonly keys: readonly Jwk[] }

export type Answer = {
  readonly authenticity: 'genuine' | 'forged' | 'unknown' | 'malformed'
  /** Null where there is no label to say it of. */
  readonly standing: 'clear_or_notice' | 'stop' | 'recalled' | 'unknown' | null
  readonly reason: Reason | null
  /** Of `clear_or_notice`: there is something to know, told online. */
  readonly notice: boolean
  readonly label: LabelParts | null
  /** When the list was made that the answer rests on, ISO 8601; null where it rests on none. */
  readonly asOf: string | null
}

export type Reason =
  | 'malformed'
  | 'foreign_host'
  | 'key_revoked'
  | 'key_unknown'
  | 'signature_invalid'
  | 'list_missing'
  | 'list_expired'
  | 'clock_behind_list'
  | 'batch_unknown'
  | 'status_outdated'
  | 'serial_not_issued'
  | 'status_unreadable'
  | 'something_to_know'
  | 'stop'
  | 'recalled'

export type LabelParts = {
  readonly kid: string
  readonly profile: 'compact' | 'full' | 'gs1' | 'certificate'
  readonly ref: string | null
  /** 0 for the label of a whole batch. */
  readonly serial: number | null
  readonly gtin: string | null
  readonly growingAreas: readonly string[]
  readonly packingHouse: string | null
  readonly code: string | null
}

export type ParsedLabel = LabelParts & {
  readonly host: string | null
  readonly signature: Uint8Array
  readonly subjectText: string
}

export type ListFault =
  | 'malformed'
  | 'wrong_type'
  | 'key_unknown'
  | 'signature_invalid'
  | 'rolled_back'

export type StatusList = {
  readonly kid: string
  /** Seconds since 1970. */
  readonly iat: number
  readonly exp: number
  readonly sub: string
  readonly fault?: undefined
}

export type Verifier = {
  readonly verify: (text: string) => Promise<Answer>
  /** Takes in a newer list, or one of another key. */
  readonly add: (token: string) => Promise<ListFault | null>
  readonly lists: () => readonly Pick<StatusList, 'kid' | 'iat' | 'exp'>[]
  /** Of the lists that were refused. */
  readonly faults: readonly ListFault[]
}

export function createVerifier(given: {
  readonly jwks: LabelKeys
  readonly statusJwks: StatusKeys
  /** The texts that each `uri` of `/.well-known/label-status.json` answered. */
  readonly lists?: readonly string[]
  /** Hosts whose labels are ours, lower case; any where not given. */
  readonly hosts?: readonly string[]
  /** Epoch milliseconds. */
  readonly now?: () => number
}): Promise<Verifier>

export function parseLabel(text: string): ParsedLabel | null

export function openStatusList(
  token: string,
  given: { readonly statusJwks: StatusKeys },
): Promise<StatusList | { readonly fault: ListFault }>

/** Ed25519 without the platform's help. */
export function ed25519Holds(
  publicKey: Uint8Array,
  signature: Uint8Array,
  message: Uint8Array,
): Promise<boolean>

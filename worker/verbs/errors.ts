import type { LocalText } from '../lib/text/local-text.ts'

/** Every way a verb says no. One map gives the HTTP status, so none can be forgotten. */
export const PROBLEM_STATUS = {
  invalid_input: 400,
  malformed_code: 400,
  hash_mismatch: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  needs_confirmation: 409,
  batch_sealed: 409,
  batch_incomplete: 409,
  standing_stop: 409,
  /** A check that its market asks for before shipment. */
  checks_open: 409,
  no_active_key: 409,
  id_reused: 409,
  other_account: 409,
  /** What it amends has not arrived. */
  parent_missing: 409,
  photo_missing: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  layout_too_small: 422,
  unknown_kind: 422,
  app_outdated: 422,
  idempotency_mismatch: 422,
  too_many_requests: 429,
  internal: 500,
  unavailable: 503,
} as const

export type ProblemCode = keyof typeof PROBLEM_STATUS

/** What there is to mend in a field; whoever answers says it in the language asked for. */
export type FieldError = { readonly path: string; readonly text: LocalText }

/** What somebody must say yes to before it is done: `code` is how they say so. */
export type Question = {
  readonly code: string
  readonly text: LocalText
  /** What it is asked about, for programs. */
  readonly figures?: Readonly<Record<string, string | number>>
}

/** What is there already where something was to be added: its id or REF, and where the API has it. */
export type Existing =
  | { readonly id: string; readonly href: string }
  | { readonly ref: string; readonly href: string }

/**
 * An expected refusal. `text` is what the caller may read; `message` stays in the logs and never
 * holds secrets. Thrown by verbs, turned into RFC 9457 by the one `onError`, printed by commands.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly text: LocalText
  readonly errors: readonly FieldError[]
  /** Of `needs_confirmation`: what to confirm. */
  readonly questions: readonly Question[]
  /** Of a `conflict` with something that the caller may see. */
  readonly existing: Existing | null
  readonly headers: Readonly<Record<string, string>>

  constructor(input: {
    code: ProblemCode
    text: LocalText
    errors?: readonly FieldError[]
    questions?: readonly Question[]
    existing?: Existing
    headers?: Readonly<Record<string, string>>
    cause?: unknown
  }) {
    super(
      `${input.code}: ${input.text.en}`,
      input.cause === undefined ? {} : { cause: input.cause },
    )
    this.name = 'Problem'
    this.code = input.code
    this.text = input.text
    this.errors = input.errors ?? []
    this.questions = input.questions ?? []
    this.existing = input.existing ?? null
    this.headers = input.headers ?? {}
  }

  get status(): number {
    return PROBLEM_STATUS[this.code]
  }
}

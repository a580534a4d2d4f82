/** What may be written down without signal and sent later. */
export const OUTBOX_KINDS = [
  'diary_entry',
  'diary_correction',
  'inspection',
  'label_checks',
  'report',
] as const
export type OutboxKind = (typeof OUTBOX_KINDS)[number]

/** Bounds of one request, which device and server hold to alike. */
export const OUTBOX_LIMITS = {
  items: 100,
  bytes: 1024 * 1024,
  photoBytes: 10 * 1024 * 1024,
} as const

/** How far the device's clock was behind the server's when it last knew, by its own clock. */
export type OutboxClock = { readonly offsetMs: number; readonly measuredAt: number }

/** A record as it goes over the line. The device mints the id, and it stays the record's for good. */
export type OutboxItem = {
  /** UUID of version 7. */
  readonly id: string
  /** The version of the app that wrote it. */
  readonly v: number | string
  readonly kind: OutboxKind
  /** The day it is about, in Asia/Ho_Chi_Minh. */
  readonly happenedOn: string
  /** Epoch milliseconds of the device, right or wrong. */
  readonly madeAt: number
  readonly clock: OutboxClock | null
  readonly body: Readonly<Record<string, unknown>>
}

/** `later` is sent again; `already` is as good as `stored`. */
export const OUTBOX_STATUSES = ['stored', 'already', 'later', 'refused'] as const
export type OutboxStatus = (typeof OUTBOX_STATUSES)[number]

/** An RFC 9457 problem as the server words it. */
export type WireProblem = {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
  readonly questions?: readonly {
    readonly code: string
    readonly text: string
    readonly figures?: Readonly<Record<string, string | number>>
  }[]
}

export type OutboxResult = {
  readonly id: string
  readonly status: OutboxStatus
  readonly problem?: WireProblem
}

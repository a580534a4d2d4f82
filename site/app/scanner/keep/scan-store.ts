import type { CheckMode } from '../../../../worker/domain/label-checks/label-check.ts'
import type { PackedRegister } from '../../../../worker/domain/scan-register/scan-register.ts'
import type { LabelKeys, StatusKeys } from '../../../public/verify.js'

/** The keys of labels and of lists, and when they were fetched, by the server's clock. */
export type KeptKeys = {
  readonly jwks: LabelKeys
  readonly statusJwks: StatusKeys
  readonly at: number
}

/** A status list as it was signed. */
export type KeptList = { readonly kid: string; readonly token: string; readonly issuedAt: number }

export type KeptRegister = {
  readonly asOf: number
  readonly scope: string
  readonly isCut: boolean
  /** When it was last taken whole. */
  readonly wholeAt: number
  readonly hosts: readonly string[]
  readonly issuer: string
  readonly register: PackedRegister
}

/** What a device has to check labels by; each part may be missing. */
export type KeptSources = {
  readonly keys: KeptKeys | null
  readonly lists: readonly KeptList[]
  readonly register: KeptRegister | null
}

/** One of these at a time is written. */
export type KeptPart =
  | { readonly name: 'keys'; readonly value: KeptKeys }
  | { readonly name: `list:${string}`; readonly value: KeptList }
  | { readonly name: 'register'; readonly value: KeptRegister }

/** A check as it goes to the server. */
export type CheckBody = {
  readonly scanned: string
  readonly authenticity: 'genuine' | 'forged' | 'unknown' | 'malformed'
  readonly standing: 'clear' | 'notice' | 'stop' | null
  readonly mode: CheckMode
  readonly listIssuedAt: number | null
  /** By the device's clock. */
  readonly checkedAt: number
  readonly place: {
    readonly latitude: number
    readonly longitude: number
    readonly accuracyM: number | null
  } | null
  readonly note: string | null
}

/** A check that the device keeps until it was handed to the queue, and for the day to be seen. */
export type KeptCheck = {
  readonly accountId: string
  readonly id: string
  /** The day in Viet Nam: what goes together is of one day. */
  readonly on: string
  /** What the list shows of it. */
  readonly title: string
  readonly serial: number | null
  readonly body: CheckBody
  /** The record of the queue it goes in, once that is settled; a check without one can be undone. */
  readonly group: string | null
  readonly isHanded: boolean
}

/**
 * What the scanner keeps on the device, apart for each account and apart from the queue. Each call is
 * one transaction. Throws `StorageFull` where there is no room.
 */
export type ScanStore = {
  readonly sources: (accountId: string) => Promise<KeptSources>
  readonly put: (accountId: string, part: KeptPart) => Promise<void>
  readonly drop: (accountId: string, name: KeptPart['name']) => Promise<void>
  /** In the order they were made. */
  readonly checks: (accountId: string) => Promise<readonly KeptCheck[]>
  readonly addCheck: (check: KeptCheck) => Promise<void>
  /** Takes a check back that goes in no record yet; false where it does. */
  readonly undo: (accountId: string, id: string) => Promise<boolean>
  /** Settles which checks go together in the record of that id: those of one day that wait, the oldest first. */
  readonly group: (
    accountId: string,
    given: { readonly id: string; readonly most: number },
  ) => Promise<void>
  /** Notes that the queue has the record. */
  readonly noteHanded: (accountId: string, group: string) => Promise<void>
  /** Forgets checks that were handed over, all or those of before a day. */
  readonly forgetHanded: (accountId: string, before: string | null) => Promise<void>
}

/** Which checks to put into one record: of those that wait the oldest, and others of its day. */
export function toGroup(checks: readonly KeptCheck[], most: number): readonly KeptCheck[] {
  const waiting = checks.filter(({ group }) => group === null)
  return waiting.filter(({ on }) => on === waiting[0]?.on).slice(0, most)
}

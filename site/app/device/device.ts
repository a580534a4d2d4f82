import type { FieldKit } from '../../../worker/domain/diary/field-kit.ts'
import type { Draft } from '../entry/draft.ts'
import type { InspectionDraft } from '../inspect/inspection-draft.ts'
import type { GuardedAccount } from '../state/gate.ts'

/** An account that signed in on this phone, with what it needs to work without a network. */
export type DeviceAccount = GuardedAccount & {
  readonly name: string
  readonly kit: FieldKit
  /** By the phone's clock. */
  readonly kitAt: number
  /** Wrong PINs in a row. */
  readonly failures: number
}

/** What this phone keeps of the app beside the queue, apart for each account. */
export type Device = {
  /** False where the browser keeps nothing and all of it is gone with the page. */
  readonly keeps: boolean
  readonly accounts: () => Promise<readonly DeviceAccount[]>
  /** Changes an account as it stands at this moment, in one transaction; null adds one. */
  readonly changeAccount: (
    id: string,
    to: (account: DeviceAccount | null) => DeviceAccount,
  ) => Promise<DeviceAccount>
  /** The drafts of an account, the last one touched first. */
  readonly drafts: (accountId: string) => Promise<readonly Draft[]>
  /** Half-written minutes of inspections likewise. */
  readonly inspections: (accountId: string) => Promise<readonly InspectionDraft[]>
  readonly keepDraft: (draft: KeptDraft) => Promise<void>
  readonly dropDraft: (draft: Pick<KeptDraft, 'accountId' | 'key'>) => Promise<void>
}

/** What is half-written on this phone, all under keys of their own. */
export type KeptDraft = Draft | InspectionDraft

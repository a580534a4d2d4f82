import type { MinutesReading } from '../../../worker/domain/inspections/read-minutes.ts'
import type { DeviceAccount } from '../device/device.ts'
import type { InspectionDraft } from './inspection-draft.ts'

/** What the steps share. */
export type Step = {
  readonly account: DeviceAccount
  readonly draft: InspectionDraft
  readonly change: (part: Partial<InspectionDraft>) => void
  /** Null before a form is chosen. */
  readonly reading: MinutesReading | null
  /** Said once one has gone on. */
  readonly faultOf: (path: string) => string | null
  /** Goes on where nothing of this step is at fault, else shows what is. */
  readonly onNext: () => void
}

import { useMemo } from 'preact/hooks'
import { useKept } from '../entry/use-kept.ts'
import { useApp } from '../state/app-context.ts'
import type { InspectionDraft } from './inspection-draft.ts'

/** Half-written minutes, kept on the phone as they are written. */
export function useInspection(initial: InspectionDraft) {
  const { device } = useApp()
  const how = useMemo(
    () => ({
      keep: (draft: InspectionDraft) =>
        device
          .keepDraft(draft)
          // No room for the photos: better the words and signatures than nothing of it.
          .catch(() => device.keepDraft({ ...draft, photos: {} }).catch(() => undefined)),
      drop: (draft: InspectionDraft) => device.dropDraft(draft),
    }),
    [device],
  )
  return useKept(initial, how)
}

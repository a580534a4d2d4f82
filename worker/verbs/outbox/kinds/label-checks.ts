import { labelChecksInput } from '../../label-checks/label-checks-input.ts'
import { recordLabelChecks } from '../../label-checks/record-checks.ts'
import { outboxKind } from '../outbox-record.ts'

/** An inspector's checks of labels, with or without signal. */
export const LABEL_CHECKS = outboxKind({
  kind: 'label_checks',
  sinceVersion: 1,
  body: labelChecksInput,
  photosOf: ({ checks }) => checks.flatMap(({ photos = [] }) => photos),
  may: 'labels.check',
  byMachines: false,
  entity: 'label_check',
  store: recordLabelChecks,
})

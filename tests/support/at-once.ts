import {
  type BatchImportOptions,
  readBatchRecordsInSteps,
} from '../../worker/domain/lists/records/batch-records.ts'
import type { CodeImportOptions } from '../../worker/domain/lists/records/code-import-options.ts'
import { readCodeRecordsInSteps } from '../../worker/domain/lists/records/code-records.ts'
import {
  type DiaryImportOptions,
  readDiaryRecordsInSteps,
} from '../../worker/domain/lists/records/diary-records.ts'
import type { Part } from '../../worker/lib/geo/boundary.ts'
import { findCrossingInSteps } from '../../worker/lib/geo/find-crossing.ts'
import { type BoundaryOptions, readBoundaryInSteps } from '../../worker/lib/geo/read-boundary.ts'
import {
  type ReadWorkbookOptions,
  readWorkbookInSteps,
} from '../../worker/lib/sheet/read-workbook.ts'
import type { Workbook } from '../../worker/lib/sheet/workbook.ts'
import { takeSteps } from '../../worker/lib/steps/steps.ts'

// What the Worker reads a step at a time, for tests that wait for nobody.

export const readWorkbook = (bytes: Uint8Array, options: ReadWorkbookOptions) =>
  takeSteps(readWorkbookInSteps(bytes, options))

export const readBatchRecords = (workbook: Workbook, options: BatchImportOptions = {}) =>
  takeSteps(readBatchRecordsInSteps(workbook, options))

export const readCodeRecords = (workbook: Workbook, options: CodeImportOptions = {}) =>
  takeSteps(readCodeRecordsInSteps(workbook, options))

export const readDiaryRecords = (workbook: Workbook, options: DiaryImportOptions = {}) =>
  takeSteps(readDiaryRecordsInSteps(workbook, options))

export const readBoundary = (bytes: Uint8Array, options: BoundaryOptions = {}) =>
  takeSteps(readBoundaryInSteps(bytes, options))

export const findCrossing = (part: Part) => takeSteps(findCrossingInSteps(part))

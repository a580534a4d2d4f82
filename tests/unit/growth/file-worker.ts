import { parentPort, workerData } from 'node:worker_threads'
import { HOSTILE_RECORDS, HOSTILE_TEXT_LISTS } from './hostile-lists.ts'
import { HOSTILE_OUTLINES } from './hostile-outlines.ts'
import { HOSTILE_PHOTOS } from './hostile-photos.ts'
import { HOSTILE_WORKBOOKS } from './hostile-workbooks.ts'
import { type HostileFile, measureFile } from './measure-file.ts'

export type Group = 'outlines' | 'text lists' | 'records' | 'workbooks' | 'photos'

const GROUPS: Record<Group, readonly HostileFile[]> = {
  outlines: HOSTILE_OUTLINES,
  'text lists': HOSTILE_TEXT_LISTS,
  records: HOSTILE_RECORDS,
  workbooks: HOSTILE_WORKBOOKS,
  photos: HOSTILE_PHOTOS,
}

/** Runs in a thread whose heap is bounded: a file that takes more ends it, and the test says which. */
for (const file of GROUPS[workerData as Group]) {
  parentPort?.postMessage({ begun: file.name })
  parentPort?.postMessage({ measured: measureFile(file) })
}

import { SHEET_LIMITS } from '../sheet/limits.ts'
import { SheetProblemError } from '../sheet/problem.ts'
import { inflateEntry } from '../sheet/xlsx/inflate-entry.ts'
import { readZipDirectory, type ZipEntry } from '../sheet/xlsx/zip-directory.ts'
import type { Steps } from '../steps/steps.ts'
import { type BoundaryRefusal, refuseBoundary } from './boundary-problem.ts'
import { BOUNDARY_LIMITS } from './limits.ts'

const LIMITS = {
  ...SHEET_LIMITS,
  maxZipEntries: 1_000,
  maxEntryBytes: BOUNDARY_LIMITS.maxBytes,
  maxTotalBytes: BOUNDARY_LIMITS.maxBytes,
}

/**
 * The KML in a KMZ (OGC 12-007r2, annex C): `doc.kml`, else the first one. A ZIP without one is
 * refused, whatever it holds, and so is one that is damaged.
 */
export function* readKmz(
  bytes: Uint8Array,
): Steps<{ readonly ok: true; readonly text: string } | BoundaryRefusal> {
  try {
    const entry = kmlIn([...readZipDirectory(bytes, LIMITS).values()])
    if (entry === null) return refuseBoundary('kmz')
    const pieces: string[] = []
    yield* inflateEntry(bytes, entry, LIMITS, { usedBytes: 0 }, (text) => pieces.push(text))
    return { ok: true, text: pieces.join('') }
  } catch (error) {
    if (!(error instanceof SheetProblemError)) throw error
    return refuseBoundary(error.problem.code === 'zip_bomb' ? 'too_large' : 'kmz')
  }
}

function kmlIn(entries: readonly ZipEntry[]): ZipEntry | null {
  const all = entries.filter(({ name }) => name.toLowerCase().endsWith('.kml'))
  return all.find(({ name }) => name.toLowerCase() === 'doc.kml') ?? all[0] ?? null
}

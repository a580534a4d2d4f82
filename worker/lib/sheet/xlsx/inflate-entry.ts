import { Inflate } from 'fflate'
import type { Steps } from '../../steps/steps.ts'
import type { SheetLimits } from '../limits.ts'
import { atMost, SheetProblemError } from '../problem.ts'
import { crc32 } from './crc32.ts'
import { storedBytesOf, type ZipEntry } from './zip-directory.ts'

/** Bytes inflated so far over the whole file. */
export interface InflateBudget {
  usedBytes: number
}

/** Deflate grows at most 1,032-fold, so one step yields at most 4 MB before the limits are checked. */
const STEP_BYTES = 4_096

/**
 * Inflates an entry piece by piece into `onText`, as UTF-8 (or UTF-16 with its mark). The declared
 * sizes are never trusted: what comes out is counted, and reading stops at the first limit passed.
 * Throws `zip_bomb` past a limit, `broken_zip` when size or checksum differ from what was declared.
 */
export function* inflateEntry(
  file: Uint8Array,
  entry: ZipEntry,
  limits: SheetLimits,
  budget: InflateBudget,
  onText: (text: string) => void,
): Steps<void> {
  const stored = storedBytesOf(file, entry)
  let decoder: TextDecoder | null = null
  let size = 0
  let crc = 0
  const take = (chunk: Uint8Array): void => {
    size += chunk.length
    budget.usedBytes += chunk.length
    const tooDense =
      size > limits.ratioFromBytes && size > limits.maxRatio * Math.max(stored.length, 1)
    if (size > limits.maxEntryBytes || budget.usedBytes > limits.maxTotalBytes || tooDense) {
      throw new SheetProblemError(
        'zip_bomb',
        `${entry.name}: ${size} from ${stored.length} bytes`,
        atMost(Math.floor(limits.maxEntryBytes / 2 ** 20), 'MB một phần'),
      )
    }
    crc = crc32(chunk, crc)
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true })
    onText(decode(decoder, chunk, entry.name))
  }
  if (entry.method === 0) yield* takeInSteps(stored, take)
  else if (entry.method === 8) yield* inflateInSteps(stored, take, entry.name)
  else throw new SheetProblemError('broken_zip', `${entry.name}: method ${entry.method}`)
  if (size !== entry.inflatedBytes || crc !== entry.crc) {
    throw new SheetProblemError('broken_zip', `${entry.name}: size or checksum differs`)
  }
}

function* takeInSteps(stored: Uint8Array, take: (chunk: Uint8Array) => void): Steps<void> {
  for (let at = 0; at < stored.length; at += STEP_BYTES) {
    take(stored.subarray(at, at + STEP_BYTES))
    yield
  }
}

function* inflateInSteps(
  stored: Uint8Array,
  take: (chunk: Uint8Array) => void,
  name: string,
): Steps<void> {
  const inflater = new Inflate((chunk) => {
    if (chunk.length > 0) take(chunk)
  })
  try {
    for (let at = 0; at < stored.length || at === 0; at += STEP_BYTES) {
      inflater.push(stored.subarray(at, at + STEP_BYTES), at + STEP_BYTES >= stored.length)
      yield
    }
  } catch (error) {
    if (error instanceof SheetProblemError) throw error
    throw new SheetProblemError('broken_zip', `${name}: ${String(error)}`)
  }
}

function decode(decoder: TextDecoder, chunk: Uint8Array, name: string): string {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    throw new SheetProblemError('broken_xml', `${name}: not valid text`)
  }
}

function encodingOf(chunk: Uint8Array): string {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le'
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

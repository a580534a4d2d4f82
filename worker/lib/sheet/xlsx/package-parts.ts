import type { Steps } from '../../steps/steps.ts'
import type { SheetLimits } from '../limits.ts'
import { SheetProblemError } from '../problem.ts'
import { type InflateBudget, inflateEntry } from './inflate-entry.ts'
import { type XmlHandlers, xmlSink } from './parse-xml.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'

/** An opened package: its directory, and the budget its parts are inflated from. */
export interface Package {
  readonly file: Uint8Array
  readonly entries: ReadonlyMap<string, ZipEntry>
  readonly limits: SheetLimits
  readonly budget: InflateBudget
}

export interface Relationship {
  readonly id: string
  /** The last step of the type's address: `worksheet`, `styles`, `sharedStrings`. */
  readonly type: string
  /** Part name from the package root. */
  readonly target: string
}

/** Opens a ZIP and refuses, by name of their parts, all packages that are not plain workbooks. */
export function openPackage(file: Uint8Array, limits: SheetLimits): Package {
  const entries = readZipDirectory(file, limits)
  const names = [...entries.keys()]
  if (names.some((name) => name.endsWith('vbaproject.bin'))) {
    throw new SheetProblemError('macros', 'vbaProject')
  }
  if (entries.has('xl/workbook.bin')) throw new SheetProblemError('binary_workbook', 'workbook.bin')
  if (entries.has('content.xml') && entries.has('mimetype')) {
    throw new SheetProblemError('open_document', 'mimetype')
  }
  if (!entries.has('_rels/.rels')) throw new SheetProblemError('other_document', 'no _rels/.rels')
  return { file, entries, limits, budget: { usedBytes: 0 } }
}

/** Streams one part through the handlers. Throws `broken_zip` when the package lacks it. */
export function* parsePart(pack: Package, part: string, handlers: XmlHandlers): Steps<void> {
  const entry = pack.entries.get(part.toLowerCase())
  if (entry === undefined) throw new SheetProblemError('broken_zip', `no part ${part}`)
  const sink = xmlSink(part, handlers)
  yield* inflateEntry(pack.file, entry, pack.limits, pack.budget, sink.write)
  sink.end()
}

/** The relationships of a part (`''` for the package itself); none when it has no such file. */
export function* relationshipsOf(pack: Package, part: string): Steps<readonly Relationship[]> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const relsPart = `${folder}_rels/${part.slice(slash + 1)}.rels`
  if (!pack.entries.has(relsPart.toLowerCase())) return []
  const found: Relationship[] = []
  yield* parsePart(pack, relsPart, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.TargetMode === 'External') return
      const { Id, Type, Target } = attributes
      if (Id === undefined || Type === undefined || Target === undefined) return
      if (found.length >= MOST_RELATIONSHIPS) throw new SheetProblemError('zip_bomb', relsPart)
      const type = Type.slice(Type.lastIndexOf('/') + 1)
      found.push({ id: Id, type, target: resolveTarget(folder, Target) })
    },
  })
  return found
}

/** The first related part of a type, or null. */
export function relatedPart(relations: readonly Relationship[], type: string): string | null {
  return relations.find((relation) => relation.type === type)?.target ?? null
}

/** Of one part: a workbook has one for each sheet and a few more. */
const MOST_RELATIONSHIPS = 2_000

function resolveTarget(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

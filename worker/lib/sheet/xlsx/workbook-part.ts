import type { Steps } from '../../steps/steps.ts'
import { normaliseText } from '../../text/normalise-text.ts'
import { atMost, SheetProblemError } from '../problem.ts'
import { type Package, parsePart, type Relationship } from './package-parts.ts'

export interface SheetEntry {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

export interface WorkbookPart {
  readonly date1904: boolean
  readonly sheets: readonly SheetEntry[]
}

/** Reads the list of worksheets; chart sheets and sheets without a part are left out. */
export function* readWorkbookPart(
  pack: Package,
  part: string,
  relations: readonly Relationship[],
): Steps<WorkbookPart> {
  const sheets: SheetEntry[] = []
  let date1904 = false
  yield* parsePart(pack, part, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = isTrue(attributes.date1904)
      if (name !== 'sheet') return
      // The relationship id is the attribute in the relationships namespace, whatever its prefix.
      const idName = Object.keys(attributes).find((key) => key.endsWith(':id'))
      const id = idName === undefined ? undefined : attributes[idName]
      const relation = relations.find((each) => each.id === id && each.type === 'worksheet')
      if (relation === undefined) return
      if (sheets.length >= pack.limits.maxSheets) {
        throw new SheetProblemError('too_many_sheets', name, atMost(pack.limits.maxSheets, 'trang'))
      }
      sheets.push({
        name: normaliseText((attributes.name ?? '').slice(0, LONGEST_NAME), 'NFC'),
        part: relation.target,
        hidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
      })
    },
  })
  return { date1904, sheets }
}

/** Excel allows 31 characters; other programs somewhat more. */
const LONGEST_NAME = 200

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}

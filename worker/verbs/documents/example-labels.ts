import { labelPath, readLabelText } from '../../domain/label/parse-label.ts'
import type { VerbContext } from '../context.ts'
import { contextOf } from '../own-context.ts'
import { demoLabels } from './demo-labels.ts'
import { type PublicReadDeps, readFreshHere } from './read-fresh.ts'

/** A label of a demonstration, by what it shows. */
export type ExampleLabel = { readonly of: 'unit' | 'batch' | 'forged'; readonly path: string }

const HOUR_MS = 3_600_000

type Deps = Omit<VerbContext, 'db' | 'actor' | 'source' | 'once'> & PublicReadDeps

/** Labels to try on a demonstration: one of a pack, one of a batch, and a forgery. */
export async function exampleLabels(deps: Deps): Promise<readonly ExampleLabel[]> {
  const { value } = await readFreshHere(deps, {
    key: 'example-labels-1',
    maxAgeMs: HOUR_MS,
    load: async () => examplesOf((await demoLabels(contextOf(deps))) ?? []),
    dispensable: true,
  })
  return value
}

function examplesOf(texts: readonly string[]): ExampleLabel[] {
  const labels = texts.flatMap((text) => readLabelText(text).label ?? [])
  const serialOf = ({ subject }: (typeof labels)[number]) =>
    'serial' in subject ? subject.serial : 0
  const unit = labels.find((label) => serialOf(label) > 0)
  const batch = labels.find((label) => serialOf(label) === 0)
  const one = unit ?? batch
  return [
    ...(unit === undefined ? [] : [{ of: 'unit' as const, path: labelPath(unit) }]),
    ...(batch === undefined ? [] : [{ of: 'batch' as const, path: labelPath(batch) }]),
    ...(one === undefined ? [] : [{ of: 'forged' as const, path: forged(labelPath(one)) }]),
  ]
}

const CHANGED_AT = 20

/** The same with one character of its signature changed. */
function forged(path: string): string {
  const other = path[CHANGED_AT] === 'A' ? 'B' : 'A'
  return `${path.slice(0, CHANGED_AT)}${other}${path.slice(CHANGED_AT + 1)}`
}

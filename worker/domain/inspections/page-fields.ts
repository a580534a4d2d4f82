import { MINUTES_BOUNDS } from './kinds.ts'
import type { MinutesStep } from './page-texts.ts'
import type { PageReading } from './read-page.ts'

/** Empty places for findings that no question asks, on each page of them. */
const SPARE = 2

export const FINDING_FIELDS = ['text', 'severity', 'action', 'dueOn'] as const
const FOLLOW_UP_FIELDS = ['mended', 'text', 'dueOn'] as const

/** The sheet that was signed by hand. */
export const SCANS = 'scans'

/** What a page of minutes asks for, by the names of its fields. */
export type PageFields = { readonly texts: readonly string[]; readonly photos: readonly string[] }

/** The fields of a page as the draft stands: what is not asked is not there. */
export function fieldsOfStep(
  step: MinutesStep,
  of: {
    readonly reading: PageReading
    readonly waiting: readonly string[]
    readonly mayPropose: boolean
  },
): PageFields {
  const { reading, waiting, mayPropose } = of
  switch (step) {
    case 'ask':
      return askedFields(reading)
    case 'findings':
      return {
        texts: [
          ...waiting.flatMap((id) => FOLLOW_UP_FIELDS.map((field) => `followUps.${id}.${field}`)),
          ...findingKeys(reading).flatMap((key) =>
            FINDING_FIELDS.map((field) => `finding.${key}.${field}`),
          ),
          ...['outcome', 'conclusion'],
          ...(mayPropose ? ['proposal.reasonCode', 'proposal.reason'] : []),
        ],
        photos: [],
      }
    case 'sign':
      return {
        texts: [
          ...['inspector.name', 'inspector.position', 'inspector.signature'],
          ...['holder.name', 'holder.position', 'holder.signature', 'holder.whyUnsigned'],
        ],
        photos: [SCANS],
      }
  }
}

/** Findings by their keys: those called wrong, those added, and a few places more. */
export function findingKeys({ findings }: Pick<PageReading, 'findings'>): readonly string[] {
  const keys = findings.map(({ key }) => key)
  const numbers = findings.flatMap(({ key, question }) => (question === null ? [Number(key)] : []))
  const next = Math.max(0, ...numbers) + 1
  const room = Math.max(0, Math.min(SPARE, MINUTES_BOUNDS.findings - keys.length))
  return [...keys, ...Array.from({ length: room }, (_, at) => String(next + at))]
}

function askedFields({ compiled, judged }: PageReading): PageFields {
  const texts = ['on']
  const photos: string[] = []
  for (const [at, { item }] of compiled.items.entries()) {
    const isQuestion = !['begin_group', 'end_group', 'note'].includes(item.type)
    if (!isQuestion || !judged.asked.has(at)) continue
    if (item.type === 'image') photos.push(`answers.${item.name}`)
    else texts.push(`answers.${item.name}`)
  }
  return { texts, photos }
}

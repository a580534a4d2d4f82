import { type PatternItem, patternIs, updatePattern } from '../../../db/queries/patterns.ts'
import { asSentence } from '../../copy/as-sentence.ts'
import { patternFigures } from '../../copy/portal/pattern-figures.ts'
import { PATTERN_KIND_NAMES, PATTERNS_COPY as W } from '../../copy/portal/patterns.ts'
import type { SubjectKind } from '../../domain/cases/kinds.ts'
import type { PatternKind } from '../../domain/patterns/kinds.ts'
import { line } from '../../resources/fields.ts'
import { optionalProse } from '../../resources/prose-fields.ts'
import { inputOf } from '../../resources/resource.ts'
import { authorityOf, deskPlace } from '../cases/desk-place.ts'
import { newCase } from '../cases/new-case.ts'
import { change } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import { parseInput } from '../guard/parse-input.ts'
import { conflict, editedMeanwhile } from '../guard/refusals.ts'
import { type Filled, openSeen } from '../records/filled.ts'
import { type OpenedPattern, openPattern } from './read-patterns.ts'
import { sitesOfPair } from './site-pairs.ts'

/** Why it is no matter. */
export const DISMISSAL = {
  fields: { reason: line({ label: W.reason, hint: W.reasonHint, max: 500 }) },
}
/** What is to be looked into. */
export const PATTERN_CASE = { fields: { summary: optionalProse({ label: W.summary, max: 2_000 }) } }

/** An officer's word that a pattern has an honest reason; it comes back when it grows materially. */
export async function dismissPattern({ ctx, input }: Filled): Promise<void> {
  const opened = await openUndecided({ ctx, input })
  const { row, target } = opened
  const { reason } = parseInput(inputOf(DISMISSAL), input.texts)
  await change(ctx, {
    may: 'cases.write',
    target,
    guards: [{ holds: patternIs(row), refusal: editedMeanwhile }],
    statements: [
      updatePattern(ctx.db, {
        id: row.id,
        set: {
          ...{ state: 'dismissed', reason, dismissedLevel: row.level },
          ...decidedBy(ctx),
        },
      }),
    ],
    audit: {
      action: 'pattern.dismiss',
      entityId: row.id,
      after: { kind: row.kind, shown: row.shown, level: row.level },
      reason,
    },
  })
}

/** Opens a case about what a pattern is of, with its figures as they stand. */
export async function patternToCase({ ctx, input }: Filled): Promise<{ caseId: string }> {
  const opened = await openUndecided({ ctx, input })
  const { row, target } = opened
  const { summary } = parseInput(inputOf(PATTERN_CASE), input.texts)
  const place = deskPlace(ctx.actor, target.place)
  const told = [asSentence(patternFigures(row, 'vi'), 'vi'), summary ?? ''].join('\n').trim()
  const filed = newCase(ctx, {
    kind: CASE_KINDS[row.kind],
    title: `${PATTERN_KIND_NAMES[row.kind].vi}: ${row.shown}`.slice(0, 200),
    summary: told,
    dueOn: null,
    authorityId: authorityOf(ctx.actor),
    place,
    subjects: subjectsOf(row),
  })
  const caseId = filed.row.id
  return change(ctx, {
    may: 'cases.write',
    target,
    guards: [{ holds: patternIs(row), refusal: editedMeanwhile }],
    statements: [
      ...filed.statements,
      updatePattern(ctx.db, { id: row.id, set: { state: 'case', caseId, ...decidedBy(ctx) } }),
    ],
    audit: {
      action: 'pattern.case',
      entityId: row.id,
      after: { kind: row.kind, shown: row.shown, caseId },
    },
    receipt: { caseId },
  })
}

/** What a pattern makes a case of. */
const CASE_KINDS = {
  many_packers: 'borrowed_code',
  near_ceiling: 'borrowed_code',
  bought_beyond: 'borrowed_code',
  out_of_season: 'borrowed_code',
  opened_elsewhere: 'fraud',
  overlapping_areas: 'dispute',
  shared_households: 'dispute',
} as const satisfies Record<PatternKind, string>

function subjectsOf({ kind, subjectId, shown, siteName, siteId }: PatternItem) {
  const about = (subject: SubjectKind, entityId: string, name: string) => [
    { kind: subject, entityId, shown: name },
  ]
  if (kind === 'opened_elsewhere') return about('batch', subjectId, shown)
  const names = shown.split(' + ')
  return sitesOfPair(subjectId).flatMap((id, at) =>
    about('site', id, names[at] ?? (id === siteId ? (siteName ?? shown) : shown)),
  )
}

/** The pattern as it was on the form; throws `conflict` where it is decided, or changed since. */
async function openUndecided(filled: Filled): Promise<OpenedPattern> {
  const opened = await openSeen(openPattern, filled, 'cases.write')
  if (opened.row.state !== 'open') throw conflict(W.decidedAlready)
  return opened
}

function decidedBy(ctx: VerbContext) {
  return { decidedAt: ctx.now(), decidedBy: actorText(ctx.actor), changedAt: ctx.now() }
}

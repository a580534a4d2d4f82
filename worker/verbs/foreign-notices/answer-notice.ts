import type { NoticeCode } from '../../../db/queries/foreign-notice-items.ts'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { fillAll } from '../../copy/fill.ts'
import { CAUSE_NAMES } from '../../copy/portal/foreign-notice-names.ts'
import { FOREIGN_COPY as W } from '../../copy/portal/foreign-notices.ts'
import { CASE_REFUSALS } from '../../copy/refusals/cases.ts'
import { FOREIGN_REFUSALS as R } from '../../copy/refusals/foreign-notices.ts'
import { REPORTED_IN } from '../../domain/foreign-notices/kinds.ts'
import { NOTICE_ANSWER } from '../../resources/foreign-notice.ts'
import { inputOf } from '../../resources/resource.ts'
import type { FileCall, Reading, VerbContext } from '../context.ts'
import {
  evidenceAudit,
  evidenceStatements,
  keepEvidence,
  type PreparedEvidence,
  prepareAll,
  roomForEvidence,
} from '../evidence/evidence.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import type { HandedIn } from '../papers/accept-paper.ts'
import type { Texts } from '../records/save-record.ts'
import { answerOf } from './answer-evidence.ts'
import { changeItems, type Step } from './change-items.ts'
import { noticePath } from './notice-path.ts'
import { type Selected, selectWhere } from './select-items.ts'

/** Files of one answer; more are added to it one by one. */
export const MOST_ANSWER_FILES = 5

/** Codes of the holder's own of which a report is awaited. */
export function selectForAnswer(ctx: Reading, id: string): Promise<Selected> {
  return selectWhere(ctx, { id, filter: {} }, { may: 'foreign.answer', holds: awaitsReport })
}

export function awaitsReport({ state, toldAt }: Pick<NoticeCode, 'state' | 'toldAt'>): boolean {
  return toldAt !== null && (REPORTED_IN as readonly string[]).includes(state)
}

/**
 * A holder's report of what was put right, for some or all of their codes, with its files. Where
 * nobody settled the cause yet they say it too; nothing is stepped over. Files and words are kept
 * together or not at all.
 */
export async function answerNotice({
  ctx,
  files,
  input,
}: FileCall<{
  readonly id: string
  readonly texts: Texts
  readonly papers: readonly HandedIn[]
}>): Promise<{ readonly id: string; readonly count: number }> {
  const selected = await selectForAnswer(ctx, input.id)
  const given = parseInput(inputOf(NOTICE_ANSWER), input.texts)
  const items = selected.items.filter(({ id }) => given.items.includes(id))
  if (items.length !== new Set(given.items).size) throw conflict(R.notAwaited)
  const { cause, text } = given
  if (cause === null && items.some((item) => item.cause === null)) {
    throw invalidField('cause', FIELD_FAULTS.missing)
  }
  if (input.papers.length > MOST_ANSWER_FILES) {
    const most = MOST_ANSWER_FILES
    throw invalidField('file', fillAll(R.tooManyFiles, { most }))
  }
  const sealed = await sealedPapers(ctx, { items, notice: input.id, papers: input.papers })
  return keepEvidence(files, sealed, () =>
    storeAnswer(ctx, { ...selected, items }, { cause, text, sealed }),
  )
}

type Answer = {
  readonly cause: NoticeCode['cause']
  readonly text: string
  readonly sealed: readonly PreparedEvidence[]
}

function storeAnswer(ctx: VerbContext, selected: Selected, { cause, text, sealed }: Answer) {
  const { row, items } = selected
  const says = (item: NoticeCode) => (item.cause === null ? cause : null)
  const [first] = sealed
  return changeItems(ctx, selected, {
    ...{ may: 'foreign.answer', kind: 'answered', text },
    steps: (item) => {
      const report: Step = { act: 'report', kind: 'answered', text }
      const own = says(item)
      if (item.state !== 'assigned') return [report]
      const found = own ?? item.cause
      const name = found === null ? null : CAUSE_NAMES[found].vi
      return [{ act: 'find_cause', kind: 'cause', text: name }, report]
    },
    set: (item) => {
      const own = says(item)
      return own === null ? { report: text } : { report: text, cause: own }
    },
    guards: first === undefined ? [] : [roomForEvidence(first.row)],
    also: sealed.flatMap((file) => evidenceStatements(ctx, file.row)),
    audits: sealed.map((file) => evidenceAudit(file.row)),
    taken: () => invalidField('file', CASE_REFUSALS.evidenceThere),
    tell:
      row.authorityId === null
        ? []
        : [
            {
              organisationId: row.authorityId,
              kind: 'foreign_notice',
              title: W.answeredTitle,
              body: fillAll(W.answeredBody, {
                ...{ holder: items[0]?.holder ?? '', count: items.length, number: row.number },
              }),
              href: noticePath(row.id),
            },
          ],
  })
}

async function sealedPapers(
  ctx: VerbContext,
  of: {
    readonly items: readonly NoticeCode[]
    readonly notice: string
    readonly papers: readonly HandedIn[]
  },
): Promise<PreparedEvidence[]> {
  const organisationId = of.items[0]?.organisationId ?? null
  if (organisationId === null) return []
  return prepareAll(
    ctx,
    answerOf({ noticeId: of.notice, organisationId }),
    of.papers.map((paper) => ({ ...paper, title: paper.fileName.slice(0, 200), byHolder: true })),
  )
}

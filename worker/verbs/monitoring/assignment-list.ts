import { readCodesByKey } from '../../../db/queries/code-register.ts'
import { listInspectors } from '../../../db/queries/monitoring-plans.ts'
import type { VisitItem } from '../../../db/queries/visits.ts'
import { listOpenVisitsAt } from '../../../db/queries/visits-of-sites.ts'
import { ASSIGNMENT_LIST_COPY as W } from '../../copy/portal/assignment-list.ts'
import { MONITORING_REFUSALS as R } from '../../copy/refusals/monitoring.ts'
import { codeSearchKey } from '../../domain/codes/code-search-key.ts'
import { findCode, indexCodes } from '../../domain/codes/find-code.ts'
import { isCode } from '../../domain/codes/normalise-code.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { ASSIGNMENT_LIST, ASSIGNMENT_ROW } from '../../resources/assignment-list.ts'
import { inputOf } from '../../resources/resource.ts'
import type { VerbContext } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { listMissing } from '../records/list-refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { type HandedList, type ListLook, readTypedList } from '../records/typed-list.ts'
import { dayFault } from './act-on-visit.ts'
import { type Assignment, reaches, storeAssignments } from './assign-visits.ts'
import { openPlan } from './open-plan.ts'

type Listed = Assignment & { readonly texts: Texts }
type Inspector = Awaited<ReturnType<typeof listInspectors>>[number]
type Asked = { readonly planId: string; readonly list: HandedList }

/** What a list of assignments would change of a plan; nothing is stored. */
export async function lookAtAssignments(ctx: VerbContext, asked: Asked): Promise<ListLook<Texts>> {
  const look = await readAssignments(ctx, asked)
  return { ...look, added: look.added.map(({ texts }) => texts) }
}

/** Gives the visits of a list away, all of them or none. */
export async function saveAssignmentList(
  ctx: VerbContext,
  asked: Asked,
): Promise<{ readonly count: number }> {
  const { added } = await readAssignments(ctx, asked)
  if (added.length === 0) throw listMissing(asked.list.field)
  return storeAssignments(ctx, added)
}

/** Each row: the open visit of the place of a code, the person by name or e-mail, the day. */
async function readAssignments(
  ctx: VerbContext,
  { planId, list }: Asked,
): Promise<ListLook<Listed>> {
  const { row: plan } = await openPlan(ctx, planId, 'monitoring.plan')
  const people = await listInspectors(ctx.db, plan)
  const today = vietnamDateOf(ctx.now())
  const sites = new Map<string, string>()
  const open = new Map<string, VisitItem[]>()
  let codes = indexCodes([])
  const described = { described: ASSIGNMENT_LIST, id: 'visits', title: W.title.vi }
  return readTypedList<Listed>(ctx, described, {
    ...list,
    prepare: async (rows) => {
      const keys = rows.map(({ code }) => codeSearchKey(String(code ?? '')))
      const known = await readCodesByKey(ctx.db, [...new Set(keys)])
      codes = indexCodes(known.flatMap(({ code }) => (isCode(code) ? [code] : [])))
      for (const { code, siteId } of known) sites.set(code, siteId)
      const visits = await listOpenVisitsAt(ctx.db, { planId, siteIds: [...sites.values()] })
      for (const visit of visits) open.set(visit.siteId, [...(open.get(visit.siteId) ?? []), visit])
    },
    read: (texts) => {
      const given = parseInput(inputOf(ASSIGNMENT_ROW), texts)
      const match = findCode(given.code, codes)
      const siteId = 'code' in match ? sites.get(match.code) : undefined
      if (siteId === undefined) throw on('code', W.unknownCode)
      const person = personOf(people, given.inspector)
      const left = open.get(siteId) ?? []
      const visit = visitFor(left, { day: given.plannedOn, today })
      if (!reaches(people, { inspectorId: person.userId, visit })) {
        throw on('inspector', R.nobodySuch)
      }
      // Another row of the same place means another visit of it.
      open.set(
        siteId,
        left.filter((each) => each !== visit),
      )
      const isSame =
        visit.inspectorId === person.userId &&
        (given.plannedOn === null || given.plannedOn === visit.plannedOn)
      if (isSame) return null
      return {
        ...{ visit, inspectorId: person.userId, plannedOn: given.plannedOn },
        texts: { ...given, inspector: person.email, plannedOn: texts['plannedOn'] ?? null },
      }
    },
  })
}

/** The visit whose time holds the day, else the first due; throws where there is none. */
function visitFor(
  left: readonly VisitItem[],
  { day, today }: { readonly day: string | null; readonly today: string },
): VisitItem {
  const [first] = left
  if (first === undefined) throw on('code', W.noVisit)
  if (day === null) return first
  const fitting = left.find((visit) => dayFault(visit, { day, today }) === null)
  if (fitting !== undefined) return fitting
  throw on('plannedOn', dayFault(first, { day, today }) ?? W.noVisit)
}

/** By e-mail, else by the name as it is written, else by the one name that is like it. */
function personOf(people: readonly Inspector[], typed: string): Inspector {
  const text = typed.trim()
  const folded = foldVietnamese(text)
  const ways: readonly ((person: Inspector) => boolean)[] = [
    ({ email }) => email === text.toLowerCase(),
    ({ name }) => name === text,
    ({ name }) => foldVietnamese(name) === folded,
  ]
  for (const isMeant of ways) {
    const found = people.filter(isMeant)
    const [only] = found
    if (only === undefined) continue
    if (new Set(found.map(({ userId }) => userId)).size > 1) throw on('inspector', W.severalPeople)
    return only
  }
  throw on('inspector', W.unknownPerson)
}

const on = (path: string, text: LocalText) => invalidField(path, text)

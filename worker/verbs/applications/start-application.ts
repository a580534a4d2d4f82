import {
  type ApplicationRow,
  insertApplication,
  insertApplicationStep,
  readOpenApplication,
} from '../../../db/queries/applications.ts'
import { type CodeDetail, readCodeDetail } from '../../../db/queries/code-detail.ts'
import { siteStands } from '../../../db/queries/code-grants.ts'
import { readSiteLists, type SiteRow } from '../../../db/queries/sites-rows.ts'
import { FIELD_FAULTS } from '../../copy/field-faults.ts'
import { fillAll } from '../../copy/fill.ts'
import { GRANT_PROBLEMS } from '../../copy/portal/grant.ts'
import { APPLICATION_REFUSALS as R } from '../../copy/refusals/applications.ts'
import {
  APPLICATION_KINDS,
  type ApplicationKind,
  isAboutCode,
  kindsFor,
} from '../../domain/applications/kinds.ts'
import { numberSpace } from '../../domain/cases/case-number.ts'
import type { SiteKind } from '../../domain/standing/types.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { textsOf } from '../../resources/resource.ts'
import { SITE } from '../../resources/site.ts'
import { change } from '../change.ts'
import { findRegisterCode } from '../codes/find-register-code.ts'
import { targetOf } from '../codes/target-of.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { requireAny, requirePermission } from '../guard/authorise.ts'
import { invalidField } from '../guard/parse-input.ts'
import { conflict } from '../guard/refusals.ts'
import { openSite } from '../sites/open-site.ts'
import { applicationNumber, applicationSideOf } from './open-application.ts'

/**
 * Begins an application for a site: by its holder, or typed in for them by an office. It starts with
 * what is on record of the site, and of the code it is about. One of a kind at a time: who begins a
 * second is told of the first.
 */
export async function startApplication({
  ctx,
  input,
}: Call<{ readonly siteId: string; readonly kind: string; readonly code: string }>): Promise<{
  id: string
}> {
  requireAny(ctx, 'applications.write')
  const site = await openSite(ctx, input.siteId)
  const target = targetOf(site)
  requirePermission(ctx, 'applications.write', target)
  const slot: SiteKind = site.labelSlot === 'packing_house' ? 'packing_house' : 'growing_area'
  const kind = readKind(input.kind, slot)
  const old = isAboutCode(kind) ? await codeOf(ctx, { site, typed: input.code }) : null
  const row = await newRow(ctx, { site, kind, old })
  const { id, openedAt: at, openedBy: actor } = row
  const side = applicationSideOf(ctx.actor)
  return change(ctx, {
    may: 'applications.write',
    target,
    guards: [{ holds: siteStands(site.id), refusal: () => conflict(GRANT_PROBLEMS.siteGone) }],
    statements: [
      insertApplication(ctx.db, row),
      insertApplicationStep(ctx.db, {
        ...{ id: ctx.newId(), applicationId: id, step: 'open', fromState: null },
        ...{ toState: 'draft', side, day: null, reason: null, at, actor },
      }),
    ],
    audit: {
      action: 'application.open',
      entityId: id,
      after: { kind, site: site.name, code: old?.code.code ?? null, side },
    },
    taken: async () => {
      const open = await readOpenApplication(ctx.db, { siteId: site.id, kind })
      // Two began at once under one number: the next attempt takes the next.
      if (open === null) return null
      return conflict(fillAll(R.openAlready, { number: applicationNumber(open) }))
    },
    receipt: { id },
  })
}

function readKind(typed: string, slot: SiteKind): ApplicationKind {
  const kind = APPLICATION_KINDS.find((each) => each === typed)
  if (kind !== undefined && kindsFor(slot).includes(kind)) return kind
  throw invalidField('kind', FIELD_FAULTS.notAChoice)
}

/** The code an application is about: one of this very site that still stands. */
async function codeOf(
  ctx: VerbContext,
  { site, typed }: { readonly site: SiteRow; readonly typed: string },
): Promise<CodeDetail> {
  if (typed.trim() === '') throw invalidField('code', R.codeMissing)
  const { code } = await findRegisterCode(ctx.db, typed)
  const detail = code.siteId === site.id ? await readCodeDetail(ctx.db, code.id) : null
  if (detail === null || detail.code.withdrawnAt !== null) {
    throw invalidField('code', fillAll(R.notItsCode, { site: site.name }))
  }
  return detail
}

async function newRow(
  ctx: VerbContext,
  about: {
    readonly site: SiteRow
    readonly kind: ApplicationKind
    readonly old: CodeDetail | null
  },
): Promise<Omit<ApplicationRow, 'sequence'>> {
  const { site, kind, old } = about
  const { provinceCode, communeCode, organisationId } = site
  const { crops } = await readSiteLists(ctx.db, site.id)
  const before = textsOf(SITE, site)
  const now = ctx.now()
  return {
    id: ctx.newId(),
    ...{ kind, siteId: site.id, organisationId, provinceCode, communeCode },
    numberSpace: numberSpace(provinceCode),
    year: Number(vietnamDateOf(now).slice(0, 4)),
    state: 'draft',
    codeId: old?.code.id ?? null,
    before,
    answers: {
      ...before,
      crops: crops.map(({ crop }) => crop).join('\n'),
      markets: (old?.markets ?? []).map(({ market }) => market).join('\n'),
    },
    marketAsks: null,
    ...{ handedInOn: null, dueOn: null, workingDays: null, termBasis: null, checkRequired: false },
    ...{ checkOn: null, checkOutcome: null, inspectionId: null, remindOn: null },
    grantedCodes: [],
    openedAt: now,
    openedBy: actorText(ctx.actor),
    byOffice: applicationSideOf(ctx.actor) !== 'holder',
    closedAt: null,
    version: 1,
  }
}

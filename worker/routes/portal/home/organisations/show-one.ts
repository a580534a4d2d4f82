import { ORGANISATION_COPY as W } from '../../../../copy/portal/organisation.ts'
import { SUSPENSION_COPY as S } from '../../../../copy/portal/suspension.ts'
import { targetOfOrganisation } from '../../../../verbs/codes/target-of.ts'
import { mayDo } from '../../../../verbs/guard/authorise.ts'
import { readOneOrganisation } from '../../../../verbs/organisations/read-organisations.ts'
import { readSuspensions } from '../../../../verbs/organisations/read-suspensions.ts'
import { doneOf } from '../../done-of.ts'
import type { Portal } from '../../portal-route.ts'
import { showPortalPage } from '../../show-portal-page.ts'
import { organisationFacts, taxNumberWarning } from './organisation-facts.ts'
import { suspensionSection } from './suspension-section.ts'

/** `GET /portal/organisations/{id}`. */
export async function showOne(portal: Portal): Promise<Response> {
  const { param, ctx, lang } = portal
  const { row, counts } = await readOneOrganisation(ctx, { id: param('id') })
  const { id, name, taxNo, suspendedOn } = row
  const target = { organisationId: id, place: null }
  const decisions = await readSuspensions(ctx, id)
  return showPortalPage(portal, {
    kind: 'portal/organisation',
    organisation: { id, name, facts: organisationFacts(row, lang) },
    warning: taxNumberWarning(taxNo, row.kind, lang),
    counts: { sites: counts.sites, codes: counts.codes, members: counts.members },
    mayWrite: mayDo(ctx.actor, 'organisations.write', target),
    mayCertify: mayDo(ctx.actor, 'certificates.declare', targetOfOrganisation(row)),
    suspensions: suspensionSection(decisions, {
      path: `/portal/organisations/${encodeURIComponent(id)}`,
      mayDecide: mayDo(ctx.actor, 'organisations.suspend', targetOfOrganisation(row)),
      ...{ suspendedOn, lang },
    }),
    membersHref: mayDo(ctx.actor, 'members.write', target)
      ? `/portal/members?organisation=${encodeURIComponent(id)}`
      : null,
    done: doneOf(portal, {
      ...{ created: W.created, saved: W.saved, same: W.same },
      ...{ suspended: S.suspendedDone, lifted: S.liftedDone },
    }),
  })
}

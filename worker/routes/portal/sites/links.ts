import type { FormView } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { CONTRACT_COPY as C } from '../../../copy/portal/contract.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { CONTRACT, REVOCATION } from '../../../resources/contract.ts'
import { formInputs } from '../../../resources/form.ts'
import type { Choice } from '../../../resources/form-input.ts'
import { factsOf } from '../../../resources/resource.ts'
import { confirmLink } from '../../../verbs/sites/confirm-link.ts'
import { endLink } from '../../../verbs/sites/end-link.ts'
import { linkCandidates, linkSites } from '../../../verbs/sites/link-sites.ts'
import { loadSitePage } from '../../../verbs/sites/load-site-page.ts'
import { openSiteForWriting } from '../../../verbs/sites/open-site.ts'
import { openRevocable, revokeLink } from '../../../verbs/sites/revoke-link.ts'
import { answerForm } from '../answer-form.ts'
import { formRoute } from '../form-route.ts'
import { freshForm, typedValues } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { type PortalPagePart, seeOther, showPortalPage } from '../show-portal-page.ts'
import { textOf } from './form-text.ts'
import { linkView } from './show-site.ts'
import { siteDone } from './site-done.ts'
import { siteHead } from './site-head.ts'

/** `/portal/sites/{id}/links`. */
export const linkForm = formRoute({
  path: '/portal/sites/:id/links',
  may: 'sites.write',
  keyless: true,
  load: async () => null,
  values: () => ({}),
  act: async ({ ctx, param, form }) => {
    const id = param('id')
    await linkSites({ ctx, input: { ...typedValues(form), id } })
    return `${linksPath(id)}?done=linked`
  },
  page: async (portal, { form }) => {
    const choices = form.errors['other'] === undefined ? [] : await candidates(portal)
    return pageOf(portal, { form, choices })
  },
})

/** `POST /portal/sites/{id}/links/{linkId}/end`. */
export async function postEndLink(portal: Portal): Promise<Response> {
  const { ctx, param, form } = portal
  const id = param('id')
  return answerForm(portal, {
    act: async () => {
      const linkId = param('linkId')
      await endLink({ ctx, input: { id, linkId, toOn: textOf(form, 'toOn') } })
      return seeOther(portal, `${linksPath(id)}?done=linkEnded`)
    },
    refused: (view, status) => show(portal, Object.values(view.errors)[0] ?? view.problem, status),
  })
}

/** `POST /portal/sites/{id}/links/{linkId}/confirm`. */
export async function postConfirmLink(portal: Portal): Promise<Response> {
  const { ctx, param } = portal
  const id = param('id')
  return answerForm(portal, {
    act: async () => {
      await confirmLink({ ctx, input: { id, linkId: param('linkId') } })
      return seeOther(portal, `${linksPath(id)}?done=linkConfirmed`)
    },
    refused: (view, status) => show(portal, view.problem, status),
  })
}

/** The form by which the owner of a code takes back their word for it. */
export const revokeLinkForm = recordForm({
  path: '/portal/sites/:id/links/:linkId/revoke',
  may: 'sites.write',
  load: ({ ctx, param }) => openRevocable(ctx, { id: param('id'), linkId: param('linkId') }),
  asks: REVOCATION,
  act: ({ ctx, texts }, { site, link }) =>
    revokeLink({ ctx, input: { id: site.id, linkId: link.id, texts } }),
  back: ({ site }) => linksPath(site.id),
  done: 'linkRevoked',
  page: ({ lang }, { loaded: { link, other } }) => ({
    title: fill(C.revokeTitle[lang], { other: other.organisationName }),
    facts: factsOf(CONTRACT, { row: link, lang }),
    note: C.revokeNote[lang],
    save: C.revoke[lang],
  }),
})

function linksPath(siteId: string): string {
  return `/portal/sites/${encodeURIComponent(siteId)}/links`
}

async function candidates(portal: Portal): Promise<Choice[]> {
  const { ctx, form } = portal
  const text = textOf(form, 'other')
  if (text.trim() === '') return []
  const site = await openSiteForWriting(ctx, portal.param('id'))
  const found = await linkCandidates(ctx, { site, text })
  return found.map(({ id, name, code, communeName }) => ({
    value: id,
    text: [name, code, communeName].filter((part) => part !== null).join(' · '),
  }))
}

async function show(portal: Portal, problem: string | null, status: number): Promise<Response> {
  return showPortalPage(portal, await pageOf(portal, { form: freshForm(), problem }), status)
}

async function pageOf(
  portal: Portal,
  given: {
    readonly form: FormView
    readonly choices?: readonly Choice[]
    readonly problem?: string | null
  },
): Promise<PortalPagePart> {
  const { ctx, deps, lang, param } = portal
  const id = param('id')
  await openSiteForWriting(ctx, id)
  const { site, links } = await loadSitePage(ctx, { id, householdsAfter: 0 })
  return {
    kind: 'portal/sites/links',
    site: siteHead(site),
    isHouse: site.labelSlot === 'packing_house',
    done: siteDone(portal),
    inputs: formInputs(CONTRACT, { lang }),
    form: given.form,
    choices: given.choices ?? [],
    links: links.map((link) => linkView(link, lang)),
    problem: given.problem ?? null,
    today: vietnamDateOf(deps.now()),
  }
}

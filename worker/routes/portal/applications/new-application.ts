import { fill } from '../../../copy/fill.ts'
import { nameIn, SITE_KINDS } from '../../../copy/names.ts'
import { APPLICATION_FORM_COPY as F } from '../../../copy/portal/application-form.ts'
import { APPLICATION_KIND_NAMES } from '../../../copy/portal/application-names.ts'
import { APPLICATIONS_COPY as W } from '../../../copy/portal/applications.ts'
import { kindsFor } from '../../../domain/applications/kinds.ts'
import { applicationSideOf } from '../../../verbs/applications/open-application.ts'
import { startApplication } from '../../../verbs/applications/start-application.ts'
import { listSites } from '../../../verbs/sites/list-sites.ts'
import { loadSitePage } from '../../../verbs/sites/load-site-page.ts'
import { freshForm } from '../form-view.ts'
import type { Portal } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { APPLICATIONS_PATH, applicationForSite, applicationPath } from './application-path.ts'

const PATH = `${APPLICATIONS_PATH}/new`

/** `GET /portal/applications/new?q=&cursor=`: the place it is for, on record or added on the way. */
export async function chooseSite(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const q = (c.req.query('q') ?? '').trim()
  const added = (kind: string) => `/portal/sites/new?kind=${kind}&next=application`
  return showListPage(
    portal,
    await listSites(ctx, {
      ...{ q: q === '' ? null : q, kind: null, crop: null, place: null },
      ...{ withdrawn: false, cursor: c.req.query('cursor') ?? null },
    }),
    {
      adding: { href: added('growing_area'), text: W.addArea },
      words: { title: W.chooseTitle, lead: W.chooseLead, empty: W.chooseEmpty },
      columns: [
        column(W.place, ({ name, id, communeName }) => ({
          text: name,
          href: applicationForSite(id),
          small: communeName,
        })),
        column(F.kindOfPlace, ({ kind }) => nameIn(SITE_KINDS, kind, lang)),
        column(W.holder, ({ organisationName }) => organisationName),
      ],
      search: {
        action: PATH,
        label: W.search,
        hint: W.chooseHint,
        form: freshForm({ q }),
        active: q !== '',
      },
      at: { path: PATH, kept: ['q'] },
      links: [
        { href: added('packing_house'), text: W.addHouse },
        { href: APPLICATIONS_PATH, text: W.title },
      ],
    },
  )
}

/** What is asked for, for a place that was chosen. */
export const startForm = recordForm({
  path: '/portal/applications/for/:site',
  may: 'applications.write',
  load: async ({ ctx, c, param }) => {
    const page = await loadSitePage(ctx, { id: param('site'), householdsAfter: 0 })
    const codes = page.codes.filter(({ withdrawn }) => !withdrawn).map(({ code }) => code)
    return { site: page.site, codes, asked: c.req.query('kind') ?? '' }
  },
  values: ({ codes, asked }) => ({
    kind: asked !== '' ? asked : codes.length === 0 ? 'new' : '',
    code: codes.length === 1 && asked !== '' && asked !== 'new' ? (codes[0] ?? '') : '',
  }),
  back: PATH,
  once: ({ ctx, texts: { kind = '', code = '' } }, { site }) =>
    startApplication({ ctx, input: { siteId: site.id, kind, code } }),
  done: ({ id }) => `${applicationPath(id)}?done=started`,
  page: ({ ctx, lang }, { loaded: { site, codes } }) => {
    const slot = site.labelSlot === 'packing_house' ? 'packing_house' : 'growing_area'
    const kinds = kindsFor(slot).filter((kind) => kind === 'new' || codes.length > 0)
    const isTyped = applicationSideOf(ctx.actor) !== 'holder'
    return {
      title: fill(W.startTitle[lang], { site: site.name }),
      note: isTyped ? fill(W.typedFor[lang], { holder: site.organisationName }) : undefined,
      save: W.start[lang],
      inputs: [
        {
          ...{ name: 'kind', label: F.kind[lang], type: 'radios' as const, required: true },
          choices: kinds.map((value) => ({ value, text: APPLICATION_KIND_NAMES[value][lang] })),
        },
        ...(codes.length === 0
          ? []
          : [
              {
                ...{ name: 'code', label: F.code[lang], hint: F.codeHint[lang], code: true },
                type: 'select' as const,
                choices: codes.map((value) => ({ value, text: value })),
              },
            ]),
      ],
    }
  },
})

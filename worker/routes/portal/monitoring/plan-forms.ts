import type { DetailSection } from '../../../../site/models/records.ts'
import { formatNumber, formatOn } from '../../../copy/format.ts'
import { PORTAL_COPY as P } from '../../../copy/portal/common.ts'
import { MONITORING_COPY as W } from '../../../copy/portal/monitoring.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { formInputs, initialTexts } from '../../../resources/form.ts'
import { INSPECTION_PLAN, PLAN_MAKING } from '../../../resources/monitoring.ts'
import { placeChoices } from '../../../verbs/accounts/place-choices.ts'
import { makePlan, type PreviewedPlan, previewPlan } from '../../../verbs/monitoring/make-plan.ts'
import { PLAN_RULES } from '../../../verbs/monitoring/plan-rules.ts'
import { undecidedNotes } from '../calendar/undecided-notes.ts'
import type { PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { recordForms } from '../records/record-routes.ts'
import { MONITORING_PATH as PATH, planPath, visitPath } from './paths.ts'
import { planPlace, planTitle, seasonText } from './plan-text.ts'

/** A plan is put down, and its visits are worked out: shown first, then stored. */
export const planForms: readonly PortalRoute[] = [
  ...recordForms({
    resource: INSPECTION_PLAN,
    rules: PLAN_RULES,
    path: PATH,
    editPath: `${PATH}/:id/edit`,
    words: { addTitle: W.addTitle, editTitle: W.editTitle, save: P.save },
    startFrom: async ({ ctx }) => {
      const { places } = await placeChoices(ctx)
      return {
        year: vietnamDateOf(ctx.now()).slice(0, 4),
        provinceCode: places?.own.province ?? '',
        communeName: places?.own.commune ?? '',
      }
    },
    owned: ({ person }) => ({ authorityId: person.organisationId }),
    choices: async ({ ctx }) => {
      const { places } = await placeChoices(ctx)
      const provinces = places?.provinces ?? []
      return { provinceCode: provinces.map(({ code, name }) => ({ value: code, text: name })) }
    },
    after: ({ id, done }) =>
      done === 'created' ? `${planPath(id)}/make` : `${planPath(id)}?done=saved`,
    backOf: (id) => (id === null ? PATH : planPath(id)),
  }),
  ...recordForm({
    path: `${PATH}/:id/make`,
    may: 'monitoring.plan',
    load: ({ ctx, param }) => previewPlan(ctx, { id: param('id'), overload: false }),
    values: () => initialTexts(PLAN_MAKING),
    stamp: ({ row }) => ({ expected: String(row.version) }),
    back: (loaded) => planPath(loaded.row.id),
    once: ({ ctx, texts: { expected = '', overload } }, { row: { id } }) =>
      makePlan({ ctx, input: { id, expected, overload: overload === 'yes' } }),
    done: 'made',
    page: ({ lang }, { loaded }) => ({
      title: `${W.makeTitle[lang]}: ${planTitle(loaded.row, lang)}`,
      facts: previewFacts(loaded, lang),
      notes: undecidedNotes(loaded.undecided, lang, 'planNotDecided'),
      note: W.makeNote[lang],
      save: W.confirmMake[lang],
      // Asked only where it makes a difference.
      inputs: loaded.plan.unassigned > 0 ? formInputs(PLAN_MAKING, { lang }) : [],
      sections: [addedSection(loaded, lang), ...surplusSection(loaded, lang)],
    }),
  }),
]

function previewFacts({ row, plan, sites, inspectors }: PreviewedPlan, lang: Language) {
  const { added, revised, dropped, surplus, kept, unassigned } = plan
  const figures = [
    [W.sites, sites],
    [W.inspectors, inspectors],
    [W.added, added.length],
    [W.revised, revised.length],
    [W.dropped, dropped.length],
    [W.kept, kept],
    [W.nobodyFree, unassigned],
    ...(surplus.length === 0 ? [] : [[W.surplus, surplus.length] as const]),
  ] as const
  return [
    { label: W.place[lang], text: planPlace(row) },
    ...figures.map(([label, value]) => ({ label: label[lang], text: formatNumber(value, lang) })),
  ]
}

/** What is new, by season. */
function addedSection({ plan }: PreviewedPlan, lang: Language): DetailSection {
  const bySeason = [...Map.groupBy(plan.added, ({ window }) => window.id).values()]
  return {
    id: 'added',
    title: W.added[lang],
    table: {
      columns: [{ name: W.season[lang] }, { name: W.added[lang], number: true }],
      rows: bySeason.flatMap((needs) => {
        const window = needs[0]?.window
        if (window === undefined) return []
        return [[seasonText(window, lang), { text: formatNumber(needs.length, lang) }]]
      }),
      empty: W.nothingNew[lang],
    },
  }
}

/** What somebody has though no season needs it any more. */
function surplusSection({ surplus }: PreviewedPlan, lang: Language): readonly DetailSection[] {
  if (surplus.length === 0) return []
  return [
    {
      id: 'surplus',
      title: W.surplus[lang],
      table: {
        columns: [W.site, W.commune, W.due, W.inspector].map((name) => ({ name: name[lang] })),
        rows: surplus.map((row) => [
          { text: row.siteName, href: visitPath(row.id) },
          { text: row.communeName ?? W.noCommune[lang] },
          { text: formatOn(row.dueOn, lang) },
          { text: row.inspectorName ?? W.nobody[lang] },
        ]),
        empty: '',
      },
    },
  ]
}

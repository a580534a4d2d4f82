import type { FormView } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { MARKETS } from '../../../copy/markets.ts'
import { SEASONS_COPY as W } from '../../../copy/portal/seasons.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { formInputs, initialTexts } from '../../../resources/form.ts'
import type { Choice, FormInput } from '../../../resources/form-input.ts'
import { textsOf, versionOf } from '../../../resources/resource.ts'
import { SEASON, SEASON_END, SEASON_REOPENING } from '../../../resources/season.ts'
import { closeSeason, reopenSeason } from '../../../verbs/seasons/close-season.ts'
import {
  type OpenedSeason,
  openLand,
  openSeasonForWriting,
} from '../../../verbs/seasons/open-season.ts'
import { addSeason, editSeason } from '../../../verbs/seasons/save-season.ts'
import { landChoices } from '../../../verbs/seasons/season-choices.ts'
import { actOnce } from '../act-once.ts'
import { choicesOf } from '../codes/choices.ts'
import { formRoute } from '../form-route.ts'
import { confirmedIn, typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import type { PortalPagePart } from '../show-portal-page.ts'
import { daysText, seasonName, seasonPath, yieldText } from './season-view.ts'
import { newPath } from './show-list.ts'

const PATH = '/portal/seasons'
const may = 'diary.write'

/** The forms of a season: opening, changing, closing and opening it again. */
export const seasonForms: readonly PortalRoute[] = [
  ...formRoute({
    path: `${PATH}/new/:site`,
    may,
    load: async ({ ctx, param }) => {
      const { site } = await openLand(ctx, param('site'))
      return { site, choices: await landChoices(ctx, site.id) }
    },
    values: ({ site, choices: { crop, variety } }) => ({
      ...initialTexts(SEASON),
      ...{ siteId: site.id, crop, variety },
    }),
    act: async (portal, { site }) => {
      const texts = { ...typedValues(portal.form), siteId: site.id }
      const given = { texts, confirmed: confirmedIn(texts) }
      const { id } = await actOnce(portal, (ctx) => addSeason({ ctx, input: given }))
      return `${seasonPath(id)}?done=opened`
    },
    page: ({ lang }, { loaded: { site, choices }, form }) => ({
      kind: 'portal/record',
      title: fill(W.addTitle[lang], { site: site.name }),
      id: null,
      action: newPath(site.id),
      backHref: `/portal/sites/${encodeURIComponent(site.id)}`,
      save: W.open[lang],
      inputs: inputsIn(lang, { editing: false, households: choices.households }),
      form,
    }),
  }),
  ...formRoute({
    path: `${PATH}/:id/edit`,
    may,
    load: openOne('open'),
    values: ({ row }) => textsOf(SEASON, row),
    stamp: ({ row }) => ({ expected: versionOf(SEASON, row) }),
    act: async ({ ctx, form }, { row: { id } }) => {
      const { expected = '', ...texts } = typedValues(form)
      const input = { id, expected, texts, confirmed: confirmedIn(texts) }
      const changed = await editSeason({ ctx, input })
      return `${seasonPath(id)}?done=${changed ? 'saved' : 'same'}`
    },
    page: (portal, { loaded, form }) =>
      onePage(portal, loaded, {
        ...{ form, way: 'edit', title: W.editTitle[portal.lang], save: W.save[portal.lang] },
        inputs: inputsIn(portal.lang, { editing: true, households: [] }),
      }),
  }),
  ...formRoute({
    path: `${PATH}/:id/close`,
    may,
    load: openOne('open'),
    values: () => ({}),
    act: async ({ ctx, form }, { row: { id } }) => {
      const texts = typedValues(form)
      await closeSeason({ ctx, input: { id, texts, confirmed: confirmedIn(texts) } })
      return `${seasonPath(id)}?done=closed`
    },
    page: (portal, { loaded, form }) => {
      const { lang } = portal
      return onePage(portal, loaded, {
        ...{ form, way: 'close', note: W.closeNote[lang], save: W.close[lang] },
        title: fill(W.closeTitle[lang], { name: seasonName(loaded.row, lang) }),
        inputs: formInputs(SEASON_END, { lang }),
      })
    },
  }),
  ...formRoute({
    path: `${PATH}/:id/reopen`,
    may,
    load: openOne('closed'),
    values: () => ({}),
    act: async ({ ctx, form }, { row: { id } }) => {
      await reopenSeason({ ctx, input: { id, texts: typedValues(form) } })
      return `${seasonPath(id)}?done=reopened`
    },
    page: (portal, { loaded, form }) => {
      const { lang } = portal
      return onePage(portal, loaded, {
        ...{ form, way: 'reopen', note: W.reopenNote[lang], save: W.reopen[lang] },
        title: fill(W.reopenTitle[lang], { name: seasonName(loaded.row, lang) }),
        inputs: formInputs(SEASON_REOPENING, { lang }),
      })
    },
  }),
]

function openOne(state: 'open' | 'closed') {
  return ({ ctx, param }: Portal) => openSeasonForWriting(ctx, { id: param('id'), state })
}

function onePage(
  { lang }: Portal,
  { row }: OpenedSeason,
  shown: {
    readonly form: FormView
    readonly way: 'edit' | 'close' | 'reopen'
    readonly title: string
    readonly note?: string
    readonly save: string
    readonly inputs: readonly FormInput[]
  },
): PortalPagePart {
  const { way, ...rest } = shown
  return {
    kind: 'portal/record',
    facts: [
      { label: W.season[lang], text: seasonName(row, lang) },
      { label: W.place[lang], text: row.householdName ?? row.siteName },
      { label: W.days[lang], text: daysText(row, lang) },
      { label: W.yields[lang], text: yieldText(row, lang) },
      { label: W.openedOn[lang], text: formatOn(row.startsOn, lang) },
    ],
    id: null,
    action: `${seasonPath(row.id)}/${way}`,
    backHref: seasonPath(row.id),
    ...rest,
  }
}

/** What a form asks: which site is settled by where it stands, markets are those of this trade. */
function inputsIn(
  lang: Language,
  asked: { readonly editing: boolean; readonly households: readonly Choice[] },
): FormInput[] {
  const { editing, households } = asked
  return formInputs(SEASON, { lang, editing })
    .filter(({ name }) => name !== 'siteId')
    .filter(({ name }) => name !== 'householdId' || households.length > 0)
    .map((input) => {
      if (input.name === 'markets') return { ...input, choices: choicesOf(MARKETS, lang) }
      if (input.name !== 'householdId') return input
      return { ...input, type: 'select' as const, choices: households }
    })
}

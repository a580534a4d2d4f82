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
import { type OpenedSeason, openSeasonForWriting } from '../../../verbs/seasons/open-season.ts'
import { addSeason, editSeason } from '../../../verbs/seasons/save-season.ts'
import { landChoices } from '../../../verbs/seasons/season-choices.ts'
import { openDiarySite } from '../../../verbs/sites/open-site.ts'
import { choicesOf } from '../codes/choices.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { daysText, seasonName, seasonPath, yieldText } from './season-view.ts'

const PATH = '/portal/seasons'
const may = 'diary.write'

const pageOf = ({ row }: OpenedSeason) => seasonPath(row.id)

/** The forms of a season: opening, changing, closing and opening it again. */
export const seasonForms: readonly PortalRoute[] = [
  ...recordForm({
    path: `${PATH}/new/:site`,
    may,
    load: async ({ ctx, param }) => {
      const site = await openDiarySite(ctx, param('site'))
      return { site, choices: await landChoices(ctx, site.id) }
    },
    values: ({ site, choices: { crop, variety } }) => ({
      ...initialTexts(SEASON),
      ...{ siteId: site.id, crop, variety },
    }),
    back: ({ site }) => `/portal/sites/${encodeURIComponent(site.id)}`,
    once: ({ ctx, texts, confirmed }, { site }) =>
      addSeason({ ctx, input: { texts: { ...texts, siteId: site.id }, confirmed } }),
    done: ({ id }) => `${seasonPath(id)}?done=opened`,
    page: ({ lang }, { loaded: { site, choices } }) => ({
      title: fill(W.addTitle[lang], { site: site.name }),
      save: W.open[lang],
      inputs: inputsIn(lang, { editing: false, households: choices.households }),
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/edit`,
    may,
    load: openOne('open'),
    values: ({ row }) => textsOf(SEASON, row),
    stamp: ({ row }) => ({ expected: versionOf(SEASON, row) }),
    act: ({ ctx, texts: { expected = '', ...texts }, confirmed }, { row: { id } }) =>
      editSeason({ ctx, input: { id, expected, texts, confirmed } }),
    back: pageOf,
    done: (changed, { row }) => `${seasonPath(row.id)}?done=${changed ? 'saved' : 'same'}`,
    page: ({ lang }, { loaded }) => ({
      title: W.editTitle[lang],
      facts: factsOf(loaded, lang),
      save: W.save[lang],
      inputs: inputsIn(lang, { editing: true, households: [] }),
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/close`,
    may,
    load: openOne('open'),
    asks: SEASON_END,
    act: ({ ctx, texts, confirmed }, { row: { id } }) =>
      closeSeason({ ctx, input: { id, texts, confirmed } }),
    back: pageOf,
    done: 'closed',
    page: ({ lang }, { loaded }) => ({
      title: fill(W.closeTitle[lang], { name: seasonName(loaded.row, lang) }),
      facts: factsOf(loaded, lang),
      note: W.closeNote[lang],
      save: W.close[lang],
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/reopen`,
    may,
    load: openOne('closed'),
    asks: SEASON_REOPENING,
    act: ({ ctx, texts }, { row: { id } }) => reopenSeason({ ctx, input: { id, texts } }),
    back: pageOf,
    done: 'reopened',
    page: ({ lang }, { loaded }) => ({
      title: fill(W.reopenTitle[lang], { name: seasonName(loaded.row, lang) }),
      facts: factsOf(loaded, lang),
      note: W.reopenNote[lang],
      save: W.reopen[lang],
    }),
  }),
]

function openOne(state: 'open' | 'closed') {
  return ({ ctx, param }: Portal) => openSeasonForWriting(ctx, { id: param('id'), state })
}

function factsOf({ row }: OpenedSeason, lang: Language) {
  return [
    { label: W.season[lang], text: seasonName(row, lang) },
    { label: W.place[lang], text: row.householdName ?? row.siteName },
    { label: W.days[lang], text: daysText(row, lang) },
    { label: W.yields[lang], text: yieldText(row, lang) },
    { label: W.openedOn[lang], text: formatOn(row.startsOn, lang) },
  ]
}

/** What a form asks: which site is settled by where it stands, markets are those of this trade. */
function inputsIn(
  lang: Language,
  asked: { readonly editing: boolean; readonly households: readonly Choice[] },
): FormInput[] {
  const { editing, households } = asked
  return formInputs(SEASON, {
    ...{ lang, editing },
    without: households.length === 0 ? ['siteId', 'householdId'] : ['siteId'],
    choices: { markets: choicesOf(MARKETS, lang), householdId: households },
  })
}

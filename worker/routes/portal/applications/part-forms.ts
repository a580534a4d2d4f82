import type { DetailSection } from '../../../../site/models/records.ts'
import { fill } from '../../../copy/fill.ts'
import { MARKETS } from '../../../copy/markets.ts'
import { FORM_PART_NAMES, GAP_NAMES } from '../../../copy/portal/application-names.ts'
import { APPLICATIONS_COPY as W } from '../../../copy/portal/applications.ts'
import { type FormPart, requiredAnswers } from '../../../domain/applications/kinds.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { applicationPart } from '../../../resources/application.ts'
import { formInputs } from '../../../resources/form.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import { textsOf } from '../../../resources/resource.ts'
import {
  type KnownApplication,
  knowApplication,
  linesOf,
  shownParts,
} from '../../../verbs/applications/application-facts.ts'
import { cropChoices } from '../../../verbs/applications/part-choices.ts'
import { openPart, saveAnswers } from '../../../verbs/applications/save-answers.ts'
import { actOnce } from '../act-once.ts'
import { choicesOf } from '../codes/choices.ts'
import { recordForm } from '../record-form.ts'
import { applicationPath } from './application-path.ts'
import { ruleChoices, rulesSection } from './rules-section.ts'

/** The parts of the form, one page each; the last one leads to the page it is handed in from. */
export const partForms = recordForm({
  path: '/portal/applications/:id/form/:part',
  may: 'applications.write',
  load: async ({ ctx, param }) => {
    const asked = { id: param('id'), part: param('part') }
    const opened = await openPart(ctx, asked)
    const [crops, known] = await Promise.all([
      opened.part === 'goods' ? cropChoices(ctx, opened) : [],
      knowApplication(ctx, opened),
    ])
    return { opened, crops, known }
  },
  values: ({ opened: { row } }) => ({ ...row.answers }),
  stamp: ({ opened }) => ({ expected: String(opened.row.version) }),
  back: ({ opened: { row } }) => applicationPath(row.id),
  act: async (sent, { opened: { row, part } }) => {
    const { texts } = sent
    await actOnce(sent, (ctx) => saveAnswers({ ctx, input: { id: row.id, part, texts } }))
    // Crops and markets that were just said may ask something.
    const saved = await openPart(sent.ctx, { id: row.id, part })
    const parts = shownParts(saved, await knowApplication(sent.ctx, saved))
    const next = texts['later'] === '1' ? undefined : parts[parts.indexOf(part) + 1]
    const path = applicationPath(row.id)
    return next === undefined ? `${path}?done=saved` : `${path}/form/${next}`
  },
  done: (href) => href,
  page: ({ lang }, { loaded: { opened, crops, known }, form }) => {
    const { part, number } = opened
    const parts = shownParts(opened, known)
    const progress = { at: parts.indexOf(part) + 1, of: parts.length }
    const noCrops = part === 'goods' && crops.length === 0
    return {
      title: fill(W.partTitle[lang], { part: FORM_PART_NAMES[part][lang], number }),
      note: `${fill(W.progress[lang], progress)}${noCrops ? ` ${W.noCrops[lang]}` : ''}`,
      save: W.saveNext[lang],
      later: W.saveLater[lang],
      inputs: inputsOf(opened, { lang, crops, known }),
      form: { ...form, values: ownValues(form.values, opened) },
      sections: part === 'rules' ? rulesSection(known, lang) : besides(opened, lang),
    }
  },
})

type Opened = Awaited<ReturnType<typeof openPart>>

/** Answers of other parts stay where they are. */
function ownValues(values: Readonly<Record<string, string>>, { part, row, slot }: Opened) {
  const described = applicationPart(part, { id: row.siteKindId, labelSlot: slot })
  const names = new Set([...Object.keys(textsOf(described, {})), 'expected', 'once'])
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.has(name)))
}

function inputsOf(
  { part, row, slot }: Opened,
  given: {
    readonly lang: Language
    readonly crops: readonly string[]
    readonly known: KnownApplication
  },
): FormInput[] {
  const { lang, crops, known } = given
  const isExport = linesOf(row.answers['markets']).some((market) => market !== 'VNM')
  const needed = new Set(
    requiredAnswers({ kind: row.kind, slot, isExport }).map(({ name }) => name),
  )
  const choices = {
    crops: crops.map((value) => ({ value, text: value })),
    markets: choicesOf(MARKETS, lang),
    gap: choicesOf(GAP_NAMES, lang),
    declared: ruleChoices(known, lang),
  }
  const described = applicationPart(part, { id: row.siteKindId, labelSlot: slot })
  return formInputs(described, { lang, choices }).map((input) => ({
    ...input,
    required: needed.has(input.name),
  }))
}

/** Where the site keeps what belongs to a part and is not asked again. */
function besides({ part, row }: Opened, lang: Language): readonly DetailSection[] {
  const site = `/portal/sites/${encodeURIComponent(row.siteId)}`
  const links: Partial<Record<FormPart, DetailSection['links']>> = {
    place: [
      { href: `${site}/boundary`, text: W.siteBoundary[lang] },
      { href: `${site}/households`, text: W.siteHouseholds[lang] },
    ],
    goods: [{ href: `${site}/edit`, text: W.editSite[lang] }],
    households: [{ href: `${site}/households`, text: W.siteHouseholds[lang] }],
  }
  const found = links[part]
  return found === undefined ? [] : [{ id: 'site', title: row.siteName, links: found }]
}

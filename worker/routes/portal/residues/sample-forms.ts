import type { FormView } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { MARKETS } from '../../../copy/markets.ts'
import { RESIDUES_COPY as W } from '../../../copy/portal/residues.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { formInputs } from '../../../resources/form.ts'
import {
  RESIDUE_DROP,
  RESIDUE_REPORT,
  RESIDUE_SAMPLE,
  RESULT_FORM,
} from '../../../resources/residue-sample.ts'
import { textsOf, versionOf } from '../../../resources/resource.ts'
import { openSample, requireState } from '../../../verbs/residues/open-sample.ts'
import { recordResults } from '../../../verbs/residues/record-results.ts'
import { addSample, dropSample, editSample } from '../../../verbs/residues/save-sample.ts'
import { actOnce } from '../act-once.ts'
import { choicesOf } from '../codes/choices.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { PortalRoute } from '../portal-route.ts'
import { RESIDUES_PATH as PATH, sampleName, samplePath } from './sample-table.ts'

const may = 'residues.write'

/** The forms of a sample: a new one, its change, its results, and giving it up. */
export const sampleForms: readonly PortalRoute[] = [
  ...formRoute({
    path: `${PATH}/new`,
    may,
    // A site's page names itself, a batch's its code.
    load: async ({ c }) => ({
      about: c.req.query('about') ?? '',
      cropName: c.req.query('crop') ?? '',
    }),
    values: (given) => given,
    act: async (portal) => {
      const texts = typedValues(portal.form)
      const { id } = await actOnce(portal, (ctx) => addSample({ ctx, input: { texts } }))
      return `${samplePath(id)}?done=created`
    },
    page: ({ lang }, { form }) => ({
      kind: 'portal/record',
      title: W.newTitle[lang],
      note: W.newNote[lang],
      id: null,
      action: `${PATH}/new`,
      backHref: PATH,
      save: W.save[lang],
      inputs: sampleInputs(lang),
      form,
    }),
  }),
  ...formRoute({
    path: `${PATH}/:id/edit`,
    may,
    load: async (portal) => {
      const row = await openSample(portal.ctx, portal.param('id'), may)
      requireState(row, ['planned', 'taken'])
      return row
    },
    values: (row) => textsOf(RESIDUE_SAMPLE, row),
    stamp: (row) => ({ expected: versionOf(RESIDUE_SAMPLE, row) }),
    act: async ({ ctx, form }, { id }) => {
      const { expected = '', ...typed } = typedValues(form)
      // No box ticked sends nothing at all.
      const texts = { ...typed, markets: typed['markets'] ?? '' }
      const changed = await editSample({ ctx, input: { id, texts, expected } })
      return `${samplePath(id)}?done=${changed ? 'saved' : 'same'}`
    },
    page: ({ lang }, { loaded, form }) =>
      onePage({
        ...{ id: loaded.id, way: 'edit', form, title: W.editTitle[lang], save: W.save[lang] },
        note: W.newNote[lang],
        inputs: sampleInputs(lang),
      }),
  }),
  ...formRoute({
    path: `${PATH}/:id/results`,
    may,
    load: async (portal) => {
      const row = await openSample(portal.ctx, portal.param('id'), may)
      requireState(row, ['taken', 'reported'])
      return { row, today: vietnamDateOf(portal.ctx.now()) }
    },
    values: ({ row, today }) => ({
      laboratory: row.laboratory ?? '',
      reportNo: row.reportNo ?? '',
      reportedOn: row.reportedOn ?? today,
    }),
    stamp: ({ row }) => ({ expected: String(row.version) }),
    act: async (portal, { row: { id } }) => {
      const texts = typedValues(portal.form)
      await actOnce(portal, (ctx) => recordResults({ ctx, input: { id, texts } }))
      return `${samplePath(id)}?done=recorded`
    },
    page: ({ lang }, { loaded: { row }, form }) =>
      onePage({
        ...{ id: row.id, way: 'results', form, save: W.saveResults[lang] },
        title: fill(W.recordTitle[lang], { number: sampleName(row, lang) }),
        inputs: [...formInputs(RESULT_FORM, { lang }), ...formInputs(RESIDUE_REPORT, { lang })],
      }),
  }),
  ...formRoute({
    path: `${PATH}/:id/drop`,
    may,
    load: async (portal) => {
      const row = await openSample(portal.ctx, portal.param('id'), may)
      requireState(row, ['planned'])
      return row
    },
    values: () => ({}),
    act: async (portal, { id }) => {
      const texts = typedValues(portal.form)
      await actOnce(portal, (ctx) => dropSample({ ctx, input: { id, texts } }))
      return `${samplePath(id)}?done=dropped`
    },
    page: ({ lang }, { loaded, form }) =>
      onePage({
        ...{ id: loaded.id, way: 'drop', form, title: W.dropTitle[lang], save: W.dropSave[lang] },
        inputs: formInputs(RESIDUE_DROP, { lang }),
      }),
  }),
]

function onePage(shown: {
  readonly id: string
  readonly way: 'edit' | 'results' | 'drop'
  readonly title: string
  readonly note?: string
  readonly save: string
  readonly inputs: ReturnType<typeof formInputs>
  readonly form: FormView
}) {
  const { id, way, title, note, save, inputs, form } = shown
  return {
    kind: 'portal/record' as const,
    ...{ title, note, save, inputs, form },
    id: null,
    action: `${samplePath(id)}/${way}`,
    backHref: samplePath(id),
  }
}

function sampleInputs(lang: Language) {
  return formInputs(RESIDUE_SAMPLE, { lang }).map((input) =>
    input.name === 'markets' ? { ...input, choices: choicesOf(MARKETS, lang) } : input,
  )
}

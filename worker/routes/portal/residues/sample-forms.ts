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
import { choicesOf } from '../codes/choices.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm } from '../record-form.ts'
import { RESIDUES_PATH as PATH, sampleName, samplePath } from './sample-table.ts'

const may = 'residues.write'

/** The forms of a sample: a new one, its change, its results, and giving it up. */
export const sampleForms: readonly PortalRoute[] = [
  ...recordForm({
    path: `${PATH}/new`,
    may,
    // A site's page names itself, a batch's its code.
    load: async ({ c }) => ({
      about: c.req.query('about') ?? '',
      cropName: c.req.query('crop') ?? '',
    }),
    values: (given) => given,
    once: ({ ctx, texts }) => addSample({ ctx, input: { texts } }),
    back: PATH,
    done: ({ id }) => `${samplePath(id)}?done=created`,
    page: ({ lang }) => ({
      title: W.newTitle[lang],
      note: W.newNote[lang],
      save: W.save[lang],
      inputs: sampleInputs(lang),
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/edit`,
    may,
    load: openIn('planned', 'taken'),
    values: (row) => textsOf(RESIDUE_SAMPLE, row),
    stamp: (row) => ({ expected: versionOf(RESIDUE_SAMPLE, row) }),
    act: ({ ctx, texts: { expected = '', ...typed } }, { id }) => {
      // No box ticked sends nothing at all.
      const texts = { ...typed, markets: typed['markets'] ?? '' }
      return editSample({ ctx, input: { id, texts, expected } })
    },
    back: ({ id }) => samplePath(id),
    done: (changed, { id }) => `${samplePath(id)}?done=${changed ? 'saved' : 'same'}`,
    page: ({ lang }) => ({
      title: W.editTitle[lang],
      note: W.newNote[lang],
      save: W.save[lang],
      inputs: sampleInputs(lang),
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/results`,
    may,
    load: openIn('taken', 'reported'),
    values: ({ laboratory, reportNo, reportedOn }, { ctx }) => ({
      laboratory: laboratory ?? '',
      reportNo: reportNo ?? '',
      reportedOn: reportedOn ?? vietnamDateOf(ctx.now()),
    }),
    stamp: ({ version }) => ({ expected: String(version) }),
    once: ({ ctx, texts }, { id }) => recordResults({ ctx, input: { id, texts } }),
    back: ({ id }) => samplePath(id),
    done: 'recorded',
    page: ({ lang }, { loaded: row }) => ({
      title: fill(W.recordTitle[lang], { number: sampleName(row, lang) }),
      save: W.saveResults[lang],
      inputs: [...formInputs(RESULT_FORM, { lang }), ...formInputs(RESIDUE_REPORT, { lang })],
    }),
  }),
  ...recordForm({
    path: `${PATH}/:id/drop`,
    may,
    load: openIn('planned'),
    asks: RESIDUE_DROP,
    once: ({ ctx, texts }, { id }) => dropSample({ ctx, input: { id, texts } }),
    back: ({ id }) => samplePath(id),
    done: 'dropped',
    page: ({ lang }) => ({ title: W.dropTitle[lang], save: W.dropSave[lang] }),
  }),
]

function openIn(...states: Parameters<typeof requireState>[1]) {
  return async ({ ctx, param }: Portal) => {
    const { row } = await openSample(ctx, param('id'), may)
    requireState(row, states)
    return row
  }
}

function sampleInputs(lang: Language) {
  return formInputs(RESIDUE_SAMPLE, { lang, choices: { markets: choicesOf(MARKETS, lang) } })
}

import {
  type ResidueSampleItem,
  readResultsOf,
  readSamplesByNumber,
} from '../../../db/queries/residues.ts'
import { MEASUREMENT_FAULTS, RESIDUE_COPY as W } from '../../copy/portal/residue.ts'
import { RESIDUES_COPY as P } from '../../copy/portal/residues.ts'
import { type Measurement, readMeasurement } from '../../domain/residues/read-measurement.ts'
import { substanceKeyOf } from '../../domain/residues/substance-key.ts'
import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import { RESULT_LIST, RESULT_ROW } from '../../resources/residue-list.ts'
import { inputOf, type ValuesOf } from '../../resources/resource.ts'
import type { VerbContext } from '../context.ts'
import { boundsOf, requireAny } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { listMissing } from '../records/list-refusals.ts'
import type { Texts } from '../records/save-record.ts'
import { type HandedList, type ListLook, readTypedList } from '../records/typed-list.ts'
import { resultRow, sameMeasurement, storeResults } from './record-results.ts'

type ListedResult = ValuesOf<typeof RESULT_ROW.fields> & {
  readonly sample: ResidueSampleItem
  readonly measurement: Measurement
}

/** What a laboratory's list would add; nothing is stored. */
export async function lookAtResults(ctx: VerbContext, list: HandedList): Promise<ListLook<Texts>> {
  const look = await readResults(ctx, list)
  return { ...look, added: look.added.map(asTyped) }
}

/** Stores the new results of a list, all of them or none. */
export async function saveResultList(
  ctx: VerbContext,
  list: HandedList,
): Promise<{ readonly count: number }> {
  const { added } = await readResults(ctx, list)
  if (added.length === 0) throw listMissing(list.field)
  const bySample = Map.groupBy(added, ({ sample }) => sample.id)
  await storeResults(
    ctx,
    [...bySample.values()].flatMap((results) => {
      const [first] = results
      if (first === undefined) return []
      const { sample, laboratory, reportNo, reportedOn } = first
      const rows = results.map(({ analyte, measurement }) =>
        resultRow(ctx, { sampleId: sample.id, analyte, measurement, reason: null }),
      )
      return [{ row: sample, report: { laboratory, reportNo, reportedOn }, rows }]
    }),
  )
  return { count: added.length }
}

async function readResults(ctx: VerbContext, list: HandedList): Promise<ListLook<ListedResult>> {
  requireAny(ctx, 'residues.write')
  // Null where several authorities of the place have a sample of that number.
  const samples = new Map<string, ResidueSampleItem | null>()
  const known = new Map<string, Measurement>()
  const described = { described: RESULT_LIST, id: 'residues', title: P.listTitle.vi }
  return readTypedList<ListedResult>(ctx, described, {
    ...list,
    prepare: async (rows) => {
      const numbersFolded = [...new Set(rows.map(numberIn))]
      const bounds = boundsOf(ctx, 'residues.write')
      for (const row of await readSamplesByNumber(ctx.db, { bounds, numbersFolded })) {
        const number = row.sampleNoFolded ?? ''
        samples.set(number, samples.has(number) ? null : row)
      }
      const ids = [...samples.values()].flatMap((row) => row?.id ?? [])
      // In the order they came: the last word on each substance stands.
      for (const row of await readResultsOf(ctx.db, ids)) {
        known.set(`${row.sampleId}\n${row.analyteKey}`, row)
      }
    },
    read: (texts) => {
      const values = parseInput(inputOf(RESULT_ROW), texts)
      const sample = samples.get(foldVietnamese(values.sampleNo))
      if (sample === undefined) throw invalidField('sampleNo', P.unknownNumber)
      if (sample === null) throw invalidField('sampleNo', P.severalNumbers)
      const { takenOn, state } = sample
      if (takenOn === null || state === 'dropped') throw invalidField('sampleNo', P.notTaken)
      if (values.reportedOn < takenOn) throw invalidField('reportedOn', W.reportedEarly)
      const reading = readMeasurement(values.result, values.unit)
      if (!reading.ok) throw invalidField('result', MEASUREMENT_FAULTS[reading.fault])
      const { measurement } = reading
      const key = `${sample.id}\n${substanceKeyOf(values.analyte)}`
      const there = known.get(key)
      if (there !== undefined && sameMeasurement(there, measurement)) return null
      // A list corrects nothing: who does says why.
      if (there !== undefined) throw invalidField('analyte', P.hasOther)
      known.set(key, measurement)
      return { ...values, sample, measurement }
    },
  })
}

function asTyped({ sample: _, measurement: __, reportedOn, ...typed }: ListedResult): Texts {
  return { ...typed, reportedOn }
}

function numberIn(texts: Texts): string {
  const typed = texts['sampleNo']
  return typeof typed === 'string' ? foldVietnamese(typed) : ''
}

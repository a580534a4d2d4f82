import {
  insertResults,
  type ResidueResultRow,
  type ResidueSampleItem,
  readResultsOf,
  residueSampleIs,
  updateResidueSample,
} from '../../../db/queries/residues.ts'
import { fillAll } from '../../copy/fill.ts'
import { MEASUREMENT_FAULTS, RESIDUE_COPY as W } from '../../copy/portal/residue.ts'
import { type Measurement, readMeasurement } from '../../domain/residues/read-measurement.ts'
import { substanceKeyOf } from '../../domain/residues/substance-key.ts'
import {
  MOST_RESULTS,
  RESIDUE_REPORT,
  RESIDUE_SAMPLE,
  resultFields,
  targetOfSample,
} from '../../resources/residue-sample.ts'
import { inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import { actorText, type VerbContext } from '../context.ts'
import type { FieldError } from '../errors.ts'
import { invalidField, invalidInput, parseInput } from '../guard/parse-input.ts'
import { editedMeanwhile } from '../guard/refusals.ts'
import type { Filled } from '../records/filled.ts'
import { requireSeen } from '../records/filled.ts'
import type { Texts } from '../records/save-record.ts'
import { openSample, requireState } from './open-sample.ts'

type Typed = { readonly path: string; readonly analyte: string; readonly measurement: Measurement }

/**
 * Puts down what a laboratory found in a sample: all of a report at once. A substance that has another
 * result already is corrected by a further row, with the reason; one that has the same says nothing new.
 */
export async function recordResults({ ctx, input }: Filled): Promise<{ id: string }> {
  const { id, texts } = input
  const { row } = await openSample(ctx, id, 'residues.write')
  requireState(row, ['taken', 'reported'])
  requireSeen(row, texts)
  const report = parseInput(inputOf(RESIDUE_REPORT), texts)
  if (row.takenOn !== null && report.reportedOn < row.takenOn) {
    throw invalidField('reportedOn', W.reportedEarly)
  }
  const typed = resultsIn(texts)
  const known = latestByKey(await readResultsOf(ctx.db, [id]))
  const news = typed.filter(({ analyte, measurement }) => {
    const there = known.get(substanceKeyOf(analyte))
    return there === undefined || !sameMeasurement(there, measurement)
  })
  const corrected = news.find(({ analyte }) => known.has(substanceKeyOf(analyte)))
  if (corrected !== undefined && report.correction === null) {
    throw invalidField('correction', fillAll(W.correctionNeeded, { analyte: corrected.analyte }))
  }
  const rows = news.map(({ analyte, measurement }) =>
    resultRow(ctx, { sampleId: id, analyte, measurement, reason: report.correction }),
  )
  await storeResults(ctx, [{ row, report, rows }])
  return { id }
}

export type ReportedSample = {
  readonly row: ResidueSampleItem
  readonly report: Pick<ResidueSampleItem, 'reportedOn' | 'reportNo'> & {
    readonly laboratory: string
  }
  readonly rows: readonly ResidueResultRow[]
}

/** Stores the results of one or several samples, all of them or none. */
export async function storeResults(
  ctx: VerbContext,
  samples: readonly ReportedSample[],
): Promise<void> {
  await change(ctx, {
    may: 'residues.write',
    targets: samples.map(({ row }) => targetOfSample(row)),
    guards: samples.map(({ row }) => ({ holds: residueSampleIs(row), refusal: editedMeanwhile })),
    statements: [
      insertResults(
        ctx.db,
        samples.flatMap(({ rows }) => rows),
      ),
      ...samples.map(({ row, report }) => {
        const { laboratory, reportNo, reportedOn } = report
        const set = { state: 'reported' as const, laboratory, reportNo, reportedOn }
        return updateResidueSample(ctx.db, { id: row.id, set })
      }),
    ],
    audit: samples.map(({ row, report, rows }) => ({
      action: RESIDUE_SAMPLE.actions.results,
      entity: RESIDUE_SAMPLE.entity,
      entityId: row.id,
      before: { state: row.state },
      after: {
        state: 'reported',
        laboratory: report.laboratory,
        results: rows.map(({ analyte, relation, value, unit }) => ({
          analyte,
          relation,
          value,
          unit,
        })),
      },
    })),
    receipt: { count: samples.length },
  })
}

/** A result as it is stored. */
export function resultRow(
  ctx: VerbContext,
  given: {
    readonly sampleId: string
    readonly analyte: string
    readonly measurement: Measurement
    readonly reason: string | null
  },
): ResidueResultRow {
  const { sampleId, analyte, measurement, reason } = given
  return {
    ...{ id: ctx.newId(), sampleId, analyte, reason, ...measurement },
    analyteKey: substanceKeyOf(analyte),
    recordedAt: ctx.now(),
    actor: actorText(ctx.actor),
  }
}

/** The last word on each substance. */
function latestByKey(rows: readonly ResidueResultRow[]): ReadonlyMap<string, ResidueResultRow> {
  return new Map(rows.map((row) => [row.analyteKey, row]))
}

export function sameMeasurement(a: Measurement, b: Measurement): boolean {
  return a.relation === b.relation && a.value === b.value && a.unit === b.unit
}

/** The results that were typed, in their order. Throws naming each that cannot be read. */
function resultsIn(texts: Texts): readonly Typed[] {
  const typed: Typed[] = []
  const faults: FieldError[] = []
  const keys = new Set<string>()
  for (let place = 1; place <= MOST_RESULTS; place++) {
    const { analyte, result, unit } = parseInput(inputOf({ fields: resultFields(place) }), {
      analyte: texts[`analyte${place}`],
      result: texts[`result${place}`],
      unit: texts[`unit${place}`],
    })
    if (analyte === null) continue
    const path = `result${place}`
    const key = substanceKeyOf(analyte)
    if (keys.has(key)) faults.push({ path: `analyte${place}`, text: W.twice })
    keys.add(key)
    if (result === null) {
      faults.push({ path, text: W.resultMissing })
      continue
    }
    const reading = readMeasurement(result, unit)
    if (reading.ok) typed.push({ path, analyte, measurement: reading.measurement })
    else faults.push({ path, text: MEASUREMENT_FAULTS[reading.fault] })
  }
  if (faults.length > 0) throw invalidInput(faults)
  if (typed.length === 0) throw invalidField('analyte1', W.nothingTyped)
  return typed
}

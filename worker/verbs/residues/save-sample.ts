import { residueSampleIs, updateResidueSample } from '../../../db/queries/residues.ts'
import { RESIDUE_COPY as W } from '../../copy/portal/residue.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { RESIDUE_DROP, RESIDUE_SAMPLE, targetOfSample } from '../../resources/residue-sample.ts'
import { inputOf } from '../../resources/resource.ts'
import { authorityOf } from '../cases/desk-place.ts'
import { change } from '../change.ts'
import { actorText, type Call, type VerbContext } from '../context.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { editedMeanwhile } from '../guard/refusals.ts'
import type { Filled } from '../records/filled.ts'
import { addRecord, editRecord, type RecordRules, type Texts } from '../records/save-record.ts'
import { openSample, requireState } from './open-sample.ts'
import { sampledPlace } from './sampled-place.ts'

/** Puts a sample down, planned or already taken. */
export function addSample({
  ctx,
  input,
}: Call<{ readonly texts: Texts }>): Promise<{ id: string }> {
  const columns = { version: 1, actor: actorText(ctx.actor), authorityId: authorityOf(ctx.actor) }
  return addRecord(ctx, RESIDUE_SAMPLE, { texts: input.texts, columns, rules: rulesOf(ctx) })
}

/** Changes what one says, or that it was taken, until its results are here; true where anything differed. */
export async function editSample({
  ctx,
  input,
}: Call<{
  readonly id: string
  readonly texts: Texts
  readonly expected: string
}>): Promise<boolean> {
  const { row } = await openSample(ctx, input.id, 'residues.write')
  requireState(row, ['planned', 'taken'])
  const rules: RecordRules = {
    ...rulesOf(ctx),
    // Its results may have come meanwhile.
    keeps: () => [{ holds: residueSampleIs(row), refusal: editedMeanwhile }],
  }
  return editRecord(ctx, RESIDUE_SAMPLE, { ...input, rules })
}

/** Gives up a planned sample. */
export async function dropSample({ ctx, input }: Filled): Promise<{ id: string }> {
  const { id, texts } = input
  const { row } = await openSample(ctx, id, 'residues.write')
  requireState(row, ['planned'])
  const { reason } = parseInput(inputOf(RESIDUE_DROP), texts)
  return change(ctx, {
    may: 'residues.write',
    target: targetOfSample(row),
    guards: [{ holds: residueSampleIs(row), refusal: editedMeanwhile }],
    statements: [
      updateResidueSample(ctx.db, { id, set: { state: 'dropped', dropReason: reason } }),
    ],
    audit: {
      action: RESIDUE_SAMPLE.actions.drop,
      entity: RESIDUE_SAMPLE.entity,
      entityId: id,
      before: { state: row.state },
      after: { state: 'dropped' },
      reason,
    },
    receipt: { id },
  })
}

function rulesOf(ctx: VerbContext): RecordRules {
  return {
    complete: async (_, { values, before }) => {
      const { about, communeName, takenOn } = values
      if (typeof takenOn === 'string' && takenOn > vietnamDateOf(ctx.now())) {
        throw invalidField('takenOn', W.takenAhead)
      }
      // Where it lies is looked up once, and anew where somebody says otherwise.
      const isSame =
        before !== null && before['about'] === about && before['communeName'] === communeName
      if (isSame) return {}
      return sampledPlace(ctx, { about: textIn(about), communeName: textIn(communeName) })
    },
    taken: async () => invalidField('sampleNo', W.sampleNoTaken),
  }
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

import { INSPECT_COPY as W } from '../../../worker/copy/app/inspection.ts'
import { fill } from '../../../worker/copy/fill.ts'
import { DECISION_REASON_NAMES } from '../../../worker/copy/portal/decision.ts'
import { FINDING_SEVERITY_NAMES } from '../../../worker/copy/portal/findings.ts'
import { INSPECTION_OUTCOME_NAMES } from '../../../worker/copy/portal/inspections.ts'
import { FINDING_SEVERITIES } from '../../../worker/domain/findings/kinds.ts'
import {
  INSPECTION_OUTCOMES,
  MINUTES_BOUNDS,
  PROPOSAL_REASONS,
} from '../../../worker/domain/inspections/kinds.ts'
import {
  type MinutesReading,
  newFinding,
  type TypedFinding,
} from '../../../worker/domain/inspections/read-minutes.ts'
import { Button } from '../parts/button.tsx'
import { Chips } from '../parts/chips.tsx'
import { useText } from '../parts/use-text.ts'
import { FollowUps } from './follow-ups.tsx'
import type { Step } from './step.ts'
import { TextField } from './text-field.tsx'

type Given = Step & { readonly reading: MinutesReading }

/** What was found wrong with what to do about it, what was found before, and the conclusion. */
export function FindingStep(step: Given) {
  const { draft, change, reading, faultOf, onNext } = step
  const t = useText()
  const { findings } = reading
  const add = () =>
    change({
      findings: [
        ...findings,
        newFinding(draft.on, { question: null, severity: 'minor', text: '' }),
      ],
    })
  return (
    <>
      <FollowUps {...step} />
      <h2>{t(W.findings)}</h2>
      {findings.length === 0 ? <p>{t(W.noFindings)}</p> : null}
      {findings.map((finding, at) => (
        <OneFinding key={finding.question ?? `added ${at}`} {...{ ...step, finding, at }} />
      ))}
      {findings.length < MINUTES_BOUNDS.findings ? (
        <Button text={W.addFinding} onPress={add} />
      ) : null}
      <div class="field">
        <Chips
          label={t(W.outcome)}
          choices={INSPECTION_OUTCOMES.map((outcome) => ({
            ...{ key: outcome, value: outcome, text: t(INSPECTION_OUTCOME_NAMES[outcome]) },
          }))}
          chosen={(outcome) => draft.outcome === outcome}
          onChoose={(outcome) => change({ outcome })}
        />
        {faultOf('outcome') === null ? null : <p class="fault">{faultOf('outcome')}</p>}
      </div>
      <TextField
        {...{ label: t(W.remarks), value: draft.conclusion, rows: 2, max: MINUTES_BOUNDS.text }}
        onText={(conclusion) => change({ conclusion })}
      />
      {draft.outcome === null || draft.outcome === 'passed' ? null : <Proposal {...step} />}
      <Button look="primary" text={W.toSignatures} onPress={onNext} />
    </>
  )
}

function OneFinding(given: Given & { readonly finding: TypedFinding; readonly at: number }) {
  const { finding, at, change, reading, faultOf } = given
  const t = useText()
  const set = (part: Partial<TypedFinding>) =>
    change({
      findings: reading.findings.map((each, i) => (i === at ? { ...each, ...part } : each)),
    })
  const remove = () => change({ findings: reading.findings.filter((_, i) => i !== at) })
  const max = MINUTES_BOUNDS.text
  return (
    <div class="card">
      <h3>{fill(t(W.finding), { n: at + 1 })}</h3>
      <TextField
        {...{ label: t(W.what), value: finding.text, rows: 2, max, isRequired: true }}
        fault={faultOf(`findings.${at}.text`)}
        onText={(text) => set({ text })}
      />
      <Chips
        label={t(W.severity)}
        choices={FINDING_SEVERITIES.map((severity) => ({
          ...{ key: severity, value: severity, text: t(FINDING_SEVERITY_NAMES[severity]) },
        }))}
        chosen={(severity) => finding.severity === severity}
        onChoose={(severity) => set({ severity })}
      />
      <TextField
        {...{ label: t(W.action), value: finding.action, rows: 2, max, isRequired: true }}
        fault={faultOf(`findings.${at}.action`)}
        onText={(action) => set({ action })}
      />
      <TextField
        {...{ label: t(W.due), value: finding.dueOn, isRequired: true }}
        isDay
        fault={faultOf(`findings.${at}.dueOn`)}
        onText={(dueOn) => set({ dueOn })}
      />
      {finding.question === null ? (
        <Button look="quiet small" text={W.removeFinding} onPress={remove} />
      ) : null}
    </div>
  )
}

function Proposal({ draft, change, faultOf }: Step) {
  const t = useText()
  const { proposal } = draft
  const isOn = proposal !== null
  const first = PROPOSAL_REASONS[0]
  return (
    <div class="card">
      <label class="check">
        <input
          type="checkbox"
          checked={isOn}
          onChange={() => change({ proposal: isOn ? null : { reasonCode: first, reason: '' } })}
        />
        {t(W.propose)}
      </label>
      <p class="hint">{t(W.proposeHint)}</p>
      {proposal === null ? null : (
        <>
          <Chips
            label={t(W.why)}
            choices={PROPOSAL_REASONS.map((reason) => ({
              ...{ key: reason, value: reason, text: t(DECISION_REASON_NAMES[reason]) },
            }))}
            chosen={(reasonCode) => proposal.reasonCode === reasonCode}
            onChoose={(reasonCode) => change({ proposal: { ...proposal, reasonCode } })}
          />
          <TextField
            {...{ label: t(W.details), value: proposal.reason, rows: 2, max: 500 }}
            fault={faultOf('proposal')}
            onText={(reason) => change({ proposal: { ...proposal, reason } })}
          />
        </>
      )}
    </div>
  )
}

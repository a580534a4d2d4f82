import { fill } from '../../copy/fill.ts'
import { formatAt, formatNumber, formatOn } from '../../copy/format.ts'
import { marketName } from '../../copy/markets.ts'
import { CODE_STATUS_NAMES } from '../../copy/names.ts'
import { confirmationText } from '../../copy/portal/confirmation-text.ts'
import { FINDING_STATE_NAMES } from '../../copy/portal/findings.ts'
import { INSPECTION_COPY as W } from '../../copy/portal/inspection.ts'
import { SIGNED_PAPER as P } from '../../copy/portal/signed-paper.ts'
import { marketsOf, statusOn } from '../../domain/standing/status-on.ts'
import type { TextPaper } from '../../lib/print/text-paper.ts'
import { toVerdict } from '../scan/verdict.ts'
import { checkedAt, type PaperMade, paperPart } from '../signed-papers/paper-text.ts'
import type { Inspected, InspectedBatch } from './inspect-label.ts'

type Shown = Inspected & {
  readonly around: InspectedBatch
  readonly batch: NonNullable<Inspected['batch']>
}

/** What a paper says of a label or batch that was inspected, as of an instant. */
export function inspectionPaper(shown: Shown, made: PaperMade): TextPaper {
  const { batch, subject, around, filed } = shown
  const title = fill(P.batchTitle, { ref: batch.ref })
  const { areas, sales, runs, exceptions, hasPin, confirmation } = around
  return {
    head: made.authority,
    title,
    foot: fill(P.foot, { title, at: formatAt(made.at, 'vi') }),
    facts: [
      ...(subject === null ? [] : [{ label: W.label.vi, text: subject }]),
      ...(hasPin ? [{ label: W.pin.vi, text: confirmationText(confirmation, 'vi') }] : []),
      { label: W.lot.vi, text: `${batch.lot} · ${batch.ref}` },
      ...productFacts(shown),
    ],
    parts: [
      paperPart(W.reasons.vi, reasonsOf(shown)),
      paperPart(W.codes.vi, codesOf(shown)),
      paperPart(
        W.back.vi,
        areas.map(
          ({ siteName, organisation, households }) =>
            `${siteName} · ${organisation} · ${W.households.vi}: ${formatNumber(households, 'vi')}`,
        ),
      ),
      paperPart(
        W.receivers.vi,
        sales.map(
          ({ buyer, lot, soldOn, quantityKg }) =>
            `${formatOn(soldOn, 'vi')} · ${buyer} · ${lot} · ${formatNumber(quantityKg, 'vi')} kg`,
        ),
      ),
      paperPart(
        W.labels.vi,
        runs.map(
          ({ createdAt, fromSerial, toSerial }) =>
            `${formatAt(createdAt, 'vi')} · ${fromSerial}–${toSerial}`,
        ),
      ),
      paperPart(
        W.exceptions.vi,
        exceptions.map(
          ({ kind, fromSerial, toSerial, effectiveOn, reason }) =>
            `${formatOn(effectiveOn, 'vi')} · ${kind} · ${fromSerial ?? ''}–${toSerial ?? ''} · ${reason ?? ''}`,
        ),
      ),
      paperPart(
        W.findings.vi,
        filed.findings.map(
          ({ foundOn, state, shown: where, text }) =>
            `${formatOn(foundOn, 'vi')} · ${FINDING_STATE_NAMES[state].vi} · ${where}: ${text}`,
        ),
      ),
    ],
    address: checkedAt(made, P.check),
  }
}

function productFacts({ resolution, batch }: Shown) {
  if (resolution?.kind !== 'batch') return []
  const { product, producer, packedOn } = resolution.facts.document.provenance
  return [
    { label: W.product.vi, text: product.name },
    { label: W.producer.vi, text: producer.name },
    { label: W.packedOn.vi, text: formatOn(packedOn, 'vi') },
    { label: W.markets.vi, text: batch.markets.map((each) => marketName(each, 'vi')).join(', ') },
    { label: W.asOf.vi, text: formatAt(resolution.checkedAt, 'vi') },
  ]
}

function reasonsOf({ resolution }: Shown): string[] {
  return resolution === null ? [] : toVerdict(resolution).reasons.map(({ text }) => text.vi)
}

function codesOf({ resolution }: Shown): string[] {
  if (resolution?.kind !== 'batch') return []
  const { facts, today } = resolution
  const { packedOn } = facts.document.provenance
  return facts.codes.flatMap(({ code, events }) =>
    marketsOf(events).map((market) => {
      const [then, now] = [packedOn, today].map((day) => statusOn(events, market, day))
      const name = (status: typeof now) => CODE_STATUS_NAMES[status ?? 'none'].vi
      return `${code} · ${marketName(market, 'vi')} · ${W.whenPacked.vi}: ${name(then)} · ${W.today.vi}: ${name(now)}`
    }),
  )
}

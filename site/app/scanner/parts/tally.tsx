import { FRAME_COPY } from '../../../../worker/copy/app/frame.ts'
import { TALLY_NAMES, SCAN_APP_COPY as W } from '../../../../worker/copy/app/scan.ts'
import { formatAt } from '../../../../worker/copy/format.ts'
import {
  CHECK_RESULTS,
  resultOf,
  tallyOf,
} from '../../../../worker/domain/label-checks/label-check.ts'
import { Button } from '../../parts/button.tsx'
import { useText } from '../../parts/use-text.ts'
import { useAppState } from '../../state/app-context.ts'
import type { KeptCheck } from '../keep/scan-store.ts'
import type { Scanner } from '../session/scanner.ts'

const MOST_SHOWN = 5

/** How many were genuine, stopped, unknown, forged; what was scanned last, and taking it back. */
export function Tally(given: { readonly scanner: Scanner; readonly checks: readonly KeptCheck[] }) {
  const { scanner, checks } = given
  const t = useText()
  if (checks.length === 0) return null
  const tally = tallyOf(checks.map(({ body }) => body))
  const waits = checks.some(({ group }) => group === null)
  return (
    <div class="tally-part">
      <h2>
        {t(W.tally)}: {checks.length}
      </h2>
      <dl class="tally">
        {CHECK_RESULTS.map((result) => (
          <div key={result} class={result} data-count={tally[result]}>
            <dt>{t(TALLY_NAMES[result])}</dt>
            <dd>{tally[result]}</dd>
          </div>
        ))}
      </dl>
      <h2>{t(W.last)}</h2>
      <ul class="rows">
        {checks
          .slice(-MOST_SHOWN)
          .reverse()
          .map((check) => (
            <CheckRow key={check.id} {...{ scanner, check }} />
          ))}
      </ul>
      {waits ? (
        <Button text={W.sendNow} onPress={() => scanner.send()} />
      ) : (
        <Button look="quiet" text={W.newRound} onPress={() => scanner.startAnew()} />
      )}
    </div>
  )
}

function CheckRow({ scanner, check }: { readonly scanner: Scanner; readonly check: KeptCheck }) {
  const t = useText()
  const { lang } = useAppState()
  const { id, title, serial, body, group } = check
  const result = resultOf(body)
  return (
    <li class="row">
      <span>
        <strong>{t(TALLY_NAMES[result])}</strong> · {title}
        {serial === null || serial === 0 ? '' : ` · ${serial}`}
        <br />
        <span class="hint">
          {formatAt(body.checkedAt, lang)} · {t(group === null ? W.waits : W.handed)}
        </span>
      </span>
      {group === null ? (
        <button
          type="button"
          class="text-button"
          aria-label={`${t(W.undo)}: ${title} ${serial ?? ''}`}
          onClick={() => void scanner.undo(id)}
        >
          {t(FRAME_COPY.undo)}
        </button>
      ) : null}
    </li>
  )
}

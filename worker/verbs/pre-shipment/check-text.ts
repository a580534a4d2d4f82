import { fillAll } from '../../copy/fill.ts'
import { inEach } from '../../copy/in-each.ts'
import { marketName } from '../../copy/markets.ts'
import { CHECK_REFUSALS, CHECK_STATE_NAMES } from '../../copy/portal/pre-shipment.ts'
import { saidIn } from '../../domain/market-rules/rule-text.ts'
import type { JudgedCheck } from '../../domain/pre-shipment/judge-checks.ts'
import type { LocalText } from '../../lib/text/local-text.ts'

/** What a check is called. */
export function checkName({ name }: Pick<JudgedCheck, 'name'>): LocalText {
  return inEach((lang) => saidIn(name, lang).text)
}

/** A check with its market, how it stands and whose rule it is, as one sentence. */
export function checkSentence(check: JudgedCheck, way: 'one' | 'told'): LocalText {
  return fillAll(CHECK_REFUSALS[way], {
    check: checkName(check),
    market: inEach((lang) => marketName(check.market, lang)),
    state: CHECK_STATE_NAMES[check.state],
    source: check.source,
  })
}

/** The names of some checks in a row. */
export function checkList(checks: readonly JudgedCheck[]): LocalText {
  return inEach((lang) =>
    checks
      .map((check) => `${checkName(check)[lang]} (${CHECK_STATE_NAMES[check.state][lang]})`)
      .join(', '),
  )
}

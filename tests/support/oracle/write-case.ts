import { implementationTells, oracleTells, type Told } from './compare-standing.ts'
import type { RandomCase } from './random-standing.ts'

/** A case with both answers, to be read by a person. */
export function writeCase(given: RandomCase): string {
  const { facts, runs, asked, today } = given
  const { packedOn, markets, expiresOn } = facts
  const lines = [
    `packed ${packedOn} for ${markets.join(' ')}, asked ${today}, expires ${expiresOn}`,
    `asked: ${asked === null ? 'a typed code' : JSON.stringify(asked)}`,
  ]
  for (const { code, siteId, events } of facts.codes) {
    lines.push(`code ${code} of ${siteId}`)
    for (const { id, market, status, effectiveOn, recordedAt, amends } of events) {
      const correction = amends === null ? '' : ` amends ${amends}`
      lines.push(`  ${id}: ${market} ${status} from ${effectiveOn}, at ${recordedAt}${correction}`)
    }
  }
  for (const run of runs) lines.push(`run ${JSON.stringify(run)}`)
  for (const { text: _, documentNo: __, ...row } of facts.exceptions) {
    lines.push(`exception ${JSON.stringify(row)}`)
  }
  const { preHarvestBreaches, intervalOverride, codeUse, producerSuspendedOn } = facts
  const rest = { preHarvestBreaches, intervalOverride, codeUse, producerSuspendedOn }
  for (const [name, value] of Object.entries(rest)) {
    if (value !== null && JSON.stringify(value) !== '[]') {
      lines.push(`${name} ${JSON.stringify(value)}`)
    }
  }
  lines.push('the oracle says:', ...writeTold(oracleTells(given)))
  lines.push('the implementation says:', ...writeTold(implementationTells(given)))
  return lines.join('\n')
}

function writeTold({ authenticity, standing, markets, reasons }: Told): string[] {
  return [
    `  ${authenticity}, ${standing}, ${markets.join(', ')}`,
    ...reasons.map(
      ({ code, severity, since, market, recordedAt }) =>
        `  ${severity} ${code}@${market} since ${since}, at ${recordedAt}`,
    ),
  ]
}

/**
 * Simulates a year of honest units and of copied labels, and prints as a table how many honest ones
 * the rule of worker/domain/copies would call suspect, and when copies are found. Usage:
 *
 *     node scripts/simulate-copies.ts [CATEGORY] [SEED]
 *
 * Its outcome stands in worker/domain/copies/README.md; run it again before a parameter is changed.
 */
import { runSimulation } from './simulate/run-simulation.ts'

const [category = 'fruit', seed = '2026'] = process.argv.slice(2)
const result = runSimulation({ seed: Number(seed), category, units: 20_000, rolls: 200 })

const percent = (share: number) => `${(share * 100).toFixed(2)} %`
const lines = [
  `| Honest units (${category}, seed ${seed}) | of a million | called suspect |`,
  '| --- | --: | --: |',
  ...result.honest.map(
    ({ name, ofMillion, suspected }) => `| ${name} | ${ofMillion} | ${percent(suspected)} |`,
  ),
  `| **all of a million** | 1000000 | **${percent(result.falseAlarmsOfMillion / 1e6)}** |`,
  '',
  '| Copies | found | median days to the first suspect label |',
  '| --- | --: | --: |',
  ...result.copied.map(
    ({ name, medianDays, found }) =>
      `| ${name} | ${percent(found)} | ${medianDays ?? 'not found'} |`,
  ),
  '',
  `A genuine label is made to look copied in a day by ${result.burnerAddresses} addresses at least.`,
]
process.stdout.write(`${lines.join('\n')}\n`)

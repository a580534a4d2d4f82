import { describe, expect, it } from 'vitest'
import { runSimulation } from '../../../scripts/simulate/run-simulation.ts'

/** Small, and the same each time: the table itself is made by scripts/simulate-copies.ts. */
describe.each(['fruit', 'rice', 'tea'])('a simulated year of %s', (category) => {
  const { honest, falseAlarmsOfMillion, copied, burnerAddresses } = runSimulation({
    ...{ seed: 2_026, category, units: 1_000, rolls: 3 },
  })
  const row = (name: string) => copied.find((one) => one.name.includes(name))

  it('calls less than one honest unit in a thousand suspect', () => {
    expect(falseAlarmsOfMillion).toBeLessThan(1_000)
    const homes = honest.filter(({ name }) => /one person|a family|one mobile/.test(name))
    expect(homes).toHaveLength(3)
    for (const { suspected } of homes) expect(suspected).toBeLessThan(0.001)
  })

  it('finds a roll copied a hundred times in ten provinces, and one label copied by thousands', () => {
    expect(row('the same in ten provinces')?.medianDays).toBeLessThanOrEqual(3)
    expect(row('copied 1,000 times')?.medianDays).toBeLessThanOrEqual(7)
    expect(row('copied 10,000 times')?.medianDays).toBeLessThanOrEqual(2)
  })

  it('lets nobody burn a label from a single household', () => {
    expect(burnerAddresses).toBeGreaterThanOrEqual(4)
  })
})

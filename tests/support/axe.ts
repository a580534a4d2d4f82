import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What is asked of a page: all there is; its colours alone, where the same page was asked for the rest
 * in another size or scheme; or all but its colours, where they were asked in another language or size.
 */
export type Asked = 'all' | 'colours' | 'all but colours' | 'nothing'

const CONTRAST = 'color-contrast'
/** The contrast that sunlight asks for (7:1), which axe does not ask for by itself. */
const SUNLIGHT = 'color-contrast-enhanced'

/** What axe finds wrong with the page as it stands. The page's own policy allows no script; this one is put in from outside. */
export async function accessibilityFaults(
  page: Page,
  asked: Asked = 'all',
  given: { readonly sunlight?: boolean } = {},
): Promise<string[]> {
  if (asked === 'nothing') return []
  // Reading it takes as long as running it; a page that is asked again has it.
  if (await page.evaluate(() => !('axe' in globalThis))) await page.evaluate(AXE)
  const colours = given.sunlight === true ? [CONTRAST, SUNLIGHT] : [CONTRAST]
  return page.evaluate(run, { ...optionsOf(asked, colours), ...ONLY_FAULTS })
}

/** What is right is not written down: on a long list that takes longer than finding what is wrong. */
const ONLY_FAULTS = { resultTypes: ['violations'], preload: false }

function optionsOf(asked: Asked, colours: readonly string[]): object {
  if (asked === 'colours') return { runOnly: { type: 'rule', values: colours } }
  const rules = colours.map((rule) => [rule, { enabled: asked === 'all' }] as const)
  return { rules: Object.fromEntries(rules) }
}

type Axe = {
  readonly run: (options: object) => Promise<{
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
    }[]
  }>
}

/** In the page. */
async function run(options: object): Promise<string[]> {
  const { axe } = globalThis as unknown as { readonly axe: Axe }
  const { violations } = await axe.run(options)
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  )
}

/** How many pixels a page is wider than the window it is in. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

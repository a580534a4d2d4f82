import { SITE_FACT_NAMES } from '../../../domain/sites/site-facts.ts'
import type { SiteInput } from '../../../verbs/sites/site-input.ts'
import { textOf } from './form-text.ts'

/** Rows of crops and treatments beyond these are not looked for. */
const MOST_ROWS = 60

/** The form of a place as its verbs read it: `crops.0.crop`, `details.treeCount` and the rest. */
export function readSiteForm(form: FormData): SiteInput {
  const text = (name: string) => textOf(form, name)
  return {
    name: text('name'),
    commune: text('commune'),
    province: text('province'),
    communeCode: text('communeCode'),
    ...Object.fromEntries(SITE_FACT_NAMES.map((name) => [name, text(name)])),
    details: detailsOf(form),
    crops: rowsOf(form, 'crops').map((row) => ({
      crop: text(`${row}.crop`),
      variety: text(`${row}.variety`),
      plantedAreaHa: text(`${row}.plantedAreaHa`),
    })),
    treatments: rowsOf(form, 'treatments').map((row) => ({
      treatment: text(`${row}.treatment`),
      facilityCode: text(`${row}.facilityCode`),
    })),
  }
}

/** How many rows of a list the form has, blank ones in between included. */
export function rowCount(form: FormData, list: string): number {
  const numbers = [...form.keys()].flatMap((key) => {
    const [name, number] = key.split('.')
    return name === list && /^\d{1,2}$/.test(number ?? '') ? [Number(number) + 1] : []
  })
  return Math.min(MOST_ROWS, Math.max(0, ...numbers))
}

function rowsOf(form: FormData, list: string): string[] {
  return Array.from({ length: rowCount(form, list) }, (_, index) => `${list}.${index}`)
}

function detailsOf(form: FormData): Record<string, string> {
  const names = [...new Set(form.keys())].filter((key) => /^details\.\w{1,40}$/.test(key))
  return Object.fromEntries(
    names.map((name) => [name.slice('details.'.length), textOf(form, name)]),
  )
}

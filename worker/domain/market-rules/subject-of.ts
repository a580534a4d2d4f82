import { foldVietnamese } from '../../lib/text/fold-vietnamese.ts'
import type { PartText } from '../../lib/text/local-text.ts'
import { substanceKeyOf } from '../residues/substance-key.ts'
import type { RuleValue } from './market-rule.ts'

/**
 * What a rule of its kind is about: rules of one kind and subject stand in each other's place. Areas
 * and yields have one subject each.
 */
export function subjectOf(value: RuleValue): string {
  switch (value.kind) {
    case 'residue_limit':
      return substanceKeyOf(wordOf(value.name))
    case 'treatment':
      return value.method
    case 'minimum_area':
    case 'yield_ceiling':
      return ''
    case 'pest':
    case 'packing_mark':
    case 'required_check':
    case 'required_paper':
      return foldVietnamese(wordOf(value.name))
  }
}

function wordOf({ vi, en, zh }: PartText): string {
  return vi ?? en ?? zh ?? ''
}

import {
  type MarketRuleRow,
  readStandingRules,
  storeMarketRules,
} from '../../../db/queries/market-rules.ts'
import { RULE_KIND_NAMES } from '../../copy/portal/market-rule.ts'
import {
  RULE_LIST_FILE,
  RULE_LIST_SHEET,
  RULE_LIST_TITLE,
} from '../../copy/portal/market-rule-list.ts'
import { MARKET_RULES_COPY as W } from '../../copy/portal/market-rules.ts'
import { RULE_LIBRARY } from '../../domain/market-rules/library.ts'
import { columnsOfValue } from '../../domain/market-rules/rule-of-row.ts'
import { subjectOf } from '../../domain/market-rules/subject-of.ts'
import { once } from '../../lib/steps/once.ts'
import { vietnamDateOf } from '../../lib/time/vietnam-date-of.ts'
import { choice } from '../../resources/fields.ts'
import { RULE_CHANGE } from '../../resources/market-rule.ts'
import { listRowOfRule, RULE_LIST } from '../../resources/market-rule-list.ts'
import { fieldsOf, inputOf } from '../../resources/resource.ts'
import { change } from '../change.ts'
import type { Call, VerbContext } from '../context.ts'
import { type ExportedFile, type ExportFormat, listFile } from '../exports/list-file.ts'
import { requireAny, requirePermission } from '../guard/authorise.ts'
import { invalidField, parseInput } from '../guard/parse-input.ts'
import { tooBusy } from '../guard/refusals.ts'
import { listMissing } from '../records/list-refusals.ts'
import type { Texts } from '../records/save-record.ts'
import {
  type HandedList,
  type ListLook,
  MOST_LISTED,
  readTypedList,
} from '../records/typed-list.ts'
import { makeRuleRow } from './make-rule-row.ts'

/** More than officers keep; a list of them all holds so many. */
const MOST_RULES = 10_000

/** What a row says beside the form of its kind. */
const ROW = {
  fields: {
    kind: choice({ label: W.kind, choices: RULE_KIND_NAMES }),
    isLifted: RULE_CHANGE.fields.isLifted,
  },
}

/** What a list of rules would add; nothing is stored. */
export async function lookAtRules(
  ctx: VerbContext,
  list: HandedList,
): Promise<ListLook<Readonly<Record<string, string | null>>>> {
  const look = await readRules(ctx, list)
  return { ...look, added: look.added.map(listRowOfRule) }
}

/** Stores the new rules of a list, all of them or none. */
export async function saveRules(
  ctx: VerbContext,
  list: HandedList,
): Promise<{ readonly count: number }> {
  const { added } = await readRules(ctx, list)
  if (added.length === 0) throw listMissing(list.field)
  const receipt = { count: added.length }
  return change(ctx, {
    may: 'market_rules.write',
    target: null,
    statements: storeMarketRules(
      ctx.db,
      added.map((row) => ({ row, corrects: null })),
    ),
    audit: {
      action: 'market_rule.import',
      entityId: 'all',
      after: {
        rules: added.length,
        crops: distinct(added, 'crop'),
        markets: distinct(added, 'market'),
      },
    },
    // Somebody wrote one of them meanwhile: looked at again, the list says which.
    taken: tooBusy,
    receipt,
  })
}

async function readRules(ctx: VerbContext, list: HandedList): Promise<ListLook<MarketRuleRow>> {
  requirePermission(ctx, 'market_rules.write', null)
  const known = new Map(
    (await readStandingRules(ctx.db, MOST_RULES)).map((row) => [keyOf(row), row]),
  )
  const described = { described: RULE_LIST, id: 'market-rules', title: RULE_LIST_TITLE }
  return readTypedList<MarketRuleRow>(ctx, described, {
    ...list,
    read: (texts) => {
      const row = rowOf(ctx, texts)
      const there = known.get(keyOf(row))
      if (there !== undefined && contentOf(there) === contentOf(row)) return null
      if (there !== undefined) throw invalidField('validFrom', W.alreadyThere)
      known.set(keyOf(row), row)
      return row
    },
  })
}

function rowOf(ctx: VerbContext, texts: Texts): MarketRuleRow {
  const { kind, isLifted } = parseInput(inputOf(ROW), texts)
  return { ...makeRuleRow(ctx, kind, texts), isLifted }
}

/** All rules that stand, shipped ones too where nobody wrote over them, as a list that can be read back. */
export async function exportRules({
  ctx,
  input,
}: Call<{ readonly format: ExportFormat }>): Promise<ExportedFile> {
  requireAny(ctx, 'portal.use')
  const columns = fieldsOf(RULE_LIST).map(([name, { sheet }]) => ({
    heading: sheet?.heading ?? name,
    width: 20,
    cell: (row: ReturnType<typeof listRowOfRule>) => row[name] ?? null,
  }))
  const rows = await readStandingRules(ctx.db, MOST_RULES)
  return listFile({
    name: `${RULE_LIST_FILE}-${vietnamDateOf(ctx.now())}`,
    ...{ format: input.format, sheetName: RULE_LIST_SHEET, columns },
    rows: once([...rows, ...shippedRows()].map(listRowOfRule)),
  })
}

/** Shipped rules as rows, but for those whose day is not known, which a list could not read back. */
function shippedRows(): MarketRuleRow[] {
  return RULE_LIBRARY.flatMap((rule) => {
    const { id, crop, market, validFrom, validTo, source, isDoubtful, isLifted } = rule
    if (validFrom === null) return []
    return [
      {
        ...columnsOfValue(rule.value),
        ...{ id, crop, market, validFrom, validTo, source, isDoubtful, isLifted },
        subject: subjectOf(rule.value),
        note: rule.note?.vi ?? null,
        ...{ reason: null, replacedBy: null, actor: '', createdAt: 0 },
      },
    ]
  })
}

function keyOf({ crop, market, kind, subject, validFrom }: MarketRuleRow): string {
  return JSON.stringify([crop, market, kind, subject, validFrom])
}

function contentOf(row: MarketRuleRow): string {
  return JSON.stringify(listRowOfRule(row))
}

function distinct(rows: readonly MarketRuleRow[], name: 'crop' | 'market'): string[] {
  return [...new Set(rows.map((row) => row[name]))].slice(0, MOST_LISTED)
}

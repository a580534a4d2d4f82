import type { PatternItem } from '../../../../db/queries/patterns.ts'
import type { TableCell } from '../../../../site/models/portal-common.ts'
import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { patternFigures } from '../../../copy/portal/pattern-figures.ts'
import {
  PATTERN_KIND_NAMES,
  PATTERN_STATE_NAMES,
  PATTERNS_COPY as W,
} from '../../../copy/portal/patterns.ts'
import { PATTERN_STATES, type PatternState } from '../../../domain/patterns/kinds.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { vietnamDateOf } from '../../../lib/time/vietnam-date-of.ts'
import { formInputs } from '../../../resources/form.ts'
import {
  DISMISSAL,
  dismissPattern,
  PATTERN_CASE,
  patternToCase,
} from '../../../verbs/patterns/decide-pattern.ts'
import { openPattern, readPatterns } from '../../../verbs/patterns/read-patterns.ts'
import { actOnce } from '../act-once.ts'
import { casePath } from '../cases/case-path.ts'
import { doneOf } from '../done-of.ts'
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import { pagingOf } from '../paging-of.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { showPortalPage } from '../show-portal-page.ts'
import { PATTERNS_PATH as PATH, patternPath, showPattern } from './show-pattern.ts'

const PAGE_SIZE = 50

/**
 * Officers on what is conspicuous in the use of codes: listed, explained, dismissed or made a case
 * of.
 */
export const patternRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: PATH, may: 'patterns.read', handle: showList },
  { method: 'GET', path: `${PATH}/:id`, may: 'patterns.read', handle: showPattern },
  ...decision({
    at: 'dismiss',
    title: W.dismissTitle,
    note: W.dismissNote,
    save: W.dismiss,
    described: DISMISSAL,
    act: async (portal, id) => {
      await dismissPattern({ ctx: portal.ctx, input: { id, texts: typedValues(portal.form) } })
      return `${PATH}?done=dismissedNow`
    },
  }),
  ...decision({
    at: 'case',
    title: W.caseTitle,
    note: W.caseNote,
    save: W.openCase,
    described: PATTERN_CASE,
    act: async (portal, id) => {
      const texts = typedValues(portal.form)
      const { caseId } = await actOnce(portal, (ctx) =>
        patternToCase({ ctx, input: { id, texts } }),
      )
      return `${casePath(caseId)}?done=created`
    },
  }),
]

function decision(given: {
  readonly at: 'dismiss' | 'case'
  readonly title: typeof W.dismissTitle | typeof W.caseTitle
  readonly note: typeof W.dismissNote | typeof W.caseNote
  readonly save: typeof W.dismiss | typeof W.openCase
  readonly described: { readonly fields: object }
  readonly act: (portal: Portal, id: string) => Promise<string>
}): readonly PortalRoute[] {
  const { at, title, note, save, described, act } = given
  return formRoute({
    path: `${PATH}/:id/${at}`,
    may: 'cases.write',
    load: async ({ ctx, param }) => (await openPattern(ctx, param('id'), 'cases.write')).row,
    values: () => ({}),
    stamp: ({ version }) => ({ expected: String(version) }),
    act: (portal, { id }) => act(portal, id),
    page: ({ lang }, { loaded, form }) => ({
      kind: 'portal/record',
      title: fill(title[lang], { shown: loaded.shown }),
      facts: [
        { label: W.kind[lang], text: PATTERN_KIND_NAMES[loaded.kind][lang] },
        { label: W.figures[lang], text: patternFigures(loaded, lang) },
      ],
      note: note[lang],
      id: null,
      action: `${patternPath(loaded.id)}/${at}`,
      backHref: patternPath(loaded.id),
      save: save[lang],
      hidden: ['expected'],
      inputs: formInputs(described, { lang }),
      form,
    }),
  })
}

/** `GET /portal/patterns?state=&cursor=`. */
async function showList(portal: Portal): Promise<Response> {
  const { c, ctx, lang } = portal
  const state = PATTERN_STATES.find((each) => each === c.req.query('state')) ?? 'open'
  const { rows, nextCursor } = await readPatterns(ctx, {
    ...{ state, kind: null },
    cursor: c.req.query('cursor') ?? null,
    limit: PAGE_SIZE,
  })
  return showPortalPage(portal, {
    kind: 'portal/records',
    adding: null,
    title: W.title[lang],
    lead: W.lead[lang],
    empty: W.empty[lang],
    columns: [W.what, W.kind, W.figures, W.changed].map((name) => name[lang]),
    rows: rows.map((row) => cellsOf(row, lang)),
    done: doneOf(portal, { dismissedNow: W.dismissedNow }),
    filters: PATTERN_STATES.map((each) => ({
      href: hrefOf(each),
      text: PATTERN_STATE_NAMES[each][lang],
      current: each === state,
    })),
    paging: pagingOf(c, { path: PATH, kept: ['state'], nextCursor }),
  })
}

function hrefOf(state: PatternState): string {
  return state === 'open' ? PATH : `${PATH}?state=${state}`
}

function cellsOf(row: PatternItem, lang: Language): TableCell[] {
  const { id, shown, kind, siteName, changedAt } = row
  return [
    { text: shown, href: patternPath(id), small: siteName },
    { text: PATTERN_KIND_NAMES[kind][lang] },
    { text: patternFigures(row, lang) },
    { text: formatOn(vietnamDateOf(changedAt), lang) },
  ]
}

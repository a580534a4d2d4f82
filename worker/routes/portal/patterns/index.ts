import { fill } from '../../../copy/fill.ts'
import { formatOn } from '../../../copy/format.ts'
import { patternFigures } from '../../../copy/portal/pattern-figures.ts'
import {
  PATTERN_KIND_NAMES,
  PATTERN_STATE_NAMES,
  PATTERNS_COPY as W,
} from '../../../copy/portal/patterns.ts'
import { PATTERN_STATES } from '../../../domain/patterns/kinds.ts'
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
import { formRoute } from '../form-route.ts'
import { typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { chipsOf, pageAsked, showListPage } from '../show-list-page.ts'
import { column } from '../table-of.ts'
import { PATTERNS_PATH as PATH, patternPath, showPattern } from './show-pattern.ts'

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
    load: async ({ ctx, c }) =>
      (await openPattern(ctx, c.req.param('id') ?? '', 'cases.write')).row,
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
  return showListPage(
    portal,
    await readPatterns(ctx, { state, kind: null, ...pageAsked(portal) }),
    {
      words: W,
      columns: [
        column(W.what, (row) => ({
          text: row.shown,
          href: patternPath(row.id),
          small: row.siteName,
        })),
        column(W.kind, ({ kind }) => PATTERN_KIND_NAMES[kind]),
        column(W.figures, (row) => patternFigures(row, lang)),
        column(W.changed, ({ changedAt }) => formatOn(vietnamDateOf(changedAt), lang)),
      ],
      done: { dismissedNow: W.dismissedNow },
      filters: chipsOf(PATTERN_STATES, {
        path: PATH,
        bare: 'open',
        names: PATTERN_STATE_NAMES,
        now: state,
      }),
      at: { path: PATH, kept: ['state'] },
    },
  )
}

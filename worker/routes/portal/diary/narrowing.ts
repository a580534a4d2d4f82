import type { DiaryNarrowing } from '../../../../db/queries/diary-entries.ts'
import type { RecordListModel } from '../../../../site/models/records.ts'
import { DIARY_KINDS, isDiaryKind } from '../../../copy/diary.ts'
import { DIARY_ENTRIES_COPY as W } from '../../../copy/portal/diary-entries.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import type { FormInput } from '../../../resources/form-input.ts'
import type { Portal } from '../portal-route.ts'

/** What an address narrows the diary by; what it says of no kind we know narrows nothing. */
export function askedNarrowing({ c }: Pick<Portal, 'c'>): DiaryNarrowing {
  const kind = c.req.query('kind') ?? ''
  return {
    kind: isDiaryKind(kind) ? kind : undefined,
    householdId: c.req.query('household') || undefined,
    seasonId: c.req.query('season') || undefined,
  }
}

/** The questions the list is narrowed by; places only for who has some of their own. */
export function narrowingOf(shown: {
  readonly asked: DiaryNarrowing & { readonly site: string | undefined }
  readonly sites: readonly { readonly id: string; readonly name: string }[]
  readonly lang: Language
}): Omit<NonNullable<RecordListModel['narrowing']>, 'action'> {
  const { asked, sites, lang } = shown
  const kinds = Object.entries(DIARY_KINDS).map(([value, { name }]) => ({
    ...{ value, text: name[lang] },
  }))
  const choices = sites.map(({ id, name }) => ({ value: id, text: name }))
  const inputs: FormInput[] = [
    ...(choices.length < 2 && asked.site === undefined
      ? []
      : [
          {
            ...{ name: 'site', label: W.filterSite[lang], type: 'select' as const },
            choices,
          },
        ]),
    { name: 'kind', label: W.filterKind[lang], type: 'select', choices: kinds },
  ]
  const values = { site: asked.site ?? '', kind: asked.kind ?? '' }
  return {
    inputs,
    form: { values, errors: {}, problem: null },
    active: [asked.kind, asked.householdId, asked.seasonId].some((part) => part !== undefined),
  }
}

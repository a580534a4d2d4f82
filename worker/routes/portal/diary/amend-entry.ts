import { DIARY_KINDS } from '../../../copy/diary.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { DIARY_COPY } from '../../../copy/portal/diary.ts'
import { DIARY_ENTRIES_COPY as W } from '../../../copy/portal/diary-entries.ts'
import { regionOfProvince } from '../../../domain/diary/measures/region-of-province.ts'
import { type AmendForm, openAmendForm } from '../../../verbs/diary/open-amend-form.ts'
import { recordCorrection } from '../../../verbs/diary/record-correction.ts'
import { ownPhotos } from '../../../verbs/diary/typed-photos.ts'
import { actOnce } from '../act-once.ts'
import { formRoute } from '../form-route.ts'
import { confirmedIn, typedValues } from '../form-view.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { DIARY_PATH, entryPath } from './diary-path.ts'
import {
  entryInputs,
  entryTexts,
  householdChoices,
  typedEntryValues,
  typedHouseholds,
} from './entry-form.ts'
import { storedId } from './new-entry.ts'
import { PHOTO_FORM_BYTES, photoField, typedPhoto } from './photo-field.ts'

/** Correcting an entry in the form of its kind, and taking one back. */
export const amendRoutes: readonly PortalRoute[] = [
  ...formRoute<AmendForm>({
    path: `${DIARY_PATH}/:id/amend`,
    may: 'diary.write',
    maxBytes: PHOTO_FORM_BYTES,
    load: ({ param, ctx }) => openAmendForm(ctx, param('id')),
    values: ({ entry, kind, named }) => ({
      ...entryTexts(kind, {
        values: entry.entered ?? {},
        region: regionOfProvince(entry.provinceCode),
      }),
      happenedOn: entry.occurredOn,
      householdIds: named.map(({ id }) => id).join('\n'),
    }),
    act: amend,
    page: ({ lang }, { loaded, form }) => {
      const { entry, kind, households } = loaded
      const inputs = entryInputs(kind, { lang, households: householdChoices(households) })
      return {
        ...pageOf(loaded, lang),
        title: `${W.change[lang]}: ${DIARY_KINDS[kind].name[lang]}`,
        note: DIARY_COPY.correctNote[lang],
        action: `${entryPath(entry.id)}/amend`,
        save: DIARY_COPY.save[lang],
        file: photoField(lang),
        inputs: [...inputs.filter(({ name }) => name !== 'onBehalfOf'), reasonInput(lang)],
        form,
      }
    },
  }),
  ...formRoute<AmendForm>({
    path: `${DIARY_PATH}/:id/take-back`,
    may: 'diary.write',
    load: ({ param, ctx }) => openAmendForm(ctx, param('id')),
    values: () => ({}),
    act: takeBack,
    page: ({ lang }, { loaded, form }) => ({
      ...pageOf(loaded, lang),
      title: W.takeBackTitle[lang],
      note: W.takeBackNote[lang],
      action: `${entryPath(loaded.entry.id)}/take-back`,
      save: W.takeBack[lang],
      inputs: [reasonInput(lang)],
      form,
    }),
  }),
]

async function amend(portal: Portal, { entry, kind, photos }: AmendForm): Promise<string> {
  const texts = typedValues(portal.form)
  const more = await typedPhoto(portal)
  const { id } = await send(portal, {
    entryId: entry.id,
    reason: texts['reason'] ?? '',
    occurredOn: texts['happenedOn'] ?? '',
    values: typedEntryValues(kind, texts),
    householdIds: typedHouseholds(texts),
    photos: [...photos.map(({ sha256 }) => sha256), ...more],
    confirm: confirmedIn(texts),
  })
  return `${entryPath(id)}?done=corrected`
}

async function takeBack(portal: Portal, { entry }: AmendForm): Promise<string> {
  const reason = typedValues(portal.form)['reason'] ?? ''
  await send(portal, { entryId: entry.id, reason, takeBack: true })
  return `${entryPath(entry.id)}?done=takenBackDone`
}

function send(portal: Portal, body: object): Promise<{ readonly id: string }> {
  return actOnce(portal, async (ctx) => {
    const made = await recordCorrection({
      ctx,
      photos: ownPhotos(ctx),
      envelope: {
        ...{ id: ctx.newId(), v: null, via: 'portal', madeAt: null, clock: null },
        ...{ happenedOn: '', body },
      },
    })
    return storedId(made)
  })
}

function reasonInput(lang: Portal['lang']) {
  return {
    ...{ name: 'reason', label: DIARY_COPY.reason[lang], hint: DIARY_COPY.reasonHint[lang] },
    ...{ required: true, maxlength: 500 },
  }
}

function pageOf({ entry }: AmendForm, lang: Portal['lang']) {
  return {
    kind: 'portal/record' as const,
    facts: [
      { label: W.place[lang], text: entry.siteName },
      { label: W.day[lang], text: formatOn(entry.occurredOn, lang) },
      { label: DIARY_COPY.work[lang], text: entry.summary },
      { label: W.recordedAt[lang], text: formatAt(entry.recordedAt, lang) },
    ],
    id: null,
    backHref: entryPath(entry.id),
  }
}

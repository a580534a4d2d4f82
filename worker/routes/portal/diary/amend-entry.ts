import { DIARY_KINDS } from '../../../copy/diary.ts'
import { formatAt, formatOn } from '../../../copy/format.ts'
import { DIARY_COPY } from '../../../copy/portal/diary.ts'
import { DIARY_ENTRIES_COPY as W } from '../../../copy/portal/diary-entries.ts'
import { regionOfProvince } from '../../../domain/diary/measures/region-of-province.ts'
import type { Language } from '../../../lib/text/local-text.ts'
import { type AmendForm, openAmendForm } from '../../../verbs/diary/open-amend-form.ts'
import { recordCorrection } from '../../../verbs/diary/record-correction.ts'
import { ownPhotos } from '../../../verbs/diary/typed-photos.ts'
import { actOnce } from '../act-once.ts'
import type { Portal, PortalRoute } from '../portal-route.ts'
import { recordForm, type Sent } from '../record-form.ts'
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
  ...recordForm({
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
    back: ({ entry }) => entryPath(entry.id),
    done: ({ id }) => `${entryPath(id)}?done=corrected`,
    page: ({ lang }, { loaded: { entry, kind, households } }) => {
      const inputs = entryInputs(kind, { lang, households: householdChoices(households) })
      return {
        title: `${W.change[lang]}: ${DIARY_KINDS[kind].name[lang]}`,
        facts: factsOf(entry, lang),
        note: DIARY_COPY.correctNote[lang],
        save: DIARY_COPY.save[lang],
        file: photoField(lang),
        inputs: [...inputs.filter(({ name }) => name !== 'onBehalfOf'), reasonInput(lang)],
      }
    },
  }),
  ...recordForm({
    path: `${DIARY_PATH}/:id/take-back`,
    may: 'diary.write',
    load: ({ param, ctx }) => openAmendForm(ctx, param('id')),
    act: (sent, { entry }) => {
      const reason = sent.texts['reason'] ?? ''
      return send(sent, { entryId: entry.id, reason, takeBack: true })
    },
    back: ({ entry }) => entryPath(entry.id),
    done: 'takenBackDone',
    page: ({ lang }, { loaded: { entry } }) => ({
      title: W.takeBackTitle[lang],
      facts: factsOf(entry, lang),
      note: W.takeBackNote[lang],
      save: W.takeBack[lang],
      inputs: [reasonInput(lang)],
    }),
  }),
]

async function amend(sent: Sent, { entry, kind, photos }: AmendForm) {
  const { texts } = sent
  const more = await typedPhoto(sent)
  return send(sent, {
    entryId: entry.id,
    reason: texts['reason'] ?? '',
    occurredOn: texts['happenedOn'] ?? '',
    values: typedEntryValues(kind, texts),
    householdIds: typedHouseholds(texts),
    photos: [...photos.map(({ sha256 }) => sha256), ...more],
    confirm: sent.confirmed,
  })
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

function reasonInput(lang: Language) {
  return {
    ...{ name: 'reason', label: DIARY_COPY.reason[lang], hint: DIARY_COPY.reasonHint[lang] },
    ...{ required: true, maxlength: 500 },
  }
}

function factsOf(entry: AmendForm['entry'], lang: Language) {
  return [
    { label: W.place[lang], text: entry.siteName },
    { label: W.day[lang], text: formatOn(entry.occurredOn, lang) },
    { label: DIARY_COPY.work[lang], text: entry.summary },
    { label: W.recordedAt[lang], text: formatAt(entry.recordedAt, lang) },
  ]
}

import type { BatchSources } from '../../../db/queries/batch-source-rows.ts'
import type { DocumentTold } from '../../domain/standing/batch-document.ts'
import { mayBeNamed } from './public-names.ts'

/** What pages for shoppers tell of a batch beside its provenance; nobody is named who has not agreed. */
export function toldOf({ batch, codes }: BatchSources): DocumentTold {
  const isNamed = mayBeNamed(batch)
  const area = codes.find(({ slot }) => slot === 'growing_area')
  const { categoryVi: vi, categoryEn: en, categoryZh: zh } = batch
  return {
    productId: batch.productId,
    producerId: isNamed ? batch.organisationId : null,
    category:
      vi === null ? null : { vi, ...(en === null ? {} : { en }), ...(zh === null ? {} : { zh }) },
    hours: isNamed ? batch.hotlineHours : null,
    story: isNamed ? batch.story : null,
    people: batch.peopleConsentOn === null ? null : batch.people,
    place: {
      provinceCode: area?.provinceCode ?? batch.orgProvinceCode,
      communeCode: area === undefined ? batch.orgCommuneCode : area.communeCode,
    },
    point: pointOf(area),
  }
}

function pointOf(area: BatchSources['codes'][number] | undefined): DocumentTold['point'] {
  if (area === undefined || area.lat === null || area.lng === null) return null
  return { lat: area.lat, lng: area.lng }
}

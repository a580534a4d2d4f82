import { ORIGIN_ABROAD } from '../../copy/label-abroad.ts'
import { netContentText } from '../../copy/net-content-text.ts'
import type { PrintSubject } from '../../lib/print/index.ts'
import type { Reprint } from './reprint.ts'

/** What is printed beside the code: the declaration of the batch, and what the law wants on a pack. */
export function printSubject({
  run,
  document,
  logo,
  wordings,
  sample = false,
}: Pick<Reprint, 'run' | 'document' | 'logo' | 'wordings'> & {
  readonly sample?: boolean
}): PrintSubject {
  const { provenance, pack, hotline, demo } = document
  const { product, producer, ref, lot, packedOn, expiresOn, markets } = provenance
  const { ocop } = product
  const netContent = pack?.netContent ?? null
  return {
    productName: product.name,
    producerName: producer.name,
    logo,
    ...{ ref, lot, packedOn, expiresOn, demo, sample },
    netContent:
      netContent === null
        ? null
        : netContentText(
            { netContentValue: netContent.value, netContentUnit: netContent.unit },
            'vi',
          ),
    address: producer.address,
    phone: hotline,
    origin:
      [producer.commune, producer.province].filter((part) => part !== null).join(', ') || null,
    // As won only where it held on the day of packing.
    ocopStars: ocop?.validWhenPacked === true ? ocop.stars : null,
    mark: pack?.mark ?? null,
    abroad: abroadOf(markets, wordings),
    profile: run.profile,
    gtin: product.gtin,
    growingAreas: document.growingAreas.map(({ code }) => code),
    packingHouse: document.packingHouse?.code ?? null,
    kid: run.kid,
    hasPin: run.hasPin,
  }
}

/** What a market's own rule says word for word stands in place of the usual words that it holds. */
function abroadOf(markets: readonly string[], wordings: readonly string[]): readonly string[] {
  const usual = [...new Set(markets.flatMap((market) => ORIGIN_ABROAD[market] ?? []))]
  return [...usual.filter((text) => !wordings.some((own) => own.includes(text))), ...wordings]
}

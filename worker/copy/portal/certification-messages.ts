import type { CertificationKind } from '../../domain/certifications/kinds.ts'
import type { LocalText } from '../../lib/text/local-text.ts'
import { asSentence } from '../as-sentence.ts'
import { fillAll } from '../fill.ts'
import { formatOn } from '../format.ts'
import { inEach } from '../in-each.ts'
import { CERTIFICATION_KIND_NAMES } from './certification.ts'

type About = {
  readonly kind: CertificationKind
  readonly number: string | null
  readonly organisation: string
}

type Told = { readonly title: LocalText; readonly body: LocalText }

/** What a certification goes by: its kind and number. */
export function certificationName({ kind, number }: Pick<About, 'kind' | 'number'>): LocalText {
  const name = CERTIFICATION_KIND_NAMES[kind]
  return number === null ? name : inEach((lang) => `${name[lang]} ${number}`)
}

/** Tells its holder what an officer decided; without a reason it was confirmed. */
export function certificationDecided(about: About & { readonly reason: string | null }): Told {
  const name = certificationName(about)
  const { reason } = about
  return reason === null
    ? { title: fillAll(DECIDED.confirmed, { name }), body: DECIDED.confirmedBody }
    : {
        title: fillAll(DECIDED.refused, { name }),
        body: fillAll(DECIDED.refusedBody, {
          reason: inEach((lang) => asSentence(reason, lang)),
        }),
      }
}

/** Reminds a side that one runs out. */
export function certificationRunsOut(
  about: About & { readonly expiresOn: string; readonly daysLeft: number },
): Told {
  const { organisation, expiresOn, daysLeft } = about
  const name = certificationName(about)
  const date = inEach((lang) => formatOn(expiresOn, lang))
  return {
    title: fillAll(RUNS_OUT.title, { name, days: daysLeft }),
    body: fillAll(RUNS_OUT.body, { name, organisation, date }),
  }
}

const DECIDED = {
  confirmed: {
    vi: 'Đã xác nhận {name}',
    en: '{name} is confirmed',
    zh: '{name} 已确认',
  },
  confirmedBody: {
    vi: 'Cán bộ địa bàn đã xác nhận. Trang tem ghi chứng nhận này là đã được kiểm tra.',
    en: 'The officer of the area has confirmed it. The label page shows it as checked.',
    zh: '辖区主管人员已确认，标签页面将显示为已核查。',
  },
  refused: {
    vi: 'Chưa xác nhận {name}',
    en: '{name} was not confirmed',
    zh: '{name} 未予确认',
  },
  refusedBody: {
    vi: 'Lý do: {reason} Hãy sửa rồi khai lại.',
    en: 'Reason: {reason} Mend it and declare it again.',
    zh: '原因：{reason} 请修改后重新申报。',
  },
} as const satisfies Record<string, LocalText>

const RUNS_OUT = {
  title: {
    vi: '{name} còn {days} ngày là hết hạn',
    en: '{name} runs out in {days} days',
    zh: '{name} 将在 {days} 天后到期',
  },
  body: {
    vi: '{name} của {organisation} có hiệu lực đến hết ngày {date}. Hãy gia hạn và khai giấy mới trước ngày đó; sau ngày đó hàng đóng gói không còn được ghi chứng nhận này.',
    en: '{name} of {organisation} is valid until {date}. Renew it and declare the new one before then; goods packed later no longer carry it.',
    zh: '{organisation} 的 {name} 有效期至{date}。请在此之前续期并申报新证书；之后包装的货物将不再显示该认证。',
  },
} as const satisfies Record<string, LocalText>

import { formatOn } from '../../../worker/copy/format.ts'
import { bringLines, VISITS_COPY, visitLines } from '../../../worker/copy/visits.ts'
import { geoUri, whatToBring } from '../../../worker/domain/monitoring/day-of-visits.ts'
import type { KitVisit } from '../../../worker/domain/monitoring/kit-visit.ts'
import { routeOrder } from '../../../worker/domain/monitoring/route-order.ts'
import type { DeviceAccount } from '../device/device.ts'
import { useText } from '../parts/use-text.ts'
import { useApp, useAppState } from '../state/app-context.ts'
import { todayOf } from '../state/today-of.ts'

/** The visits of today in the order of their way, then those of the days to come; all from the phone. */
export function Visits({ account }: { readonly account: DeviceAccount }) {
  const t = useText()
  const { lang } = useAppState()
  const today = todayOf(useApp())
  const all = account.kit.visits ?? []
  const now = routeOrder(all.filter(({ plannedOn }) => plannedOn <= today))
  const later = all.filter(({ plannedOn }) => plannedOn > today)
  const days = [...new Set(later.map(({ plannedOn }) => plannedOn))].sort()
  return (
    <section>
      <h1>{t(VISITS_COPY.today)}</h1>
      {now.length === 0 ? (
        <p class="line">{t(VISITS_COPY.none)}</p>
      ) : (
        <>
          <p>
            {t(VISITS_COPY.bring)}: {bringLines(whatToBring(now), lang).join('; ')}.
          </p>
          <Stops visits={now} today={today} />
        </>
      )}
      {days.length === 0 ? null : <h2>{t(VISITS_COPY.ahead)}</h2>}
      {days.map((day) => (
        <div key={day}>
          <h3>{formatOn(day, lang)}</h3>
          <Stops
            visits={routeOrder(later.filter(({ plannedOn }) => plannedOn === day))}
            today={today}
          />
        </div>
      ))}
    </section>
  )
}

function Stops({
  visits,
  today,
}: {
  readonly visits: readonly KitVisit[]
  readonly today: string
}) {
  const t = useText()
  const { lang } = useAppState()
  return (
    <ol class="rows">
      {visits.map((visit) => (
        <li key={visit.id} class="card">
          <p>
            <strong>{visit.site}</strong> {visit.codes.join(', ')}
          </p>
          <p>
            {[visit.holder, visit.hamlet, visit.commune]
              .filter((part) => part !== null && part !== '')
              .join(' · ')}
          </p>
          <ul>
            {visitLines(visit, { lang, today }).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {visit.point === null ? (
            <p>{t(VISITS_COPY.noPoint)}</p>
          ) : (
            <a class="row" href={geoUri(visit.point)}>
              {t(VISITS_COPY.map)}
            </a>
          )}
        </li>
      ))}
    </ol>
  )
}

import type { Point } from '../../../worker/domain/inspections/answers.ts'

const PATIENCE_MS = 20_000

/** Where this phone is; null where it does not say. */
export function findPosition(): Promise<Point | null> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve({ latitude, longitude, accuracyM: Math.min(Math.round(accuracy), 1_000_000) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 60_000 },
    )
  })
}

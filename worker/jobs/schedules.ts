/** When work that nobody asks for is done, as in wrangler.toml; where there is no cron, a timer. */
export const SCHEDULES = {
  /** 02:10 in Viet Nam. */
  daily: '10 19 * * *',
  letters: '*/5 * * * *',
  jobs: '* * * * *',
} as const

export type Schedule = keyof typeof SCHEDULES

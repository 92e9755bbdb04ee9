/**
 * What Cloudflare's clock does for a deployed worker: knocks at the `scheduled` door of a local one. Resolves when the
 * jobs are done.
 * https://developers.cloudflare.com/workers/configuration/cron-triggers/#test-cron-triggers-locally
 */
export const knock = async (origin: string): Promise<boolean> => (await fetch(`${origin}/cdn-cgi/handler/scheduled`)).ok

/** Every minute, until what it returns is called. */
export const knockEveryMinute = (origin: string): (() => void) => {
  const timer = setInterval(() => void knock(origin).catch(() => undefined), 60_000)
  timer.unref()
  return () => clearInterval(timer)
}

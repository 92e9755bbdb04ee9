/** Whether somebody waits for bytes. */
export type Demand = {
  /** Resolves when somebody waits for what is not there yet; false when nobody will any more. */
  readonly awaited: () => Promise<boolean>
  /** Somebody waits as long as this takes. */
  readonly during: <Result>(taking: () => Promise<Result>) => Promise<Result>
  readonly end: () => void
}

/**
 * Between a source and a consumer with a stream in between that holds nothing back: the compression of workerd takes
 * whatever it is given at once, so that a slow client would have the whole list wait in memory.
 */
export const newDemand = (): Demand => {
  let state: 'idle' | 'wanted' | 'ended' = 'idle'
  let wake = () => {}
  const become = (next: 'wanted' | 'ended') => {
    state = next
    wake()
  }
  return {
    awaited: async () => {
      for (;;) {
        if (state === 'idle') await new Promise<void>(resolve => (wake = resolve))
        await inAMoment()
        if (state !== 'idle') return state === 'wanted'
      }
    },
    during: async taking => {
      become('wanted')
      const result = await taking()
      state = 'idle'
      return result
    },
    end: () => become('ended'),
  }
}

/** What lies ready is taken before that: whoever still waits then waits for more. */
const inAMoment = () => new Promise<void>(resolve => setTimeout(resolve))

/** The pages, each only when somebody waits for it. */
export async function* onDemand<Page>(pages: AsyncIterable<Page>, { awaited }: Demand): AsyncGenerator<Page> {
  for await (const page of pages) {
    if (!(await awaited())) return
    yield page
  }
}

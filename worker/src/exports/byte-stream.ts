/**
 * Texts or bytes as the body of an answer. The next is asked for when the last has been taken; a client that hangs up
 * ends the asking and nothing else. What is thrown on the way is told to `onFault`, and the body breaks off: its words,
 * which may be a person's, go no further.
 */
export const byteStream = (
  parts: AsyncIterator<string | Uint8Array>,
  onFault: (fault: unknown) => void,
): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      pull: async controller => {
        try {
          const { done, value } = await parts.next()
          if (done) controller.close()
          else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
        } catch (fault) {
          onFault(fault)
          controller.error(new Error('The list broke off'))
        }
      },
      cancel: async () => {
        await parts.return?.()
      },
    },
    { highWaterMark: 0 },
  )
}

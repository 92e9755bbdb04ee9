/** Rows that were read together, and where the next ones begin; undefined after the last. */
export type Page<Row, Position> = { readonly rows: readonly Row[]; readonly next: Position | undefined }

/**
 * All pages one after the other; while one is being written, the next is being read. Whoever stops reading them stops
 * the asking. A page that turned out to be empty is none.
 */
export async function* pagesOf<Row, Position>(
  read: (after: Position) => Promise<Page<Row, Position>>,
  first: Page<Row, Position>,
): AsyncGenerator<readonly Row[]> {
  for (let page = first; ;) {
    const coming = page.next === undefined ? undefined : ahead(read(page.next))
    if (page.rows.length > 0) yield page.rows
    if (!coming) return
    page = await coming
  }
}

/** A failure counts when the page is wanted, and not at all when nobody wants it any more. */
const ahead = <Result>(promise: Promise<Result>): Promise<Result> => {
  promise.catch(() => {})
  return promise
}

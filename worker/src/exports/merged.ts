type Rows<Row> = { readonly rows: readonly Row[]; place: number }

/** Several lists in one order, each already in it; in pages of what is known of all of them. */
export async function* merged<Row>(
  lists: readonly AsyncGenerator<readonly Row[]>[],
  compare: (one: Row, other: Row) => number,
): AsyncGenerator<readonly Row[]> {
  try {
    const heads = new Map<AsyncGenerator<readonly Row[]>, Rows<Row>>()
    const turn = async (list: AsyncGenerator<readonly Row[]>) => {
      const { done, value } = await list.next()
      if (done) heads.delete(list)
      else heads.set(list, { rows: value, place: 0 })
    }
    await Promise.all(lists.map(turn))
    while (heads.size > 0) {
      const [page, finished] = untilOneEnds([...heads], compare)
      yield page
      await turn(finished)
    }
  } finally {
    await Promise.all(lists.map(list => list.return(undefined)))
  }
}

/** In order, as far as the pages go; and the list whose page ended. */
const untilOneEnds = <Key, Row>(
  heads: readonly [Key, Rows<Row>][],
  compare: (one: Row, other: Row) => number,
): [Row[], Key] => {
  const page: Row[] = []
  for (;;) {
    const [key, head] = heads.reduce((first, other) => (isBefore(other[1], first[1], compare) ? other : first))
    const row = head.rows[head.place]
    if (row !== undefined) page.push(row)
    head.place += 1
    if (head.place >= head.rows.length) return [page, key]
  }
}

const isBefore = <Row>(one: Rows<Row>, other: Rows<Row>, compare: (one: Row, other: Row) => number): boolean => {
  const [left, right] = [one.rows[one.place], other.rows[other.place]]
  return left !== undefined && right !== undefined && compare(left, right) < 0
}

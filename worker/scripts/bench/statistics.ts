const sorted = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other)

export const median = (numbers: readonly number[]): number => sorted(numbers)[Math.floor(numbers.length / 2)] ?? 0

/** The median of the ratios of the same rounds: what slows a round down slows both of its sides. */
export const medianRatio = (ours: readonly number[], reference: readonly number[]): number =>
  median(ours.map((one, round) => one / (reference[round] ?? Number.NaN)))

/** Median, and least and most beside it. */
export const spread = (numbers: readonly number[], digits = 0): string => {
  const [least = 0] = sorted(numbers)
  const most = sorted(numbers).at(-1) ?? 0
  const middle = median(numbers).toFixed(digits)
  return least === most ? middle : `${middle} [${least.toFixed(digits)}–${most.toFixed(digits)}]`
}

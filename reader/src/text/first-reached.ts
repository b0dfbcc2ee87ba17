/** The index of the first of `length` things in order that a place is reached at; `length` where it is at none. By halving. */
export const firstReached = (length: number, isReached: (i: number) => boolean): number => {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isReached(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * Moves the first `count` elements in the given order to the front, in no order among themselves: Hoare's selection, O(n) on
 * average.
 *
 * @param precedes a total order. @param count a whole number from 0 to the length.
 */
export function selectFirst(items: Int32Array, count: number, precedes: (a: number, b: number) => boolean): void {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const pivot = items[(low + high) >> 1] as number;
    let [left, right] = [low, high];
    while (left <= right) {
      while (precedes(items[left] as number, pivot)) left += 1;
      while (precedes(pivot, items[right] as number)) right -= 1;
      if (left > right) break;
      const moved = items[left] as number;
      items[left] = items[right] as number;
      items[right] = moved;
      left += 1;
      right -= 1;
    }
    if (count <= right) high = right;
    else if (count > left) low = left;
    else return;
  }
}

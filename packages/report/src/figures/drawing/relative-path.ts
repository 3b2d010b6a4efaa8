const corner = /([ML])(-?[\d.]+),(-?[\d.]+)/g;

/**
 * Writes the closed outlines of a path, `M0,0L10,0L10,10Z`, with the difference to the point before instead of its place:
 * `M0,0l10,0 0,10Z`, which is shorter for outlines of many near points. Coordinates are taken as they are, to a tenth of a
 * pixel, so that nothing adds up. Paths of any other commands are left alone.
 */
export function relativePath(path: string): string {
  if (!/^(?:M-?[\d.]+,-?[\d.]+(?:L-?[\d.]+,-?[\d.]+)+Z)+$/.test(path)) return path;
  let [x, y, drawing] = [0, 0, false];
  return path.replace(corner, (_, command: string, left: string, top: string) => {
    const [nextX, nextY] = [Math.round(10 * Number(left)), Math.round(10 * Number(top))];
    const text = command === 'M' ? `M${left},${top}` : step(nextX - x, nextY - y, drawing);
    [x, y, drawing] = [nextX, nextY, command !== 'M'];
    return text;
  });
}

/** A step in tenths; one of no length is left out. */
function step(x: number, y: number, drawing: boolean): string {
  if (x === 0 && y === 0) return drawing ? '' : 'l0,0';
  return `${drawing ? (x < 0 ? '' : ' ') : 'l'}${x / 10}${y < 0 ? '' : ','}${y / 10}`;
}

/** The number, from 1, of the line that holds `offset`. @param {string} text @param {number} offset */
export function lineAt(text, offset) {
  let line = 1;
  for (let k = text.indexOf('\n'); k >= 0 && k < offset; k = text.indexOf('\n', k + 1)) line += 1;
  return line;
}

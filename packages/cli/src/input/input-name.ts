/** The file of a path as messages and results call it: `-` is stdin. */
export function inputName(path: string): string {
  return path === '-' ? 'stdin' : path;
}

import { register } from 'node:module';

// Loaded before the program: whatever is imported of the house besides the command itself, or of zod, ends it with an error.
const refusal = `export async function resolve(specifier, context, next) {
  if (/^(@dpfair\\/|zod)/.test(specifier)) throw new Error(specifier + ' is loaded');
  return next(specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(refusal)}`);

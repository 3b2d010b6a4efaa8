import { describe, expect, it } from 'vitest';
import published from '../schema/result.schema.json' with { type: 'json' };
import { resultJsonSchema } from '../src/index.js';

describe('the published JSON Schema', () => {
  it('is what the zod schemas generate (run node packages/cli/scripts/generate-docs.mjs when it is not)', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(resultJsonSchema())));
  });

  it('is a draft 2020-12 schema of the kinds of results', () => {
    expect(published.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(published.title).toBe('dpfair result');
    expect(JSON.stringify(published)).toContain('"const":"dpfair-result/1"');
  });
});

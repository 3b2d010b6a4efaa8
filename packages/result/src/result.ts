import { z } from 'zod';
import { auditShape } from './audit.js';
import { checkSchema } from './check.js';
import { messages } from './messages.js';
import { inputSchema, runSchema, toolSchema } from './provenance.js';
import { warningSchema } from './warning.js';

/** Version of the result contract; changes within a major version only add. */
export const RESULT_SCHEMA = 'dpfair-result/1';
/** What the schema of every result begins with, of whatever version. */
export const RESULT_FAMILY = 'dpfair-result/';

export const auditResultSchema = z
  .object({
    schema: z.literal(RESULT_SCHEMA),
    kind: z.literal('audit'),
    tool: toolSchema,
    run: runSchema,
    input: inputSchema,
    warnings: z.array(warningSchema),
    checks: z.array(checkSchema),
    ...auditShape,
  })
  .describe('Result of dpfair audit.');

/** What `dpfair audit` returns. */
export type AuditResult = z.infer<typeof auditResultSchema>;

/** Any result; more kinds join as the commands that make them land. */
export const resultSchema = z.discriminatedUnion('kind', [auditResultSchema], {
  error: () => messages.unknownKind('audit'),
});
export type Result = z.infer<typeof resultSchema>;

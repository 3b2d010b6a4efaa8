import { progressMessages } from '../../messages/progress.js';
import type { AuditSpec, AuditSpecInput } from '../../spec/audit-spec.js';
import { postsOfMethod } from '../../spec/complete-spec.js';

/** Says so when fewer post-processings than usual are compared, because the method that was asked for has no others. */
export function narrowedPosts({ decision, method, post }: AuditSpec, said: Partial<AuditSpecInput>): readonly string[] {
  const narrowed = 'post' in said ? null : postsOfMethod(decision, method);
  const isNarrowed = narrowed !== null && narrowed.join() === post.join();
  return isNarrowed ? [progressMessages.postsOfMethod(method, decision, narrowed)] : [];
}

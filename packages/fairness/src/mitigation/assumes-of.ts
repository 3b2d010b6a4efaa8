import type { PostName } from '@dpfair/mechanisms';
import { mitigationReasons as say } from './messages.js';

/** What must be public for a post-processing, besides the noisy counts. */
export const assumesOf = (post: PostName): readonly string[] =>
  post === 'sum' || post === 'simplex' ? [say.assumesTotal()] : [];

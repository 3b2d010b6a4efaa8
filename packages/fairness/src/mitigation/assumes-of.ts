import type { PostName } from '@dpfair/mechanisms';
import { mitigationReasons as say } from './messages.js';

/** What must be public for a post-processing, besides the noisy counts: projection of counts onto their total takes the true one. */
export const assumesOf = (post: PostName): readonly string[] =>
  post === 'sum' || post === 'simplex' ? [say.assumesTotal()] : [];

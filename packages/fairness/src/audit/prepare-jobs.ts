import { inTurns, type Watch } from '../steps/in-turns.js';
import { finish, type Steps } from '../steps/steps.js';
import { chooseMethod, type MethodChooser } from './choose-method.js';
import { chooseNothing } from './choose-nothing.js';
import type { Job } from './job.js';

/** Prepares a job. @param choose how it will be found. */
export type JobMaker = (choose: MethodChooser) => Steps<Job>;

/** Prepares jobs one after the other. What a stop leaves undone is a job without an estimate, whose numbers are not shown. */
export async function prepareJobs(makers: readonly JobMaker[], watch: Watch): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  for (const make of makers) {
    const prepared = await inTurns(make(chooseMethod), watch);
    jobs.push(prepared ?? finish(make(chooseNothing)));
    if (prepared !== null) watch.onCell?.(jobs.length, makers.length);
  }
  return jobs;
}

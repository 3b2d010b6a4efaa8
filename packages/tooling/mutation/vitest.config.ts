import { defineConfig } from 'vitest/config';
import base from '../vitest.config.js';

/** The tests that `run.mjs` names. Not by Stryker's `testFiles`: with it Stryker 9.6 never switches on what runs at import. */
const include = (process.env.DPFAIR_MUTATION_TESTS ?? '').split(' ');

export default defineConfig({ ...base, test: { ...base.test, include } });

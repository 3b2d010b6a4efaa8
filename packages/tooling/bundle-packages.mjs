import { fileURLToPath } from 'node:url';
import { bundlePackages } from './bundles/bundle-packages.mjs';

// Joins the modules of each package that changed into the few that Node loads; the last part of `npm run build` and of set-up, after `tsc -b`.
await bundlePackages(fileURLToPath(new URL('../..', import.meta.url)));

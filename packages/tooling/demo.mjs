import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outputs = { html: 'out/demo/report.html', json: 'out/demo/result.json' };
const command = [
  ...['audit', 'fixtures/districts.csv', '--map', 'count=poor', '--map', 'group=state'],
  ...['--epsilon', '0.1,0.01,0.001', '--post', 'baseline,pos', '--budget', '16000000000', '--seed', '2021'],
  ...['--html', outputs.html, '--json', outputs.json],
];

console.log(`$ dpfair ${command.join(' ')}\n`);
for (const file of Object.values(outputs)) rmSync(join(root, file), { force: true });
mkdirSync(join(root, 'out/demo'), { recursive: true });
const { status } = spawnSync(process.execPath, ['packages/cli/bundle/bin.js', ...command], {
  cwd: root,
  stdio: 'inherit',
});
const missing = Object.values(outputs).filter((file) => !existsSync(join(root, file)));
for (const file of missing) console.error(`demo: not written: ${file}`);
if (status === 0 && missing.length === 0)
  console.log(`\nreport: ${join(root, outputs.html)}\nresult: ${join(root, outputs.json)}`);
process.exitCode = status === 0 && missing.length > 0 ? 1 : (status ?? 1);

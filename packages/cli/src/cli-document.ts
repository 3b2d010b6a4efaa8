import { commands } from './command-line/commands.js';
import { parseCommandLine } from './command-line/parse-command-line.js';
import { HELP_WIDTH, helpFileOf } from './written-help.js';

const introduction = `# The dpfair command

After \`npm ci && npm run build\` in a clone it is called \`npx dpfair\`; the examples below run as they stand, in the top folder.

This page is written by \`node packages/cli/scripts/generate-docs.mjs\` from the command itself; a test fails when it is out of date.

Data go to stdout, everything else to stderr. Only one thing owns stdout: without an output sent to \`-\` it is a short
table with the verdict. Files are written whole or not at all: under a temporary name first, then renamed. A file that is
replaced keeps its mode, and a link still points to it. A reader of a pipe may leave (\`| head\`); a full disk behind stdout
or stderr is an error, with exit code 2.
`;

const conclusion = `## Exit codes

| code | meaning |
|---|---|
| 0 | done, every \`--fail-on\` check passes, and a \`--target\` is met |
| 1 | done, and a check failed, or no budget in the range meets the target |
| 2 | the command line, the spec or the input is wrong, or an output cannot be written: no file was |
| 3 | done, and a check or the target is inconclusive: the interval straddles the limit, or the value does not exist |
| 70 | internal error, with a stack: please report it |
| 130 | interrupted by Ctrl-C or SIGTERM: what was done by then is written and marked \`interrupted\` |

The first Ctrl-C or SIGTERM hands out no more work and writes what is done; the second quits at once. A simulation has
numbers once four shards of it are over; before that the result says that there are none. What is computed without
simulation stops within some tenths of a second: a cell that is not done then has no numbers and says why. With
\`--checkpoint DIR\` and \`--seed\` the same command takes the simulation up where it was, and gives the numbers that it
would have given in one go; the folder is removed when the result is written, unless it holds files of others. Parts by
another version or another commit of dpfair (\`tool\` in a result) are never mixed in: it says so, leaves them and starts anew.

## Checks

\`--fail-on 'alpha>1e-5'\` is tested on every cell (mechanism, budget and post-processing). It fails only when the whole
interval lies above the limit, passes only when none of it does, and is inconclusive in between. \`alpha\` is in the unit
of the decision: a share, a count for identity, seats for apportionment, a probability for threshold, as fractions of 1
and not in percent. \`cost\`
is a share of the budget, \`dollars\` is the cost in dollars. Of a yes-or-no decision, \`false-negative\` is the expected part of
the entities whose true answer is yes that are told no, and \`false-positive\` the part of the others that are told yes.

Of a training, \`gap>LIMIT\` is tested on every run, \`risk>LIMIT\` on every group of every run, \`risk:GROUP>LIMIT\` on one; all in units of the loss. A check on a single log of \`dpfair train audit\` is inconclusive: it has no interval. Where all repetitions of a training diverged there are no numbers: checks of it are inconclusive (exit 3), and without a check the exit code is 0, with a warning and a verdict that says so.

Of a smoothed model, \`accuracy<LIMIT\` and \`confidence<LIMIT\` (mean probability of the right class) fail when the whole interval lies below the limit, \`abstained>LIMIT\` above it; each is tested at every scale of the metric, on all rows or on a group (\`accuracy:GROUP<LIMIT\`).
Of a search for unfair pairs, \`violations>LIMIT\` and \`ratio>LIMIT\` are tested on every search, or on the pairs of a group (\`ratio:GROUP>LIMIT\`). Of the model as it is what was found is exact, and the check passes or fails. Ratios of the smoothed model are sampled, hence not exact: \`ratio>LIMIT\` fails where (distance of answers - excess) / distance is above the limit for some pair, passes where no ratio that was found is above it, and is inconclusive in between; a violation has the excess taken off already. Answers that differ (by more than the excess) between people whom the metric sees as the same fail every \`ratio\`.

## Targets

\`dpfair mitigate DATA --target 'false-negative<0.01'\` turns the question around: the smallest epsilon, of a count column, that keeps
a measure of the checks below a limit, for every \`--mechanism\` and \`--post\`. \`--search LOW,HIGH\` is the range that is tried,
\`--precision\` how closely the epsilon is known. [methods/targets.md](methods/targets.md) says what the certificate claims.

## Sampling error

\`--sampling-error cv\` takes the sampling error of the counts from the public column with the role \`population\`, \`--sampling-error column\`
from columns with the roles \`moe\` (a 90 % margin of error) or \`standard-error\`; of several counts \`moe-lep\`, \`standard-error-citizens\`.
[methods/sampling-error.md](methods/sampling-error.md) says what is compared.

## Rules

\`--decision threshold --rule "lep > 0.05 * citizens or lep > 10000"\` asks a question of each entity. Names are columns of the
same name, or roles that \`--map\` gives a column; each receives noise of its own. From loose to tight: \`or\`, \`xor\`,
\`and\`, \`not\`; one comparison \`>\` \`>=\` \`<\` \`<=\`; \`+\` \`-\`; \`*\` \`/\` by numbers; parentheses. A ratio may
stand on one side of a comparison with a number: \`lep / citizens > 0.05\` means \`lep > 0.05 * citizens\`, also where a noisy
denominator is zero or negative. [methods/rules.md](methods/rules.md) says how its probability is computed.

## Spec files

\`--spec\` takes every option of the command but the outputs, by name, as YAML or JSON, together with \`data\`. Options on
the command line win; a budget there replaces that of the file, whatever its form. Paths are relative to the current
directory. A result JSON is a spec too: \`dpfair audit --spec result.json\` repeats the run and gives the same numbers.

\`\`\`yaml
data: fixtures/districts.csv
map: { count: poor, group: state }
epsilon: [0.1, 0.01]
post: [baseline, pos]
budget: 16e9
seed: 2021
fail-on: ['alpha>1e-5']
\`\`\`

## From code

\`\`\`js
import { auditFile } from 'dpfair';

const result = await auditFile({ data: 'fixtures/hawaii.csv', epsilon: [0.1], seed: '1' }, { threads: 2 });
console.log(result.cells[0].alpha.estimate);
\`\`\`

\`auditFile\` takes the options of \`dpfair audit\` in camel case and returns what \`--json\` writes; \`mitigateFile\` does the same for
\`dpfair mitigate\`, which [methods/mitigations.md](methods/mitigations.md) explains, and \`trainFile\` for \`dpfair train\`, of which
[methods/learning.md](methods/learning.md) is the page; \`smoothFile\` and \`auditPairs\` do what \`dpfair smooth\` and \`dpfair smooth audit\` do
([methods/smoothing.md](methods/smoothing.md)), \`stableFile\` what \`dpfair stable\` does ([methods/stability.md](methods/stability.md)).
`;

/** Every command by its words: the tool itself, its commands, and what holds commands of its own. */
const sections: readonly (readonly string[])[] = [
  [],
  ['data'],
  ...Object.keys(commands).map((name) => name.split(' ')),
];

/** The help of every command as it is printed, by the name of the file it is kept in. */
export async function helpTexts(version: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const words of sections) {
    const request = await parseCommandLine([...words, '--help'], version, HELP_WIDTH);
    texts.set(helpFileOf(words), request.kind === 'text' ? request.text : '');
  }
  return texts;
}

/** The page docs/cli.md: the help of every command, as of {@link helpTexts}, and what the help has no room for. */
export function cliDocument(texts: ReadonlyMap<string, string>): string {
  const chapters = sections.map((words) => {
    const help = texts.get(helpFileOf(words)) ?? '';
    return `## ${['dpfair', ...words].join(' ')}\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\`\n`;
  });
  return [introduction, ...chapters, conclusion].join('\n');
}

import { auditCommand } from '../commands/audit.js';
import type { Command } from '../commands/command.js';
import { dataListCommand, dataMakeCommand } from '../commands/data.js';
import { mitigateCommand } from '../commands/mitigate.js';
import { reportCommand } from '../commands/report.js';
import { smoothCommand } from '../commands/smooth.js';
import { smoothAuditCommand } from '../commands/smooth-audit.js';
import { stableCommand } from '../commands/stable.js';
import { trainCommand } from '../commands/train.js';
import { trainAuditCommand } from '../commands/train-audit.js';

/** Every command by the words that call it. */
export const commands: Readonly<Record<string, Command>> = {
  audit: auditCommand,
  mitigate: mitigateCommand,
  train: trainCommand,
  'train audit': trainAuditCommand,
  smooth: smoothCommand,
  'smooth audit': smoothAuditCommand,
  stable: stableCommand,
  report: reportCommand,
  'data list': dataListCommand,
  'data make': dataMakeCommand,
};

import type { Command } from 'commander';
import { type Check, unreadable, verifyLog, type VerifyReport } from '#shared/log/verify.ts';
import { sha256 } from '../store/digest.ts';
import { readLogFile } from './logFile.ts';

/** `crossroads verify`: checks that a log is whole and unchanged, and that today's rules decide it the same way. */
export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('check a log: its chain, its outcomes and its decisions')
    .argument('<file>', 'a log (.jsonl or .jsonl.zst)')
    .option('--json', 'print the report as JSON')
    .action((file: string, options: { readonly json?: true }) => {
      const log = readLogFile(file);
      const report = log.ok ? verifyLog(log.value, sha256) : unreadable(log.failure);
      console.log(options.json === true ? JSON.stringify(report) : reportText(file, report));
      if (!report.ok) process.exitCode = 1;
    });
}

function reportText(file: string, report: VerifyReport): string {
  const fault = report.firstFault;
  const verdict = fault === null ? 'Verified.' : `Not verified: ${fault.where} ${fault.what}.`;
  return [`${file}: ${report.lines} lines`, ...report.checks.map(checkText), verdict].join('\n');
}

function checkText(check: Check): string {
  const mark = check.ok ? (check.done ? 'ok   ' : '-    ') : 'FAULT';
  return `  ${mark}  ${check.name.padEnd(9)}  ${check.sentence}`;
}

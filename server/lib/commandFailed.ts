/** A command's failure: one sentence and an exit code (1 failed, 2 wrong usage). */
export class CommandFailed extends Error {
  readonly exitCode: 1 | 2;
  constructor(sentence: string, exitCode: 1 | 2 = 1) {
    super(sentence);
    this.name = 'CommandFailed';
    this.exitCode = exitCode;
  }
}

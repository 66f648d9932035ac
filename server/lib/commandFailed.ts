/** How a command fails: with one sentence and an exit code (1 failed, 2 wrongly used). */
export class CommandFailed extends Error {
  readonly exitCode: 1 | 2;
  constructor(sentence: string, exitCode: 1 | 2 = 1) {
    super(sentence);
    this.name = 'CommandFailed';
    this.exitCode = exitCode;
  }
}

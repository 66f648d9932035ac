import type { Command, CommandOf, CommandType } from '../session/vocabulary/commands.ts';
import type { TextRef } from '../session/vocabulary/textRef.ts';

/** `true` where a value of this type can hold a reference to a free text, however deep; otherwise `never`. */
export type HoldsText<Value> = Value extends TextRef
  ? true
  : Value extends readonly (infer Item)[]
    ? HoldsText<Item>
    : Value extends object
      ? { [Key in keyof Value]: HoldsText<Value[Key]> }[keyof Value]
      : never;

type Wordless = {
  [Type in CommandType]: true extends HoldsText<CommandOf<Type>> ? never : CommandOf<Type>;
}[CommandType];

/** The free text that a command names, or null. A new command with a text does not compile until it stands here. */
export function namedText(command: Command): TextRef | null {
  switch (command.type) {
    case 'takeSeat':
    case 'waitForSeat':
      return command.name;
    case 'charterBloc':
    case 'raiseHand':
    case 'say':
    case 'givePulse':
    case 'answerSurvey':
    case 'writeReflection':
    case 'setBookmark':
    case 'noteBookmark':
      return command.text;
    case 'answerHand':
      return command.text ?? null;
    case 'injectEvent':
      return command.what.from === 'host' ? command.what.text : null;
    default:
      return none(command);
  }
}

function none(_command: Wordless): null {
  return null;
}

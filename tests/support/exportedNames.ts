import { codeOf, type SourceFile } from './sources.ts';

/** The names a file exports: functions, constants, types, classes. */
export function exportedNames(text: string): readonly string[] {
  const found = codeOf(text).matchAll(
    /^export (?:declare )?(?:async )?(?:abstract )?(?:function\*?|const|let|interface|type|class|enum) (\w+)/gm,
  );
  return [...new Set([...found].map((match) => match[1] ?? ''))];
}

/** Law 8: one word per idea. Names that two files export; a constant and its type share one. */
export function sharedNames(files: readonly SourceFile[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { path, text } of files) {
    if (path.startsWith('client/text/')) continue;
    for (const name of exportedNames(text)) places.set(name, [...(places.get(name) ?? []), path]);
  }
  return [...places]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `${name} is exported by ${paths.join(' and ')}`);
}

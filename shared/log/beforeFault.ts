/**
 * The lines of a file before its first fault, as a text of their own; null where nothing worth showing comes before it. `where` is
 * the place that `parseLog` names: `line n`, `footer` or `text n`.
 */
export function textBeforeFault(text: string, where: string): string | null {
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  const [kind = '', number = ''] = where.split(' ');
  const footer = rows.findIndex((row) => row.startsWith('{"count":') || row.includes('"end":true'));
  if (kind === 'line' && Number(number) > 1) return rows.slice(0, Number(number)).join('\n');
  if (kind === 'footer' && footer > 1) return rows.slice(0, footer).join('\n');
  if (kind === 'text' && footer > 1) return rows.slice(0, footer + Number(number)).join('\n');
  return null;
}

/** Long enough for any browser to take the file up; then its memory is free again. */
const TAKEN_UP_MS = 60_000;

/** Has the browser save a file that this page has made. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN_UP_MS);
}

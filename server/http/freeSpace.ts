import { statfs } from 'node:fs/promises';

/** Free disk space of a directory, in MiB; null if the system does not report it. */
export async function freeMiB(directory: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(directory);
    return Math.floor((bavail * bsize) / 2 ** 20);
  } catch {
    return null;
  }
}

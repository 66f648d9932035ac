import { statfs } from 'node:fs/promises';

/** Free space on the disk of a directory, in MiB; null where the system does not say. */
export async function freeMiB(directory: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(directory);
    return Math.floor((bavail * bsize) / 2 ** 20);
  } catch {
    return null;
  }
}

import { keepFolderOffline } from './local/keepFolderOffline.ts';
import { tablesOnDevice } from './local/deviceTables.ts';
import { takePlaceOfServer } from './net/standIn.ts';

// The program as a folder of files: what stands in for a server takes its place before the first page is drawn.
const build = document.querySelector<HTMLMetaElement>('meta[name="build"]')?.content ?? '';
takePlaceOfServer(tablesOnDevice(build));
await import('./main.tsx');
keepFolderOffline();

/**
 * Keeps all files of the folder on this device, so that it works without a network from now on. Browsers allow that on https and
 * on this computer itself; elsewhere the pages need the network when they are opened.
 */
export function keepFolderOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  const folder = location.pathname.slice(0, location.pathname.lastIndexOf('/') + 1);
  // Without it the folder works as any other page; only the browser's own log need say why.
  navigator.serviceWorker.register(`${folder}offline.js`, { scope: folder }).catch(console.warn);
}

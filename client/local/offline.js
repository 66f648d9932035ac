// Keeps the folder's files on the device. The build writes the version and the list of files into this text.
const VERSION = 'VERSION';
const FILES = ['FILES'];
const NAME = `crossroads ${new URL('./', self.location.href).pathname} ${VERSION}`;

self.addEventListener('install', (event) => {
  // Past the browser's own cache, so that no file of an earlier version gets in.
  const requests = FILES.map((file) => new Request(new URL(file, self.location.href), { cache: 'reload' }));
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(requests)));
});

self.addEventListener('activate', (event) => {
  const own = NAME.slice(0, NAME.length - VERSION.length);
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith(own) && name !== NAME).map((name) => caches.delete(name)),
        ),
      ),
  );
  event.waitUntil(self.clients.claim());
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  // All pages are one file; what stands after the question mark is for the program.
  event.respondWith(
    caches
      .open(NAME)
      .then((cache) => cache.match(event.request, { ignoreSearch: true }))
      .then((kept) => kept ?? fetch(event.request)),
  );
});

/** Words of the readiness page and of the page on which a phone tests the connection. */
export const readiness = {
  link: 'Is everything ready?',
  title: 'Is everything ready?',
  back: 'Back to the sessions',
  again: 'Check again',
  looking: 'Checking…',
  marks: { good: 'Good', mind: 'Please check', bad: 'Not working' },
  storage: {
    good: 'The server can save: a test entry was kept.',
    bad: 'The server cannot save. Check the disk and the permissions of its data directory.',
  },
  disk: {
    good: (free: string) => `${free} free on the disk. A session takes a few MB.`,
    mind: (free: string) => `Only ${free} free on the disk. Make space before the class.`,
    unknown: 'The system does not say how much space the disk has.',
  },
  address: {
    good: (url: string) => `Students type ${url}`,
    others: (urls: string) => `If that does not open, try ${urls}.`,
    choose: 'Phones cannot open this address?',
    chooseNote:
      'This computer has several. The one you choose goes to the projector, the QR code and the link at once.',
    onlyOne:
      'The server knows this one address. If you know another one for this computer, type it: it goes to the projector, the QR code and the link at once.',
    other: 'Another address, such as 10.0.0.5',
    use: 'Use it',
    automatic: 'Let the server choose',
    shown: (url: string) => `Shown everywhere now: ${url}`,
    unusable: 'This is not an address, or it could not be saved. Nothing has changed.',
    bad: 'No other device can reach this server. Connect this computer to the class network and start the server without --host 127.0.0.1.',
  },
  socket: {
    good: 'This page has a live connection.',
    bad: 'This page gets no live connection. A proxy or a firewall may be in the way.',
  },
  phone: {
    ask: 'Try it with a phone: scan this, or type the address.',
    none: 'No phone has tried yet.',
    good: (count: number) =>
      `${count === 1 ? 'A device is' : `${count} devices are`} connected: students will get in.`,
    qr: (url: string) => `QR code that opens ${url}`,
  },
  clock: {
    good: (seconds: string) => `This device and the server agree on the time, within ${seconds} s.`,
    mind: (seconds: string) =>
      `The clocks differ by ${seconds} s. Countdowns are corrected for it; times in the record are the server’s.`,
  },
  password: {
    good: 'A password is set.',
    mind: 'No password is set: anyone who has the address printed at start can act as the host.',
  },
  version: (version: string) => `Crossroads ${version}`,
  trial: {
    trying: 'Testing the connection to the server…',
    good: 'It works',
    goodNote: 'This device reaches the server, by page and by live connection. The host sees it too.',
    bad: 'There is no live connection',
    badNote:
      'The page loaded, but the live connection failed. Another network or browser may help; tell the host.',
  },
};

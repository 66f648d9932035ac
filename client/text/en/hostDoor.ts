/** Words of the host's door: the set-up address, the password. */
export const hostDoor = {
  login: {
    title: 'Enter as the host',
    field: 'Password',
    enter: 'Enter',
    forgotten:
      'Forgotten? At the computer that runs the server, type “crossroads password --reset”. It prints a new set-up address.',
  },
  set: {
    title: 'Choose a password',
    note: 'With it you come back from any device. The set-up address stops working once a password is set.',
    change: 'Change the password',
    changeNote: 'Every other browser that hosts here has to enter the new one.',
    current: 'Current password',
    first: 'New password, at least 8 characters',
    second: 'Once more',
    save: 'Set the password',
    later: 'Later',
    cancel: 'Cancel',
    saved: 'The password is set.',
    short: 'At least 8 characters, please.',
    differ: 'The two are not the same.',
  },
  none: 'No password yet: whoever has the address printed at start is the host.',
  choose: 'Choose a password',
  change: 'Change the password',
};

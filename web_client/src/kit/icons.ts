/** The fixed set: 24 grid, 2 px line, square ends. An icon never stands without a word. */
export const ICONS = {
  listen: 'M4 9v6h4l5 4V5L8 9ZM16.5 8.5a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12',
  pass: 'M4 6l7 6-7 6ZM13 6l7 6-7 6Z',
  help: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0ZM8.5 12a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0ZM5.6 5.6l3.9 3.9M14.5 14.5l3.9 3.9M18.4 5.6l-3.9 3.9M9.5 14.5l-3.9 3.9',
  people:
    'M5.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0ZM2.5 20c0-4 3-6.5 6.5-6.5s6.5 2.5 6.5 6.5M16 5a3.5 3.5 0 0 1 0 6.5M18 14c2.2.8 3.5 3 3.5 6',
  clock: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0ZM12 7v5l3.5 2',
  check: 'M4 12.5l5.5 5.5L20 6.5',
  next: 'M4 12h15M13 6l6 6-6 6',
  back: 'M20 12H5M11 6l-6 6 6 6',
  place: 'M12 21.5s7-6.7 7-12a7 7 0 0 0-14 0c0 5.3 7 12 7 12ZM9.5 9.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0Z',
  phone: 'M5 3h4l2 5-2.5 2a13 13 0 0 0 5.5 5.5l2-2.5 5 2v4c0 1-1 2-2 2C10 20.5 3.5 14 3 5c0-1 1-2 2-2Z',
  calendar: 'M4 6h16v14H4ZM4 10h16M8 3v5M16 3v5',
  photo: 'M3 7h5l1.5-3h5L16 7h5v13H3ZM8 13a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z',
  rain: 'M7 15a4.5 4.5 0 1 1 .8-8.9A5.5 5.5 0 0 1 18 7.5a3.8 3.8 0 0 1-.5 7.5ZM8.5 18l-1 3M12.5 18l-1 3M16.5 18l-1 3',
  pause: 'M8 5v14M16 5v14',
  play: 'M7 5l12 7-12 7Z',
  undo: 'M6 7h9a5 5 0 0 1 0 10H6M9.5 3.5L6 7l3.5 3.5',
  lock: 'M5 11h14v10H5ZM8 11V8a4 4 0 0 1 8 0v3',
  open: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
  more: 'M12 4v16M4 12h16',
  alert: 'M12 4L22 20H2ZM12 10v4M12 17h.01',
  message: 'M4 5h16v11h-7l-5 4v-4H4Z',
  seen: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM9.2 12a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0Z',
  stuck: 'M4 12h6M14 12h6M10 8v8M14 8v8',
  workshop: 'M3 21V9l6-4v4l6-4v4l6-4v16ZM7 21v-6h4v6M15 13h2M15 17h2',
} as const;

export type IconName = keyof typeof ICONS;

/** Those that point along the line, and turn round where the line does. */
export const POINTING: ReadonlySet<IconName> = new Set(['pass', 'next', 'back', 'open', 'undo', 'play', 'listen']);

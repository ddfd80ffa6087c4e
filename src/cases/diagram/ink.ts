/** Colours of the drawing; each pair of text and ground has a contrast of at least 4.5 to 1 (a test says so). */
export const ink = {
  text: '#16212c',
  line: '#3d5166',
  ground: '#ffffff',
  /** Of nested boxes, by depth. */
  depths: ['#f2f5f8', '#e6ecf2', '#f2f5f8', '#e6ecf2'],
  final: '#e9e9ef',
  event: { ground: '#ffffff', line: '#3d5166', text: '#16212c' },
  act: { ground: '#ffffff', line: '#3d5166', text: '#16212c' },
  deadline: { ground: '#fff3d6', line: '#8a5a00', text: '#4a3000' },
  outcome: { ground: '#e8f3e4', line: '#2f6b2a', text: '#183d15' },
  step: { ground: '#e8f3e4', line: '#2f6b2a', text: '#183d15' },
  wait: { ground: '#ececf4', line: '#55557f', text: '#2b2b4d' },
  other: { ground: '#ffffff', line: '#3d5166', text: '#16212c' },
  path: { ground: '#0b5394', line: '#0b5394', text: '#ffffff' },
  here: { ground: '#8f1d14', line: '#8f1d14', text: '#ffffff' },
} as const;

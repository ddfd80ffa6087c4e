/** Whoever speaks for a body of any level in a dispute of its competence. */
export const heads = [
  'legal', 'minister', 'undersecretary', 'director', 'seremi', 'governor', 'core-secretary', 'mayor', 'council-secretary', 'presidential-delegate', 'president',
] as const;

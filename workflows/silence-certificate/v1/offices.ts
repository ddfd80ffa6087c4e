/** Whoever heads a body of any level that has to decide, or answers for its file. */
export const heads = ['legal', 'director', 'mayor', 'governor', 'seremi', 'minister', 'undersecretary', 'presidential-delegate', 'comptroller'] as const;
/** A body that is itself the interested party. */
export const applicants = ['legal', 'mayor', 'president', 'secretary', 'governor', 'director', 'administrator', 'minister', 'undersecretary', 'seremi'] as const;
/** What the interested party files: sent by it where it is a body, else recorded by the office that received it. */
export const filing = { authority: heads, applicant: applicants } as const;

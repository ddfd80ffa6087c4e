/**
 * A condition of the machine that keeps Convenio from starting and that a person can remedy.
 * Its message is one sentence in Spanish and the same in English; print it without a stack.
 */
export class StartupFault extends Error {
  override readonly name = 'StartupFault';

  constructor(
    readonly es: string,
    readonly en: string,
    options?: ErrorOptions,
  ) {
    super(`${es}\n${en}`, options);
  }
}

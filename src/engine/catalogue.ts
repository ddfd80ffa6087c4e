import type { Definition } from './core/definition.js';
import { dialectFaults } from './core/dialect.js';

/** The definitions that may run. Made at boot, which fails when one does not obey the dialect. */
export class Catalogue {
  private readonly byKey: ReadonlyMap<string, Definition>;

  constructor(readonly definitions: readonly Definition[]) {
    const faults = definitions.flatMap((definition) => dialectFaults(definition).map((fault) => `${definition.name}: ${fault.message}`));
    if (faults.length > 0) throw new Error(`the catalogue may not run:\n${faults.join('\n')}`);
    this.byKey = new Map(definitions.map((definition) => [`${definition.name}@${definition.version}`, definition]));
  }

  /** The definition a case is pinned to; a missing one is a defect of the release. */
  of(name: string, version: number): Definition {
    const found = this.byKey.get(`${name}@${version}`);
    if (!found) throw new Error(`the catalogue has no ${name} version ${version}, which stored cases run on`);
    return found;
  }

  /** The latest version of a workflow; undefined when there is none of that name. */
  latest(name: string): Definition | undefined {
    return this.definitions.filter((definition) => definition.name === name).toSorted((one, other) => other.version - one.version)[0];
  }

  /** The version on which a case that begins on a day is opened: the latest that is effective by then, else the first there is. */
  inForce(name: string, on: string): Definition | undefined {
    const versions = this.definitions.filter((definition) => definition.name === name).toSorted((one, other) => one.version - other.version);
    return versions.findLast(({ effective }) => effective === undefined || effective <= on) ?? versions[0];
  }

  /** Of every workflow the version in force on a day, by name. */
  all(on: string): readonly Definition[] {
    const names = [...new Set(this.definitions.map((definition) => definition.name))].toSorted();
    return names.flatMap((name) => this.inForce(name, on) ?? []);
  }
}

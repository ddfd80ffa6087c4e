#!/usr/bin/env node
/**
 * Every script of package.json comes through here, so that each works on a fresh clone with only Node on the machine.
 * This file stays readable for old versions of Node, which are told so.
 */
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Convenio necesita Node 20.19 o posterior; este es ${process.version}.\n` +
      `Convenio needs Node 20.19 or newer; this is ${process.version}.\n`,
  );
  process.exit(1);
}

import('./run/commands.mjs')
  .then(({ run }) => run(process.argv[2], process.argv.slice(3)))
  .catch((error) => {
    process.stderr.write(`${error && error.plain ? error.message : (error && error.stack) || error}\n`);
    process.exit(1);
  });

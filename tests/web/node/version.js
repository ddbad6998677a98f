// Tells npm which Node.js will run the packages that it installs, where that is not the one that runs npm itself: npm
// leaves out optional packages, such as the linter's own program, that its own Node.js is too old for.
// Knows nothing of the packages.

const version = process.env.NODE_VERSION_OF_PACKAGES;
if (version) Object.defineProperty(process, "version", { value: version });
